/// The values of a field that can be, and their description for messages. Nothing has a negative height or flew before 1900.
public struct ValueRange: Sendable {
    private let bounds: ClosedRange<Double>
    /// The description of the expected value.
    package let words: String

    private init(_ bounds: ClosedRange<Double>, _ words: String) {
        self.bounds = bounds
        self.words = words
    }

    package func contains(_ number: Double) -> Bool { bounds.contains(number) }
    package func contains(_ duration: ISODuration) -> Bool { bounds.contains(Double(duration.seconds)) }
    package func contains(_ date: CalendarDate) -> Bool { bounds.contains(Double(date.year)) }

    public static let positive = ValueRange(.leastNonzeroMagnitude ... .greatestFiniteMagnitude, "a number above 0")
    public static let notNegative = ValueRange(0 ... .greatestFiniteMagnitude, "a number that is not negative")
    public static let year = ValueRange(1...9_999, "a year from 1 to 9999")
    static let notNegativeDuration = ValueRange(0 ... .greatestFiniteMagnitude, "a duration that is not negative")
    static let yearsOfFlight = ValueRange(1_900...2_199, "a date from 1900 to 2199")
}
