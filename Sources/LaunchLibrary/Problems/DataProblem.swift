import Support

public typealias DataProblem = Fault

/// All that is wrong with the input, in the order of the input; never empty when thrown.
public struct DataProblems: Error, Sendable, Equatable, CustomStringConvertible {
    public let problems: [Fault]

    public init(_ problems: [Fault]) {
        self.problems = problems
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
