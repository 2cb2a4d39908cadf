import LaunchLibrary
import Synchronization

extension StubAPI {
    /// An API with these craft and with empty other lists. It gives no information on a budget.
    ///
    /// - Parameter spacecraft: the answer to every request for craft, such as a page.
    public convenience init(answeringSpacecraft spacecraft: String) {
        self.init { address, _ in
            switch address.prefix(while: { $0 != "?" && $0 != "/" }) {
            case "spacecraft": .json(spacecraft)
            case "spacecraft_configurations", "spacecraft_configuration_families": .json(Self.page([], count: 0))
            default: nil
            }
        }
    }

    /// An API of craft with these ids, with their configuration and its family.
    ///
    /// - Parameters:
    ///   - pageSize: the most that it gives at once, whatever limit is requested.
    ///   - change: called after each answer to a page of craft with the number of such answers so far. It may change the list.
    public convenience init(
        spacecraft ids: [Int], root: String = StubAPI.root, pageSize: Int = 100,
        afterEachPage change: @escaping @Sendable (_ pages: Int, _ ids: inout [Int]) -> Void = { _, _ in }
    ) {
        let list = CraftList(ids, change: change)
        self.init(root: root) { address, root in
            let path = String(address.prefix { $0 != "?" })
            let offset = address.split(separator: "offset=").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
            func answer(_ records: [String], rest: String = "") -> HTTPResponse {
                let end = offset + pageSize
                let next = end < records.count ? #""\#(root)\#(path)?format=json&limit=\#(pageSize)\#(rest)&offset=\#(end)""# : "null"
                return .json(Self.page(Array(records.dropFirst(offset).prefix(pageSize)), count: records.count, next: next))
            }
            switch path {
            case "spacecraft/": return answer(list.next().map(Self.craft), rest: "&mode=normal&ordering=id")
            case "spacecraft_configurations/": return answer([Self.configuration(61)])
            case "spacecraft_configuration_families/":
                return answer([#"{"response_mode": "normal", "id": 31, "name": "Aurora", "manufacturer": null}"#])
            default: return nil
            }
        }
    }

    /// A page in the form of the API.
    ///
    /// - Parameter next: the next address as JSON.
    public static func page(_ records: [String], count: Int, next: String = "null") -> String {
        #"{"count": \#(count), "next": \#(next), "previous": null, "results": [\#(records.joined(separator: ", "))]}"#
    }

    public static func craft(_ id: Int) -> String {
        """
        {"response_mode": "normal", "id": \(id), "name": "Aurora \(id)", "description": "", "status": {"id": 1, "name": "Active"},
         "spacecraft_config": {"response_mode": "normal", "id": 61, "name": "Aurora M", "type": {"id": 2, "name": "Capsule"},
           "agency": {"response_mode": "list", "id": 501, "name": "PSB", "abbrev": "", "type": null}, "family": [], "image": null}}
        """
    }

    public static func configuration(_ id: Int) -> String {
        """
        {"response_mode": "detailed", "id": \(id), "name": "Aurora M", "type": {"id": 2, "name": "Capsule"}, "capability": "Crew",
         "agency": {"response_mode": "list", "id": 501, "name": "PSB", "abbrev": "", "type": null}, "family": [], "image": null}
        """
    }
}

/// The craft of an API. The list may change while it is read.
private final class CraftList: Sendable {
    private let state: Mutex<(ids: [Int], pages: Int)>
    private let change: @Sendable (Int, inout [Int]) -> Void

    init(_ ids: [Int], change: @escaping @Sendable (Int, inout [Int]) -> Void) {
        state = Mutex((ids, 0))
        self.change = change
    }

    /// The ids before the change that follows.
    func next() -> [Int] {
        state.withLock { state in
            let ids = state.ids
            state.pages += 1
            change(state.pages, &state.ids)
            return ids
        }
    }
}
