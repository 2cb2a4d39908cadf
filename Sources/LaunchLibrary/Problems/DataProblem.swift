/// Something in the input that cannot be used, said so that it can be mended.
public struct DataProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// `seeds/a.json:12:7`, `seeds/a.json: record 126 › status › id`, or the address of an answer.
    public let place: String
    public let what: String
    /// What to do about it: a sentence without its full stop.
    public let remedy: String

    public init(place: String, what: String, remedy: String) {
        self.place = place
        self.what = what
        self.remedy = remedy
    }

    /// `WHERE: WHAT. REMEDY`
    public var description: String { "\(place): \(what). \(remedy)" }
}

/// All that is wrong with the input, in the order of the input; never empty when thrown.
public struct DataProblems: Error, Sendable, Equatable, CustomStringConvertible {
    public let problems: [DataProblem]

    public init(_ problems: [DataProblem]) {
        self.problems = problems
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
