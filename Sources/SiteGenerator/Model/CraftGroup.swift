import Catalogue
import TemplateEngine

/// Craft that pages compare with one another: those of one configuration, or all. The group is computed once, so that the cost of a page
/// does not depend on its size.
final class CraftGroup: Sendable {
    /// The places of the craft in the order of names of all craft, ascending.
    let positions: [CraftPosition]
    let flights: Int
    let inSpace: Int
    /// Whether the source says of each that it has not flown.
    let isUnflown: Bool
    /// What is the same of each.
    let constants: CraftColumns
    /// The craft with the longest time in space. It is nil when no time is recorded.
    let longest: Spacecraft?
    let timesInSpace: Times
    let timesDocked: Times

    static let empty = CraftGroup(positions: [], in: [])

    init(positions: [CraftPosition], in spacecraft: [Spacecraft]) {
        let craft = positions.map { spacecraft[$0] }
        self.positions = positions
        flights = craft.reduce(0) { $0 + ($1.flightsCount ?? 0) }
        inSpace = craft.count(where: \.isInSpace)
        isUnflown = !craft.isEmpty && craft.allSatisfy(\.hasNotFlown)
        constants = CraftColumns(constantIn: craft)
        longest = craft.filter { ($0.timeInSpace?.seconds ?? 0) > 0 }
            .max { ($0.timeInSpace?.seconds ?? 0) < ($1.timeInSpace?.seconds ?? 0) }
        timesInSpace = Times(craft.compactMap { $0.timeInSpace?.seconds })
        timesDocked = Times(craft.compactMap { $0.timeDocked?.seconds })
    }

    /// The reason why there is no longest time in space.
    var timeInSpaceAbsence: TemplateValue { isUnflown ? Absence.notFlown : Absence.notRecorded }

    /// The times in seconds, in ascending order. Zero means 'not recorded' and is left out.
    struct Times: Sendable {
        private let sorted: [Int]

        init(_ seconds: [Int]) {
            sorted = seconds.filter { $0 > 0 }.sorted()
        }

        var count: Int { sorted.count }
        var longest: Int { sorted.last ?? 0 }
        var median: Int { sorted.isEmpty ? 0 : (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2 }

        /// The rank of a time. The longest time has rank 1. Equal times share a rank.
        func rank(of seconds: Int) -> Int {
            var low = 0
            var high = sorted.count
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] <= seconds { low = middle + 1 } else { high = middle }
            }
            return sorted.count - low + 1
        }
    }
}
