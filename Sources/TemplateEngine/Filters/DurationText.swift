/// Lengths of time for readers.
enum DurationText {
    private static let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]

    /// The two largest neighbouring units, the second only where it is not 0: `178 d 22 h`, `5 min`. U+00A0 stands before each unit,
    /// so that a line never breaks between a number and its unit. What is left is cut off, not rounded.
    static func written(seconds: Int) -> String {
        let sign = seconds < 0 ? "-" : ""
        var rest = seconds.magnitude
        for (index, (size, unit)) in units.enumerated() where rest >= UInt(size) || size == 1 {
            let largest = "\(sign)\(NumberText.grouped(String(rest / UInt(size))))\u{A0}\(unit)"
            rest %= UInt(size)
            guard index + 1 < units.count else { return largest }
            let (nextSize, nextUnit) = units[index + 1]
            let next = rest / UInt(nextSize)
            return next == 0 ? largest : "\(largest) \(next)\u{A0}\(nextUnit)"
        }
        return "0\u{A0}s"
    }
}
