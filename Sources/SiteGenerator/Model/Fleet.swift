import Catalogue

/// The craft of one configuration, with what their pages compare worked out once: a page costs the same however large the fleet is.
final class Fleet: Sendable {
    /// Places in the register's order of names, ascending: the fleet by name.
    let positions: [Int]
    let flights: Int
    let inSpace: Int
    /// Why there is no longest time in space.
    let timeInSpaceAbsence: String
    /// The craft that was longest in space; nil where no time is recorded.
    let longest: Spacecraft?
    let timesInSpace: Times
    let timesDocked: Times
    /// Nil where fewer than two craft have a recorded time in space, or no page shows it.
    let spread: SpreadChart?

    static let empty = Fleet(positions: [], in: [])

    /// - Parameter isDrawn: whether a page shows the fleet's times in space as a chart.
    init(positions: [Int], in spacecraft: [Spacecraft], isDrawn: Bool = true) {
        let craft = positions.map { spacecraft[$0] }
        self.positions = positions
        flights = craft.reduce(0) { $0 + ($1.flightsCount ?? 0) }
        inSpace = craft.count(where: \.inSpace)
        timeInSpaceAbsence = !craft.isEmpty && craft.allSatisfy(\.hasNotFlown) ? "not flown" : "not recorded"
        longest = craft.filter { ($0.timeInSpace?.seconds ?? 0) > 0 }
            .max { ($0.timeInSpace?.seconds ?? 0) < ($1.timeInSpace?.seconds ?? 0) }
        timesInSpace = Times(craft.compactMap { $0.timeInSpace?.seconds })
        timesDocked = Times(craft.compactMap { $0.timeDocked?.seconds })
        spread = isDrawn ? SpreadChart(craft) : nil
    }

    /// Seconds in ascending order; zero stands for what is not recorded and takes no part.
    struct Times: Sendable {
        private let sorted: [Int]

        init(_ seconds: [Int]) {
            sorted = seconds.filter { $0 > 0 }.sorted()
        }

        var count: Int { sorted.count }
        var longest: Int { sorted.last ?? 0 }
        var median: Int { sorted.isEmpty ? 0 : (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2 }

        /// 1 for the longest; equal times share a rank.
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
