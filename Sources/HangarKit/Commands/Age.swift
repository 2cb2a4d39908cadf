import ArgumentParser

/// A length of time as operators write it: a whole number and a unit, such as `90s`, `45m`, `24h` or `2d`.
struct Age: Sendable, Equatable, ExpressibleByArgument {
    let seconds: Int
    /// As the operator wrote it.
    let text: String

    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    /// A hundred years are practically for ever, and fit every calculation.
    private static let largest = 36_500 * 86_400

    /// Nil when the text does not have this form, or is longer than a hundred years.
    init?(argument: String) {
        guard let unit = argument.last.flatMap({ Self.units[$0] }), let number = Int(argument.dropLast()), number > 0,
            number <= Self.largest / unit
        else { return nil }
        seconds = number * unit
        text = argument
    }

    /// `40 s`, `12 min`, `30 h`, `4 d`: whole units, and days only from two on.
    static func words(_ seconds: Int) -> String {
        switch max(0, seconds) {
        case let seconds where seconds < 60: "\(seconds) s"
        case let seconds where seconds < 3_600: "\(seconds / 60) min"
        case let seconds where seconds < 48 * 3_600: "\(seconds / 3_600) h"
        case let seconds: "\(seconds / 86_400) d"
        }
    }
}
