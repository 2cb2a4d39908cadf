import Catalogue
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

/// Collects the problems of one text, so that all are reported together.
///
/// A problem of a text that Hangar wrote, or of the shape of a page, makes the text unusable. A problem inside a record of the source is a
/// ``RecordFault``, and the reading goes on.
///
/// It is a class because every reader of a nested object writes to the same log. It stays on one thread.
final class ProblemLog {
    private(set) var problems: [Fault] = []
    /// The faults of the current record.
    private(set) var faults: [RecordFault] = []
    private let source: String
    private let remedy: String
    private var record: JSONValue?
    private var line: Int?
    private var recordName: () -> String = { "" }
    private var kind: EntityKind?
    private var id: Int?
    private var isInRecord = false

    /// - Parameter source: the file or address at the beginning of every place.
    init(source: String, remedy: String) {
        self.source = source
        self.remedy = remedy
    }

    /// Sets the object to which the following problems belong.
    ///
    /// - Parameters:
    ///   - line: the line of the object, when each is on its own line.
    ///   - name: the name of the object. It is evaluated only when there is a problem, because there are tens of thousands of them.
    func enter(_ record: JSONValue?, line: Int? = nil, named name: @autoclosure @escaping () -> String) {
        self.record = record
        self.line = line
        recordName = name
        isInRecord = false
    }

    /// Sets the record of the source to which the following faults belong.
    func enter(_ record: JSONValue, _ kind: EntityKind?, id: Int?, named name: @autoclosure @escaping () -> String) {
        self.record = record
        self.kind = kind
        self.id = id
        recordName = name
        isInRecord = true
    }

    /// The faults of the current record. The log then holds none.
    func takeFaults() -> [RecordFault] {
        defer { faults = [] }
        return faults
    }

    /// - Parameter key: the missing member of `value`. It is set when the member itself cannot be pointed at.
    func report(_ what: String, at value: JSONValue, missing key: StaticString? = nil) {
        let path = path(to: value, key)
        if isInRecord { add(.unknown(what), path) } else { add(what, steps: [recordName(), path]) }
    }

    /// Reports a problem of the record as a whole.
    func report(_ what: String) {
        if isInRecord { add(.unknown(what), "") } else { add(what, steps: [recordName()]) }
    }

    func report(_ value: JSONValue, expected: String, isEssential: Bool = false) {
        let path = path(to: value, nil)
        if isInRecord {
            add(.unusable(expected: expected, found: value.found), path, isEssential: isEssential)
        } else {
            add("expected \(expected), found \(value.found)", steps: [recordName(), path])
        }
    }

    func report(missing key: StaticString, in object: JSONValue, expected: String, isEssential: Bool) {
        let path = path(to: object, key)
        if isInRecord {
            add(.missing, path, isEssential: isEssential)
        } else {
            add("expected \(expected), but the field is missing", steps: [recordName(), path])
        }
    }

    /// Reports a value of the source that is null or a text without a character.
    func report(blank value: JSONValue, isEssential: Bool) {
        add(value.isNull ? .null : .empty, path(to: value, nil), isEssential: isEssential)
    }

    /// Notes that the value of the last fetch takes the place of the one that was reported last.
    func completeLast() {
        if !faults.isEmpty { faults[faults.count - 1].isCompleted = true }
    }

    /// Names the entity to which the faults from a position on belong, where an entity inside it has not been named.
    func assign(from position: Int, to kind: EntityKind, id: Int?, at value: JSONValue) {
        let start = path(to: value, nil)
        for index in faults.indices[position...] where faults[index].owner == nil {
            let inside = faults[index].path.dropFirst(start.count)
            let field = RecordFault.withoutPlaces(String(inside.hasPrefix(" › ") ? inside.dropFirst(3) : inside))
            faults[index].owner = RecordFault.Owner(kind: kind, id: id, field: field)
        }
    }

    private func path(to value: JSONValue, _ key: StaticString?) -> String {
        [record?.path(to: value) ?? "", key.map { "\($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " › ")
    }

    private func add(_ finding: RecordFault.Finding, _ path: String, isEssential: Bool = false) {
        faults.append(
            RecordFault(
                source: source, record: recordName(), id: id, kind: kind, path: path, finding: finding, isEssential: isEssential))
    }

    private func add(_ what: String, steps: [String]) {
        let file = line.map { "\(source):\($0)" } ?? source
        let path = steps.filter { !$0.isEmpty }.joined(separator: " › ")
        problems.append(.init(place: path.isEmpty ? file : "\(file): \(path)", what: what, remedy: remedy))
    }
}
