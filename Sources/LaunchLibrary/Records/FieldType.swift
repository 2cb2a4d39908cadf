import Catalogue
import Support

/// How a value is read, and the name of the expected type for messages.
struct FieldType<T>: Sendable {
    let name: String
    let read: @Sendable (JSONValue) -> T?
    /// Whether a value is in a range. It is nil for types whose values have no order.
    let isIn: (@Sendable (T, ValueRange) -> Bool)?
    private let nameFor: (@Sendable (JSONValue) -> String)?

    init(
        _ name: String, nameFor: (@Sendable (JSONValue) -> String)? = nil, isIn: (@Sendable (T, ValueRange) -> Bool)? = nil,
        read: @escaping @Sendable (JSONValue) -> T?
    ) {
        self.name = name
        self.read = read
        self.isIn = isIn
        self.nameFor = nameFor
    }

    /// The value. It is nil, with a problem, when the value has another type.
    func value(of field: JSONValue, _ log: ProblemLog) -> T? {
        if let result = read(field) { return result }
        report(field, log)
        return nil
    }

    /// The value. It is nil, with a problem, when the value has another type or is not in the range.
    func value(of field: JSONValue, in range: ValueRange?, isEssential: Bool, _ log: ProblemLog) -> T? {
        guard let result = read(field) else {
            report(field, log, isEssential: isEssential)
            return nil
        }
        if let range, let isIn, !isIn(result, range) {
            log.report(field, expected: range.words)
            return nil
        }
        return result
    }

    @inline(never)
    func report(_ field: JSONValue, _ log: ProblemLog, isEssential: Bool = false) {
        log.report(field, expected: nameFor?(field) ?? name, isEssential: isEssential)
    }
}

enum FieldTypes {
    /// A name or another text of one line.
    static let text = FieldType("text") { $0.string.map(SourceText.line) }
    static let lines = FieldType("text") { $0.string.map(SourceText.prose) }
    /// The address of a picture, in normal form. One that no page can load is kept, for messages.
    static let pictureURL = FieldType("text") { $0.string.map { WebURL($0)?.text ?? SourceText.line($0) } }
    static let flag = FieldType("true or false") { $0.bool }
    static let decimal = FieldType("a number", isIn: { $1.contains($0) }) { $0.double }
    static let object = FieldType("an object") { $0.kind == .object ? $0 : nil }
    static let list = FieldType("a list") { $0.elements }

    static let wholeNumber = FieldType(
        "a number", nameFor: { $0.kind == .number ? "a whole number" : "a number" }, isIn: { $1.contains(Double($0)) }
    ) {
        $0.int
    }

    /// The ids of the database. They are positive and have 32 bits, as the columns of the database do.
    static let idRange = 1...Int(Int32.max)

    static let id = FieldType("a number", nameFor: nameOfID) { value in
        value.int.flatMap { idRange.contains($0) ? $0 : nil }
    }

    /// The id of a record. It is nil when the record gives none that is usable.
    static func id(of record: JSONValue) -> Int? { record["id"].flatMap(id.read) }

    private static func nameOfID(for value: JSONValue) -> String {
        guard value.kind == .number else { return "a number" }
        return (value.double ?? 0) > Double(idRange.upperBound) ? "a number up to \(idRange.upperBound)" : "a positive whole number"
    }

    static let duration = FieldType("an ISO 8601 duration such as P178DT22H54M29S", isIn: { $1.contains($0) }) { value in
        value.string.flatMap { ISODuration(iso8601: $0) }
    }

    static let date = FieldType("a date such as 1966-11-28", isIn: { $1.contains($0) }) { value in
        value.string.flatMap { CalendarDate(iso8601: $0) }
    }

    static let timestamp = FieldType("a time such as 2026-03-01T04:05:06Z", isIn: { $1.contains($0.date) }) { value in
        value.string.flatMap { Timestamp(rfc3339: $0) }
    }
}

extension Field {
    /// Reads a value that is neither an entity nor a part.
    ///
    /// - Parameter isFromSource: whether a value that cannot be is a problem. In a snapshot it is not, because an earlier Hangar kept it.
    /// - Returns: whether the record now has the value. If not, the log has the problem.
    func readValue(
        _ value: JSONValue, into record: UnsafeMutablePointer<R>, _ log: ProblemLog, isFromSource: Bool = false
    ) -> Bool {
        let limits = isFromSource ? range : nil
        let isEssential = presence == .essential
        // Each case sets its own property: a generic function for all of them would look up the types of optionals for each value.
        switch content {
        case .id(let property), .reference(let property, _, _):
            guard let id = FieldTypes.id.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(id, in: record)
        case .text(let property):
            let type = hasLines ? FieldTypes.lines : FieldTypes.text
            guard let text = type.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(text, in: record)
        case .pictureURL(let property):
            guard let url = FieldTypes.pictureURL.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(url, in: record)
        case .flag(let property):
            guard let flag = FieldTypes.flag.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(flag, in: record)
        case .wholeNumber(let property):
            guard let number = FieldTypes.wholeNumber.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(number, in: record)
        case .decimal(let property):
            guard let number = FieldTypes.decimal.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(number, in: record)
        case .duration(let property):
            guard let duration = FieldTypes.duration.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(duration, in: record)
        case .date(let property):
            guard let date = FieldTypes.date.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(date, in: record)
        case .timestamp(let property):
            guard let time = FieldTypes.timestamp.value(of: value, in: limits, isEssential: isEssential, log) else { return false }
            property.set(time, in: record)
        case .name(let property, let path):
            if let name = path.name(in: value, log) { property.set(name, in: record) }
        case .references, .group, .part, .parts, .apiOnly: break
        }
        return true
    }

    /// The expected type for messages when a line of the snapshot lacks the field.
    var typeInLine: String {
        switch content {
        case .id, .reference: FieldTypes.id.name
        case .text, .pictureURL: FieldTypes.text.name
        case .flag: FieldTypes.flag.name
        case .wholeNumber: FieldTypes.wholeNumber.name
        case .decimal: FieldTypes.decimal.name
        case .duration: FieldTypes.duration.name
        case .date: FieldTypes.date.name
        case .timestamp: FieldTypes.timestamp.name
        case .references, .parts: FieldTypes.list.name
        case .name, .group, .part, .apiOnly: FieldTypes.object.name
        }
    }
}

extension NamePath {
    fileprivate func name(in value: JSONValue, _ log: ProblemLog) -> String? {
        guard var fields = RecordFields(value, log: log) else { return nil }
        if let inner {
            guard let inside = fields.optionalObject(inner) else { return nil }
            fields = inside
        }
        let name = fields.optionalText(key)
        guard let otherKey, (name ?? "").isEmpty else { return name }
        return fields.optionalText(otherKey)
    }
}
