import Catalogue
import LaunchLibrary
import Support
import Synchronization

/// An API with a few lists, that can be told to fail. It answers requests as a value, or over HTTP (see `serve`).
final class StubAPI: Sendable {
    static let root = "https://stub.example/2.3.0/"

    /// What it does instead of answering.
    enum Fault: Sendable {
        case answer(Int, headers: [HTTPHeader] = [], body: String = "")
        case transport(TransportError.Kind)
    }

    private struct State {
        var ids: [Int]
        var faults: [String: [Fault]] = [:]
        var requests: [HTTPRequest] = []
        /// Run after each answer to a page of spacecraft, with the number of such answers so far.
        var afterPage: (@Sendable (Int, inout [Int]) -> Void)?
        var pagesAnswered = 0
        var extra: [String: String] = [:]
    }

    private let state: Mutex<State>
    private let rootURL: Mutex<String>

    private let pageSize: Int

    /// - Parameter pageSize: the most that it gives at once, whatever is asked for.
    init(spacecraft ids: [Int], root: String = StubAPI.root, pageSize: Int = 100) {
        state = Mutex(State(ids: ids))
        rootURL = Mutex(root)
        self.pageSize = pageSize
    }

    var root: String {
        get { rootURL.withLock { $0 } }
        set { rootURL.withLock { $0 = newValue } }
    }

    /// The addresses that were asked for, without the root.
    var asked: [String] { requests.map { String($0.url.dropFirst(root.count)) } }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// The next requests of addresses that begin so meet these faults, one each.
    func fail(_ start: String, _ faults: [Fault]) {
        state.withLock { $0.faults[start, default: []] += faults }
    }

    /// A text that is answered at exactly this address.
    func answer(_ address: String, _ body: String) {
        state.withLock { $0.extra[address] = body }
    }

    func afterEachPage(_ change: @escaping @Sendable (Int, inout [Int]) -> Void) {
        state.withLock { $0.afterPage = change }
    }

    var transport: HTTPTransport {
        HTTPTransport { (request) async throws(TransportError) in try self.respond(to: request) }
    }

    func respond(to request: HTTPRequest) throws(TransportError) -> HTTPResponse {
        let address = String(request.url.dropFirst(root.count))
        let fault: Fault? = state.withLock { state in
            state.requests.append(request)
            guard let start = state.faults.keys.sorted().first(where: { address.hasPrefix($0) && state.faults[$0]?.isEmpty == false })
            else { return nil }
            return state.faults[start]?.removeFirst()
        }
        switch fault {
        case .answer(let status, let headers, let body)?:
            return HTTPResponse(status: status, headers: headers, body: Array(body.utf8), url: request.url)
        case .transport(let kind)?: throw TransportError(kind, url: request.url, what: "fault")
        case nil: break
        }
        guard let body = body(of: address) else {
            return HTTPResponse(status: 404, body: Array(#"{"detail": "Not found."}"#.utf8), url: request.url)
        }
        return HTTPResponse(status: 200, body: Array(body.utf8), url: request.url)
    }

    private func body(of address: String) -> String? {
        if let extra = state.withLock({ $0.extra[address] }) { return extra }
        let path = address.prefix { $0 != "?" }
        let offset = address.split(separator: "offset=").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        switch path {
        case "spacecraft/":
            return state.withLock { state in
                let ids = state.ids
                state.pagesAnswered += 1
                state.afterPage?(state.pagesAnswered, &state.ids)
                return page(ids.map(Self.craft), path: "spacecraft/", rest: "&mode=normal&ordering=id", offset: offset)
            }
        case "spacecraft_configurations/": return page([Self.configuration(61)], path: String(path), rest: "", offset: offset)
        case "spacecraft_configuration_families/":
            return page(
                [#"{"response_mode": "normal", "id": 31, "name": "Aurora", "manufacturer": null}"#], path: String(path), rest: "",
                offset: offset)
        default: return nil
        }
    }

    private func page(_ records: [String], path: String, rest: String, offset: Int) -> String {
        let shown = records.dropFirst(offset).prefix(pageSize)
        let end = offset + pageSize
        let next = end < records.count ? #""\#(root)\#(path)?format=json&limit=\#(pageSize)\#(rest)&offset=\#(end)""# : "null"
        return Self.page(Array(shown), count: records.count, next: next)
    }

    /// A page as the API writes it.
    ///
    /// - Parameter next: as JSON.
    static func page(_ records: [String], count: Int, next: String = "null") -> String {
        #"{"count": \#(count), "next": \#(next), "previous": null, "results": [\#(records.joined(separator: ", "))]}"#
    }

    static func craft(_ id: Int) -> String {
        """
        {"response_mode": "normal", "id": \(id), "name": "Aurora \(id)", "description": "", "status": {"id": 1, "name": "Active"},
         "spacecraft_config": {"response_mode": "normal", "id": 61, "name": "Aurora M", "type": {"id": 2, "name": "Capsule"},
           "agency": {"response_mode": "list", "id": 501, "name": "PSB", "abbrev": "", "type": null}, "family": [], "image": null}}
        """
    }

    static func configuration(_ id: Int) -> String {
        """
        {"response_mode": "detailed", "id": \(id), "name": "Aurora M", "type": {"id": 2, "name": "Capsule"}, "capability": "Crew",
         "agency": {"response_mode": "list", "id": 501, "name": "PSB", "abbrev": "", "type": null}, "family": [], "image": null}
        """
    }
}

/// A clock that stands still but when somebody sleeps.
final class StubClock: Sendable {
    private let state: Mutex<(now: Timestamp, pauses: [Duration])>

    init(_ start: Timestamp) {
        state = Mutex((start, []))
    }

    var pauses: [Duration] { state.withLock { $0.pauses } }

    func pass(seconds: Int) {
        state.withLock { $0.now = Timestamp(secondsSince1970: $0.now.secondsSince1970 + seconds) }
    }

    func clock(random: Double = 0) -> FetchClock {
        FetchClock(
            now: { self.state.withLock { $0.now } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { $0.pauses.append(duration) }
                self.pass(seconds: Int(duration.components.seconds))
            },
            random: { random })
    }
}

/// What a fetch reported, in order.
final class Reports: Sendable {
    private let reports = Mutex<[FetchProgress]>([])

    var all: [FetchProgress] { reports.withLock { $0 } }

    func add(_ report: FetchProgress) { reports.withLock { $0.append(report) } }
}
