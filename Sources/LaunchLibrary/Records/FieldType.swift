import Catalogue
import Support

/// How a value is read, and what to call what was expected when it cannot be.
struct FieldType<T> {
    let name: String
    let read: (JSONValue) -> T?
    let nameFor: (JSONValue) -> String

    init(_ name: String, nameFor: ((JSONValue) -> String)? = nil, read: @escaping (JSONValue) -> T?) {
        self.name = name
        self.read = read
        self.nameFor = nameFor ?? { _ in name }
    }
}

extension FieldType {
    static var text: FieldType<String> { .init("text") { $0.string } }
    static var flag: FieldType<Bool> { .init("true or false") { $0.bool } }
    static var double: FieldType<Double> { .init("a number") { $0.double } }
    static var object: FieldType<JSONValue> { .init("an object") { $0.kind == .object ? $0 : nil } }
    static var list: FieldType<[JSONValue]> { .init("a list") { $0.elements } }

    static var int: FieldType<Int> {
        .init("a number", nameFor: { $0.kind == .number ? "a whole number" : "a number" }) { $0.int }
    }

    static var id: FieldType<Int> {
        .init("a number", nameFor: nameOfID) { value in
            value.int.flatMap { EntityID.range.contains($0) ? $0 : nil }
        }
    }

    private static func nameOfID(for value: JSONValue) -> String {
        guard value.kind == .number else { return "a number" }
        return (value.double ?? 0) > Double(EntityID.range.upperBound)
            ? "a number up to \(EntityID.range.upperBound)" : "a positive whole number"
    }

    static var duration: FieldType<ISODuration> {
        .init("an ISO 8601 duration such as P178DT22H54M29S") { value in value.string.flatMap { ISODuration(iso8601: $0) } }
    }

    static var date: FieldType<CalendarDate> {
        .init("a date such as 1966-11-28") { value in value.string.flatMap { CalendarDate(iso8601: $0) } }
    }

    static var timestamp: FieldType<Timestamp> {
        .init("a time such as 2026-03-01T04:05:06Z") { value in value.string.flatMap { Timestamp(rfc3339: $0) } }
    }
}
