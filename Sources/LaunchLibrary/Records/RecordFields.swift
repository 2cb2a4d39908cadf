import Catalogue

/// The fields of one object, each read as the type it must have.
///
/// What is wrong goes to the log and reads as nil, so that a reader goes on and finds all problems; a required field is nil only together
/// with a problem. A field that may be null may also be absent: the API's next version drops some and makes others nullable.
struct RecordFields {
    let value: JSONValue
    let log: ProblemLog

    /// - Returns: nil, with a problem, when the value is no object.
    init?(_ value: JSONValue, log: ProblemLog) {
        guard value.kind == .object else {
            log.report("expected an object, found \(value.found)", at: value)
            return nil
        }
        self.value = value
        self.log = log
    }

    func has(_ key: StaticString) -> Bool { value[key] != nil }

    /// The member, unless it is absent or null.
    func given(_ key: StaticString) -> JSONValue? {
        value[key].flatMap { $0.isNull ? nil : $0 }
    }

    private func required<T>(_ key: StaticString, _ type: FieldType<T>) -> T? {
        guard let field = value[key] else {
            log.report("expected \(type.name), but the field is missing", at: value, missing: key)
            return nil
        }
        return read(field, as: type)
    }

    private func optional<T>(_ key: StaticString, _ type: FieldType<T>) -> T? {
        given(key).flatMap { read($0, as: type) }
    }

    private func read<T>(_ field: JSONValue, as type: FieldType<T>) -> T? {
        if let result = type.read(field) { return result }
        log.report("expected \(type.nameFor(field)), found \(field.found)", at: field)
        return nil
    }
}

extension RecordFields {
    /// The record's own id: positive, as the database counts.
    func id(_ key: StaticString = "id") -> Int? { required(key, .id) }

    func text(_ key: StaticString) -> String? { required(key, .text) }
    func text(_ key: StaticString, default missing: String) -> String? { has(key) ? required(key, .text) : missing }
    func optionalText(_ key: StaticString) -> String? { optional(key, .text) }

    func requiredFlag(_ key: StaticString) -> Bool? { required(key, .flag) }
    func flag(_ key: StaticString, default missing: Bool) -> Bool? { has(key) ? required(key, .flag) : missing }
    func optionalFlag(_ key: StaticString) -> Bool? { optional(key, .flag) }

    func optionalID(_ key: StaticString) -> Int? { optional(key, .id) }
    func int(_ key: StaticString) -> Int? { required(key, .int) }
    func optionalInt(_ key: StaticString) -> Int? { optional(key, .int) }
    func optionalDouble(_ key: StaticString) -> Double? { optional(key, .double) }
    func optionalDuration(_ key: StaticString) -> ISODuration? { optional(key, .duration) }
    func optionalDate(_ key: StaticString) -> CalendarDate? { optional(key, .date) }
    /// One of the raw values of an enumeration.
    func oneOf<T: RawRepresentable>(_ key: StaticString, _: T.Type) -> T? where T.RawValue == String, T: CaseIterable {
        let names = T.allCases.map(\.rawValue)
        let type = FieldType<T>("one of \(names.joined(separator: ", "))") { $0.string.flatMap(T.init(rawValue:)) }
        return required(key, type)
    }
    func optionalTimestamp(_ key: StaticString) -> Timestamp? { optional(key, .timestamp) }

    func object(_ key: StaticString) -> RecordFields? {
        required(key, .object).flatMap { RecordFields($0, log: log) }
    }

    func optionalObject(_ key: StaticString) -> RecordFields? {
        optional(key, .object).flatMap { RecordFields($0, log: log) }
    }

    func requiredList(_ key: StaticString) -> [JSONValue]? { required(key, .list) }

    /// The elements of a list; empty when it is null or absent.
    func list(_ key: StaticString) -> [JSONValue] { optional(key, .list) ?? [] }

    /// The objects of a list; an element that is none is a problem and left out.
    func objects(_ key: StaticString) -> [RecordFields] {
        list(key).compactMap { RecordFields($0, log: log) }
    }

    /// The ids of a list.
    func ids(_ key: StaticString) -> [Int] {
        list(key).compactMap { read($0, as: .id) }
    }
}

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
