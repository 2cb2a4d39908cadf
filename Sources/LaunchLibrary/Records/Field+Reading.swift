import Catalogue
import Support

extension Field {
    /// Reads a value that is neither an entity nor a part.
    ///
    /// - Returns: whether the record has it; where not, the log has the problem.
    func readValue(_ value: JSONValue, into record: UnsafeMutablePointer<R>, _ log: ProblemLog) -> Bool {
        @inline(__always) func read<T>(_ property: StoredProperty<R, T>, as type: FieldType<T>) -> Bool {
            guard let read = type.value(of: value, log) else { return false }
            property.set(read, in: record)
            return true
        }
        switch content {
        case .id(let property), .reference(let property, _, _): return read(property, as: FieldTypes.id)
        case .text(let property), .pictureURL(let property): return read(property, as: FieldTypes.text)
        case .flag(let property): return read(property, as: FieldTypes.flag)
        case .wholeNumber(let property): return read(property, as: FieldTypes.wholeNumber)
        case .decimal(let property): return read(property, as: FieldTypes.decimal)
        case .duration(let property): return read(property, as: FieldTypes.duration)
        case .date(let property): return read(property, as: FieldTypes.date)
        case .timestamp(let property): return read(property, as: FieldTypes.timestamp)
        case .name(let property, let path):
            if let name = path.name(in: value, log) { property.set(name, in: record) }
            return true
        case .references, .group, .part, .parts, .own: return true
        }
    }

    /// What is expected where a record of the API lacks the field.
    var typeInRecord: String {
        if case .reference = content { FieldTypes.object.name } else { typeInLine }
    }

    /// What is expected where a line of the snapshot lacks the field.
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
        case .name, .group, .part, .own: FieldTypes.object.name
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
