import Support

/// All problems of the input, in the order of the input. It is never empty when thrown.
public struct DataProblems: Error, Sendable, Equatable, CustomStringConvertible {
    public let problems: [Fault]

    public init(_ problems: [Fault]) {
        self.problems = problems
    }

    /// One problem per line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Collects the problems in the records of one text, so that all are reported together.
///
/// It is a class because every reader of a nested object writes to the same log. It stays on one thread.
final class ProblemLog {
    private(set) var problems: [Fault] = []
    private let source: String
    private let remedy: String
    private var record: JSONValue?
    private var line: Int?
    private var recordName: () -> String = { "" }

    /// - Parameter source: the file or address at the beginning of every place.
    init(source: String, remedy: String) {
        self.source = source
        self.remedy = remedy
    }

    /// Sets the record to which the following problems belong.
    ///
    /// - Parameters:
    ///   - line: the line of the record, when each record is on its own line.
    ///   - name: the name of the record. It is evaluated only when there is a problem, because there are tens of thousands of records.
    func enter(_ record: JSONValue?, line: Int? = nil, named name: @autoclosure @escaping () -> String) {
        self.record = record
        self.line = line
        recordName = name
    }

    /// - Parameter key: the missing member of `value`. It is set when the member itself cannot be pointed at.
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
