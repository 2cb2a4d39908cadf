import Catalogue
import Support
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
        // By their index they are read in their place. A copy of each craft would take longer than all else.
        self.positions = positions
        flights = positions.reduce(0) { $0 + (spacecraft[$1.index].flightsCount ?? 0) }
        inSpace = positions.count { spacecraft[$0.index].isInSpace }
        isUnflown = !positions.isEmpty && positions.allSatisfy { spacecraft[$0.index].hasNotFlown }
        constants = CraftColumns(constantIn: positions, of: spacecraft)
        let timesInSpace = positions.map { spacecraft[$0.index].timeInSpace?.seconds ?? 0 }
        longest = timesInSpace.indices.max { timesInSpace[$0] < timesInSpace[$1] }
            .flatMap { timesInSpace[$0] > 0 ? spacecraft[positions[$0].index] : nil }
        self.timesInSpace = Times(timesInSpace)
        timesDocked = Times(positions.map { spacecraft[$0.index].timeDocked?.seconds ?? 0 })
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
        func rank(of seconds: Int) -> Int { sorted.count - sorted.partitioningIndex { $0 > seconds } + 1 }
    }
}
