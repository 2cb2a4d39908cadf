import Catalogue
import TemplateEngine

/// A superlative that craft can hold. One field of the craft decides it.
enum Superlative: String, Sendable, CaseIterable {
    case timeInSpace = "time_in_space"
    case timeDocked = "time_docked"
    case flightsCount = "flights_count"
    case fastestTurnaround = "fastest_turnaround"

    /// The name of the field in the API.
    var field: String { rawValue }

    /// The value of the field in seconds or flights. It is nil when nothing is recorded. The source also writes zero for that.
    func value(of craft: Spacecraft) -> Int? {
        let value =
            switch self {
            case .timeInSpace: craft.timeInSpace?.seconds
            case .timeDocked: craft.timeDocked?.seconds
            case .flightsCount: craft.flightsCount
            case .fastestTurnaround: craft.fastestTurnaround?.seconds
            }
        return value.flatMap { $0 > 0 ? $0 : nil }
    }

    /// The value of a text from the history.
    func value(of text: String?) -> Int? {
        let value = self == .flightsCount ? text.flatMap { Int($0) } : text.flatMap { ISODuration(iso8601: $0)?.seconds }
        return value.flatMap { $0 > 0 ? $0 : nil }
    }

    /// Whether the value grows while a craft is in space.
    var growsInSpace: Bool { self == .timeInSpace || self == .timeDocked }

    func isBetter(_ value: Int, than other: Int) -> Bool {
        self == .fastestTurnaround ? value < other : value > other
    }

    /// `524 d 5 h`, `39`
    func figure(_ value: Int) -> TemplateValue {
        self == .flightsCount ? Formatted.number(value) : Formatted.duration(ISODuration(seconds: value))
    }

    /// The craft with the best values, the best first. Equal craft are in the order of their ids.
    ///
    /// - Parameter limit: the maximum number of craft.
    func best(_ limit: Int, of spacecraft: EntityTable<Spacecraft>) -> [(craft: Spacecraft, value: Int)] {
        // The places of the best so far. They are few, so each new one is put in by going along them. Copies of craft would take longer.
        var best: [(place: Int, value: Int)] = []
        guard limit > 0 else { return [] }
        for (place, craft) in spacecraft.enumerated() {
            guard let value = value(of: craft), best.count < limit || isBetter(value, than: best[best.count - 1].value) else { continue }
            if best.count == limit { best.removeLast() }
            best.insert((place, value), at: best.firstIndex { isBetter(value, than: $0.value) } ?? best.count)
        }
        return best.map { (craft: spacecraft[$0.place], value: $0.value) }
    }

    /// The craft that a list of the best shows, and those of equal value that it leaves out.
    ///
    /// The list has about so many craft. It does not end among equals: they are all in it where they are few, and otherwise it ends before
    /// them, unless there is nobody before them.
    func list(_ length: Int, of spacecraft: EntityTable<Spacecraft>) -> (rows: [(craft: Spacecraft, value: Int)], tie: Tie?) {
        let reach = length * 3 / 2 + 1
        let best = best(reach, of: spacecraft)
        guard best.count > length, best[length].value == best[length - 1].value else { return (Array(best.prefix(length)), nil) }
        let value = best[length].value
        let ends = best.lastIndex { $0.value == value }.map { $0 + 1 } ?? length
        if ends < best.count || best.count < reach { return (Array(best[..<ends]), nil) }
        let count = spacecraft.count { self.value(of: $0) == value }
        let before = best.firstIndex { $0.value == value } ?? 0
        return before > 0
            ? (Array(best[..<before]), Tie(value: value, count: count, isListed: false))
            : (Array(best.prefix(length)), Tie(value: value, count: count, isListed: true))
    }

    /// Craft of one value, too many for a list.
    struct Tie: Sendable, Equatable {
        let value: Int
        let count: Int
        /// Whether the list has the first of them, because there is nobody before them.
        let isListed: Bool
    }

    /// The ids of the craft that share the best value, in ascending order, as in the table.
    func holders(in spacecraft: EntityTable<Spacecraft>) -> [Spacecraft.ID] {
        var best: Int?
        var holders: [Spacecraft.ID] = []
        for craft in spacecraft {
            guard let value = value(of: craft), best.map({ !isBetter($0, than: value) }) ?? true else { continue }
            if value != best { holders = [] }
            best = value
            holders.append(craft.id)
        }
        return holders
    }
}
