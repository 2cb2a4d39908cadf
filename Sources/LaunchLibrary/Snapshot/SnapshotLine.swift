import Catalogue
import Support

/// An entity on one line of the snapshot, under its id. Its fields have the API's names and are in alphabetical order. A field without a
/// value is left out. A reference is the id of its target, and a part is a separate object.
enum SnapshotLine {
    /// - Returns: whether the entity has all required fields. If not, the log has the problem.
    static func read<E: Entity>(_ value: JSONValue, into entity: inout E, _ schema: Schema<E>, _ log: ProblemLog) -> Bool {
        let reader = LineReader(log: log, isStrict: true)
        return withUnsafeMutablePointer(to: &entity) { entity in
            ObjectMembers.with(value, named: schema.lineNames, log) { reader.fill(entity, schema, $0, withID: false) } ?? false
        }
    }

    static func write<E: Entity>(_ entity: UnsafePointer<E>, _ schema: Schema<E>, to writer: inout JSONWriter) {
        writer.object { $0.members(of: entity, schema, withID: false) }
    }
}

private struct LineReader {
    let log: ProblemLog
    /// Whether the line must have each field whose property is not optional. Hangar writes all of them. A list of parts is read as the
    /// API's.
    let isStrict: Bool

    func fill<R: Record>(
        _ record: UnsafeMutablePointer<R>, _ schema: Schema<R>, _ members: ObjectMembers, withID: Bool = true
    ) -> Bool {
        // Fields are used in their place: a copy of each would take longer than most values.
        schema.fields.withUnsafeBufferPointer { fields in
            guard let first = fields.baseAddress else { return true }
            var isWhole = true
            for position in schema.alphabetical where !fill(first + position, members.value(at: position), of: record, members, withID) {
                isWhole = false
            }
            return isWhole
        }
    }

    /// - Returns: false when a field that the line must have is missing or cannot be read.
    private func fill<R: Record>(
        _ field: UnsafePointer<Field<R>>, _ value: JSONValue?, of record: UnsafeMutablePointer<R>, _ members: ObjectMembers, _ withID: Bool
    ) -> Bool {
        switch field.pointee.content {
        case .apiOnly: return true
        case .id where !withID: return true
        default: break
        }
        let presence = presence(of: field)
        guard let value else {
            guard presence == .required || presence == .essential else { return true }
            log.report(missing: field.pointee.name, in: members.object, expected: field.pointee.typeInLine, isEssential: true)
            return false
        }
        if presence == .mayBeNull, value.isNull { return true }
        return read(field, value, into: record) || presence == .mayBeNull
    }

    private func presence<R>(of field: UnsafePointer<Field<R>>) -> Field<R>.Presence {
        switch field.pointee.content {
        case .references, .parts: .mayBeNull
        default: isStrict ? (field.pointee.isOptional ? .mayBeNull : .required) : field.pointee.presence
        }
    }

    private func read<R: Record>(_ field: UnsafePointer<Field<R>>, _ value: JSONValue, into record: UnsafeMutablePointer<R>) -> Bool {
        switch field.pointee.content {
        case .references(let property, _, _):
            guard let elements = FieldTypes.list.value(of: value, log) else { return false }
            property.set(elements.compactMap { FieldTypes.id.value(of: $0, log) }, in: record)
        case .group(let fields):
            return ObjectMembers.with(value, named: fields.lineNames, log) { fill(record, fields, $0) } ?? false
        case .part(let part): return self.part(part, value, into: record)
        case .parts(let parts): return list(parts, value, into: record)
        default: return field.pointee.readValue(value, into: record, log)
        }
        return true
    }

    private func part<P: PartField>(_ field: P, _ value: JSONValue, into owner: UnsafeMutablePointer<P.Owner>) -> Bool {
        guard let part: P.Part = object(value) else { return false }
        field.property.set(part, in: owner)
        return true
    }

    private func list<P: PartListField>(_ field: P, _ value: JSONValue, into owner: UnsafeMutablePointer<P.Owner>) -> Bool {
        guard let elements = FieldTypes.list.value(of: value, log) else { return false }
        let reader = LineReader(log: log, isStrict: false)
        let parts: [P.Part] = elements.compactMap { reader.object($0) }
        field.property.set(field.arrange?(parts) ?? parts, in: owner)
        return true
    }

    private func object<R: Record>(_ value: JSONValue) -> R? {
        let schema = R.schema
        return ObjectMembers.with(value, named: schema.lineNames, log) { members in
            var record = R.blank
            return withUnsafeMutablePointer(to: &record) { fill($0, schema, members) } ? record : nil
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members<R: Record>(of record: UnsafePointer<R>, _ schema: Schema<R>, withID: Bool = true) {
        for position in schema.alphabetical {
            let field = schema.fields[position]
            switch field.content {
            case .apiOnly: break
            case .id(let property): if withID { member(field.name, property.value(in: record)) }
            case .text(let property), .pictureURL(let property): member(field.name, property.value(in: record))
            case .flag(let property): member(field.name, property.value(in: record))
            case .wholeNumber(let property), .reference(let property, _, _): member(field.name, property.value(in: record))
            case .decimal(let property): member(field.name, property.value(in: record))
            case .duration(let property): member(field.name, property.value(in: record))
            case .date(let property): member(field.name, property.value(in: record))
            case .timestamp(let property): member(field.name, property.value(in: record))
            case .name(let property, let path):
                if let name = property.value(in: record) { member(field.name, named: name, path) }
            case .references(let property, _, _):
                let ids = property.value(in: record)
                member(field.name) { $0.list(ids) { $0.int($1) } }
            case .group(let fields): member(field.name) { $0.object { $0.members(of: record, fields) } }
            case .part(let part): member(part, field.name, of: record)
            case .parts(let parts): member(parts, field.name, of: record)
            }
        }
    }

    private mutating func member<P: PartField>(_ field: P, _ name: StaticString, of owner: UnsafePointer<P.Owner>) {
        guard let part = field.property.value(in: owner) else { return }
        let schema = P.Part.schema
        withUnsafePointer(to: part) { part in member(name) { $0.object { $0.members(of: part, schema) } } }
    }

    private mutating func member<P: PartListField>(_ field: P, _ name: StaticString, of owner: UnsafePointer<P.Owner>) {
        guard let parts = field.property.value(in: owner) else { return }
        let schema = P.Part.schema
        member(name) {
            $0.list(parts) { writer, part in
                withUnsafePointer(to: part) { part in writer.object { $0.members(of: part, schema) } }
            }
        }
    }

    private mutating func member(_ key: StaticString, named name: String, _ path: NamePath) {
        member(key) {
            $0.object { object in
                if let inner = path.inner {
                    object.member(inner) { $0.object { $0.member(path.key, name) } }
                } else {
                    object.member(path.key, name)
                }
            }
        }
    }
}

/// Members of the catalogue's types. A member without a value is not written.
extension JSONWriter {
    fileprivate mutating func member(_ key: StaticString, _ value: ISODuration?) { member(key, value?.iso8601) }
    fileprivate mutating func member(_ key: StaticString, _ value: CalendarDate?) { member(key, value?.iso8601) }
    fileprivate mutating func member(_ key: StaticString, _ value: Timestamp?) { member(key, value?.rfc3339) }
}
