import Catalogue

/// An axis from zero in whole days with round steps.
struct ChartScale: Sendable {
    let step: Int
    /// The axis ends on the first step beyond the largest value.
    let end: Int

    init(largest: Double) {
        let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]
        step = steps.first { largest / Double($0) <= 6 } ?? max(1, Int(largest / 6))
        end = step * (Int(largest / Double(step)) + 1)
    }

    var ticks: StrideThrough<Int> { stride(from: 0, through: end, by: step) }

    static func days(_ duration: ISODuration) -> Double { Double(duration.seconds) / 86_400 }
}
