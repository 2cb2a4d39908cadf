import Catalogue
import Support

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

    private func required<T>(_ key: StaticString, _ type: FieldType<T>) -> T? {
        guard let field = value[key] else {
            log.report("expected \(type.name), but the field is missing", at: value, missing: key)
            return nil
        }
        return read(field, as: type)
    }

    private func optional<T>(_ key: StaticString, _ type: FieldType<T>) -> T? {
        guard let field = value[key], !field.isNull else { return nil }
        return read(field, as: type)
    }

    private func read<T>(_ field: JSONValue, as type: FieldType<T>) -> T? {
        if let result = type.read(field) { return result }
        log.report("expected \(type.nameFor(field)), found \(field.found)", at: field)
        return nil
    }
}

/// Fields that must be there return nil only together with a problem; `optional…` ones may be null or absent.
extension RecordFields {
    /// An id of the database.
    func id(_ key: StaticString = "id") -> Int? { required(key, .id) }
    func optionalID(_ key: StaticString) -> Int? { optional(key, .id) }

    func text(_ key: StaticString) -> String? { required(key, .text) }
    func text(_ key: StaticString, default missing: String) -> String? { has(key) ? required(key, .text) : missing }
    func optionalText(_ key: StaticString) -> String? { optional(key, .text) }

    func flag(_ key: StaticString) -> Bool? { required(key, .flag) }
    func flag(_ key: StaticString, default missing: Bool) -> Bool? { has(key) ? required(key, .flag) : missing }
    func optionalFlag(_ key: StaticString) -> Bool? { optional(key, .flag) }

    func optionalInt(_ key: StaticString) -> Int? { optional(key, .int) }
    func optionalDouble(_ key: StaticString) -> Double? { optional(key, .double) }
    func optionalDuration(_ key: StaticString) -> ISODuration? { optional(key, .duration) }
    func optionalDate(_ key: StaticString) -> CalendarDate? { optional(key, .date) }
    func optionalTimestamp(_ key: StaticString) -> Timestamp? { optional(key, .timestamp) }

    /// One of the raw values of an enumeration.
    func oneOf<T: RawRepresentable & CaseIterable>(_ key: StaticString, _: T.Type) -> T? where T.RawValue == String {
        let names = T.allCases.map(\.rawValue).joined(separator: ", ")
        return required(key, FieldType<T>("one of \(names)") { $0.string.flatMap(T.init(rawValue:)) })
    }

    func object(_ key: StaticString) -> RecordFields? {
        required(key, .object).flatMap { RecordFields($0, log: log) }
    }

    func optionalObject(_ key: StaticString) -> RecordFields? {
        optional(key, .object).flatMap { RecordFields($0, log: log) }
    }

    func list(_ key: StaticString) -> [JSONValue]? { required(key, .list) }

    /// The objects of a list; none when it is null or absent. An element that is no object is a problem and left out.
    func objects(_ key: StaticString) -> [RecordFields] { optionalObjects(key) ?? [] }

    /// The same, but nil when the list is null or absent.
    func optionalObjects(_ key: StaticString) -> [RecordFields]? {
        optional(key, .list)?.compactMap { RecordFields($0, log: log) }
    }

    /// The ids of a list; none when it is null or absent.
    func ids(_ key: StaticString) -> [Int] {
        (optional(key, .list) ?? []).compactMap { read($0, as: .id) }
    }
}
