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
        // The sort moves indices, not craft: moving a craft changes the reference counts of all its texts. The indices ascend with the ids.
        let values = spacecraft.map { value(of: $0) ?? 0 }
        let places = values.indices.filter { values[$0] > 0 }.sorted { left, right in
            values[left] != values[right] ? isBetter(values[left], than: values[right]) : left < right
        }
        return places.prefix(limit).map { (craft: spacecraft[$0], value: values[$0]) }
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
