import Catalogue
import Support

/// The fields of one object. Each is read as the type that it must have.
///
/// An invalid value goes to the log and reads as nil, so that a reader continues and finds all problems. A required field is nil only
/// together with a problem. A field that may be null may also be absent: the API's next version drops some fields and makes others
/// nullable.
struct RecordFields {
    let value: JSONValue
    let log: ProblemLog

    /// - Returns: nil, with a problem, when the value is not an object.
    init?(_ value: JSONValue, log: ProblemLog) {
        guard value.kind == .object else {
            FieldTypes.object.report(value, log)
            return nil
        }
        self.value = value
        self.log = log
    }

    func has(_ key: StaticString) -> Bool { value[key] != nil }

    private func required<T>(_ key: StaticString, _ type: FieldType<T>) -> T? {
        guard let field = value[key] else {
            log.report(missing: key, in: value, expected: type.name, isEssential: false)
            return nil
        }
        return type.value(of: field, log)
    }

    private func optional<T>(_ key: StaticString, _ type: FieldType<T>) -> T? {
        guard let field = value[key], !field.isNull else { return nil }
        return type.value(of: field, log)
    }
}

/// Required fields return nil only together with a problem. Fields in `optional…` functions may be null or absent.
extension RecordFields {
    /// An id of the database.
    func id(_ key: StaticString = "id") -> Int? { required(key, FieldTypes.id) }
    func text(_ key: StaticString) -> String? { required(key, FieldTypes.text) }
    func optionalText(_ key: StaticString) -> String? { optional(key, FieldTypes.text) }
    func optionalLines(_ key: StaticString) -> String? { optional(key, FieldTypes.lines) }
    func optionalInt(_ key: StaticString) -> Int? { optional(key, FieldTypes.wholeNumber) }
    func optionalTimestamp(_ key: StaticString) -> Timestamp? { optional(key, FieldTypes.timestamp) }

    /// One of the raw values of an enumeration.
    func oneOf<T: RawRepresentable & CaseIterable & SendableMetatype>(_ key: StaticString, _: T.Type) -> T? where T.RawValue == String {
        // The names are put together only for a message, because a history has tens of thousands of lines.
        if let name = value[key]?.string, let found = T(rawValue: name) { return found }
        let names = T.allCases.map(\.rawValue).joined(separator: ", ")
        return required(key, FieldType<T>("one of \(names)") { _ in nil })
    }

    func optionalObject(_ key: StaticString) -> RecordFields? {
        optional(key, FieldTypes.object).flatMap { RecordFields($0, log: log) }
    }

    func list(_ key: StaticString) -> [JSONValue]? { required(key, FieldTypes.list) }

    /// The objects of a list. The result is empty when the list is null or absent. An element that is not an object is a problem and is
    /// left out.
    func objects(_ key: StaticString) -> [RecordFields] {
        (optional(key, FieldTypes.list) ?? []).compactMap { RecordFields($0, log: log) }
    }
}
