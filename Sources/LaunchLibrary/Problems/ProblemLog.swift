import Support

/// All that is wrong with the input, in the order of the input; never empty when thrown.
public struct DataProblems: Error, Sendable, Equatable, CustomStringConvertible {
    public let problems: [Fault]

    public init(_ problems: [Fault]) {
        self.problems = problems
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Collects what is wrong with the records of one text, so that all of it is reported at once.
///
/// A reference, because every reader of a nested object writes to the same log; it lives and dies on one thread.
final class ProblemLog {
    private(set) var problems: [Fault] = []
    private let source: String
    private let remedy: String
    private var record: JSONValue?
    private var line: Int?
    private var recordName: () -> String = { "" }

    /// - Parameter source: the file or address that every place begins with.
    init(source: String, remedy: String) {
        self.source = source
        self.remedy = remedy
    }

    /// Sets the record that the following problems are in.
    ///
    /// - Parameters:
    ///   - line: its line, where records stand on lines of their own.
    ///   - name: asked for only when there is a problem, for there are tens of thousands of records.
    func enter(_ record: JSONValue?, line: Int? = nil, named name: @autoclosure @escaping () -> String) {
        self.record = record
        self.line = line
        recordName = name
    }

    /// - Parameter key: the member of `value` that is meant, where it is not there to point at.
    func report(_ what: String, at value: JSONValue, missing key: StaticString? = nil) {
        let steps = [recordName(), record?.path(to: value) ?? "", key.map { "\($0)" } ?? ""]
        add(what, steps: steps)
    }

    /// Reports a problem of the record as a whole.
    func report(_ what: String) {
        add(what, steps: [recordName()])
    }

    private func add(_ what: String, steps: [String]) {
        let file = line.map { "\(source):\($0)" } ?? source
        let path = steps.filter { !$0.isEmpty }.joined(separator: " › ")
        problems.append(.init(place: path.isEmpty ? file : "\(file): \(path)", what: what, remedy: remedy))
    }
}
