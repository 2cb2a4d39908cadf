import Catalogue
import Support

/// How a value is read, and what to call what was expected when it cannot be.
struct FieldType<T>: Sendable {
    let name: String
    let read: @Sendable (JSONValue) -> T?
    private let nameFor: (@Sendable (JSONValue) -> String)?

    init(_ name: String, nameFor: (@Sendable (JSONValue) -> String)? = nil, read: @escaping @Sendable (JSONValue) -> T?) {
        self.name = name
        self.read = read
        self.nameFor = nameFor
    }

    /// Nil, with a problem, where the value is none of this type.
    func value(of field: JSONValue, _ log: ProblemLog) -> T? {
        if let result = read(field) { return result }
        log.report("expected \(nameFor?(field) ?? name), found \(field.found)", at: field)
        return nil
    }
}

enum FieldTypes {
    static let text = FieldType("text") { $0.string }
    static let flag = FieldType("true or false") { $0.bool }
    static let decimal = FieldType("a number") { $0.double }
    static let object = FieldType("an object") { $0.kind == .object ? $0 : nil }
    static let list = FieldType("a list") { $0.elements }

    static let wholeNumber = FieldType("a number", nameFor: { $0.kind == .number ? "a whole number" : "a number" }) { $0.int }

    /// The ids of the database: positive, and of 32 bits as its columns are.
    static let idRange = 1...Int(Int32.max)

    static let id = FieldType("a number", nameFor: nameOfID) { value in
        value.int.flatMap { idRange.contains($0) ? $0 : nil }
    }

    private static func nameOfID(for value: JSONValue) -> String {
        guard value.kind == .number else { return "a number" }
        return (value.double ?? 0) > Double(idRange.upperBound) ? "a number up to \(idRange.upperBound)" : "a positive whole number"
    }

    static let duration = FieldType("an ISO 8601 duration such as P178DT22H54M29S") { value in
        value.string.flatMap { ISODuration(iso8601: $0) }
    }

    static let date = FieldType("a date such as 1966-11-28") { value in
        value.string.flatMap { CalendarDate(iso8601: $0) }
    }

    static let timestamp = FieldType("a time such as 2026-03-01T04:05:06Z") { value in
        value.string.flatMap { Timestamp(rfc3339: $0) }
    }
}
