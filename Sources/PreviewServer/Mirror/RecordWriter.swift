import Catalogue
import LaunchLibrary
import Support

/// Writes entities as the API's records, with all entities that they mention, by their field tables. It is the reverse of LaunchLibrary's
/// reader.
///
/// A record is written in the requested form. When the catalogue holds less, it is written in the fullest form that the catalogue has.
/// `response_mode` gives the form. Data that the catalogue never holds is left out: the counters of an agency, a country's other names, the
/// dockings of a flight.
struct RecordWriter {
    let catalogue: Catalogue
    /// The address of the API, which begins the address of each record: `http://127.0.0.1:8080/2.3.0/`.
    let root: String
    /// The format in the request. The API repeats it in every address.
    let format: String?

    /// Writes an entity that is not inside another record.
    func write<E: Entity>(_ entity: E, _ mode: ResponseMode, _ object: inout JSONWriter) {
        members(of: entity, Place(mode: max(mode, Self.leastMode(of: E.schema)), isInside: false), &object)
    }

    /// The place of a record, and its level of detail.
    private struct Place {
        let mode: ResponseMode
        let isInside: Bool
        /// The address of an entity. It is nil for a part.
        var url: String?
        /// Writes the entity that owns the part, without the field that holds the part.
        var owner: ((inout JSONWriter) -> Void)?

        init(mode: ResponseMode, isInside: Bool = true) {
            self.mode = mode
            self.isInside = isInside
        }
    }

    private static func leastMode<R>(of schema: Schema<R>) -> ResponseMode {
        for field in schema.fields {
            if case .apiOnly(.responseMode(let least, _, _)) = field.content { return least }
        }
        return .list
    }

    private func members<E: Entity>(of entity: E, _ place: Place, _ object: inout JSONWriter) {
        var place = place
        if let list = E.kind.listName {
            place.url = "\(root)\(list)/\(entity.id)/" + (format.map { "?" + FormCoding.query(of: [("format", $0)]) } ?? "")
        }
        place.owner = { members(of: entity, Place(mode: .normal), &$0) }
        write(entity, E.schema, place, &object)
    }

    /// Writes an entity inside another record, or null.
    private func inside<E: Entity>(_ type: E.Type, _ id: Int?, _ mode: ResponseMode, _ writer: inout JSONWriter) {
        guard let id, let entity = catalogue[type][id: RecordID(id)] else { return writer.null() }
        writer.object { members(of: entity, Place(mode: mode), &$0) }
    }

    private func write<R: Record>(_ record: R, _ schema: Schema<R>, _ place: Place, _ object: inout JSONWriter) {
        withUnsafePointer(to: record) { record in
            for field in schema.fields { write(field, of: record, schema, place, &object) }
        }
    }

    private func write<R: Record>(
        _ field: Field<R>, of record: UnsafePointer<R>, _ schema: Schema<R>, _ place: Place, _ object: inout JSONWriter
    ) {
        switch field.content {
        case .id(let property): object.field(field.name, property.value(in: record))
        case .text(let property), .pictureURL(let property): object.field(field.name, property.value(in: record))
        case .flag(let property): object.field(field.name, property.value(in: record))
        case .wholeNumber(let property): object.field(field.name, property.value(in: record))
        case .decimal(let property): object.field(field.name, property.value(in: record))
        case .duration(let property): object.field(field.name, property.value(in: record))
        case .date(let property): object.field(field.name, property.value(in: record))
        case .timestamp(let property): object.field(field.name, property.value(in: record))
        case .name(let property, let path): object.field(field.name, property.value(in: record)) { path.write($0, to: &$1) }
        case .reference(let property, let kind, let detail):
            object.member(field.name) { inside(kind.type, property.value(in: record), place.mode.inside(detail), &$0) }
        case .references(let property, let kind, let detail):
            object.member(field.name) {
                $0.list(property.value(in: record)) { inside(kind.type, $1, place.mode.inside(detail), &$0) }
            }
        case .group(let fields):
            object.member(field.name) {
                $0.object { object in for field in fields.fields { write(field, of: record, fields, place, &object) } }
            }
        case .part(let part): write(part, field.name, of: record, place, &object)
        case .parts(let parts): write(parts, field.name, of: record, place, &object)
        case .apiOnly(let own): write(own, field.name, of: record, schema, place, &object)
        }
    }

    private func write<P: PartField>(
        _ field: P, _ name: StaticString, of owner: UnsafePointer<P.Owner>, _ place: Place, _ object: inout JSONWriter
    ) {
        guard field.isFlat else { return object.field(name, field.property.value(in: owner)) { write($0, P.Part.schema, place, &$1) } }
        guard place.mode >= field.mode, let part = field.property.value(in: owner) else { return }
        write(part, P.Part.schema, place, &object)
    }

    private func write<P: PartListField>(
        _ field: P, _ name: StaticString, of owner: UnsafePointer<P.Owner>, _ place: Place, _ object: inout JSONWriter
    ) {
        guard place.mode >= field.mode, let parts = field.property.value(in: owner) else { return }
        object.field(name, list: parts) { write($0, P.Part.schema, place, &$1) }
    }

    private func write<R: Record>(
        _ own: APIOnlyField, _ name: StaticString, of record: UnsafePointer<R>, _ schema: Schema<R>, _ place: Place,
        _ object: inout JSONWriter
    ) {
        switch own {
        case .url: object.field(name, place.url)
        case .owner: object.member(name) { if let owner = place.owner { $0.object(owner) } else { $0.null() } }
        case .responseMode: object.field(name, responseMode(of: record, schema, place).rawValue)
        case .referring(let kind, let field):
            guard !place.isInside, responseMode(of: record, schema, place) == .detailed else { return }
            object.member(name) { referring(kind.type, by: field, to: record, schema, &$0) }
        }
    }

    private func referring<E: Entity, R: Record>(
        _ type: E.Type, by field: String, to record: UnsafePointer<R>, _ schema: Schema<R>, _ writer: inout JSONWriter
    ) {
        func referring(to entity: some Entity) -> [E] { catalogue.referring(by: field, to: entity.id) }
        guard let entity = record.pointee as? any Entity else { return writer.null() }
        let entities = referring(to: entity)
        writer.list(entities) { writer, entity in writer.object { members(of: entity, Place(mode: .normal), &$0) } }
    }

    /// The mode that a record states: that of the fullest part written with it.
    private func responseMode<R: Record>(of record: UnsafePointer<R>, _ schema: Schema<R>, _ place: Place) -> ResponseMode {
        var mode = ResponseMode.list
        var most = ResponseMode.detailed
        for field in schema.fields {
            switch field.content {
            case .apiOnly(.responseMode(let least, let isAsAsked, let mostInside)):
                mode = max(mode, isAsAsked ? max(least, place.mode) : least)
                if place.isInside { most = mostInside }
            case .part(let part) where part.isFlat && part.mode <= place.mode && part.isPresent(in: record): mode = max(mode, part.mode)
            default: break
            }
        }
        return min(mode, most)
    }
}

extension ResponseMode {
    /// The mode of an entity inside a record of this mode.
    fileprivate func inside<R>(_ detail: Field<R>.Detail) -> ResponseMode {
        switch detail {
        case .asOwner: self
        case .less: self == .detailed ? .normal : .list
        }
    }
}

extension NamePath {
    fileprivate func write(_ name: String, to object: inout JSONWriter) {
        guard let inner else { return object.field(key, name) }
        object.member(inner) { $0.object { $0.field(key, name) } }
    }
}

/// The API names every field of a record. A field without a value is null.
extension JSONWriter {
    mutating func field(_ key: StaticString, _ value: String?) {
        member(key) { writer in value.map { writer.string($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: Int?) {
        member(key) { writer in value.map { writer.int($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: Double?) {
        member(key) { writer in value.map { writer.double($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: Bool?) {
        member(key) { writer in value.map { writer.bool($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: ISODuration?) { field(key, value?.iso8601) }
    mutating func field(_ key: StaticString, _ value: CalendarDate?) { field(key, value?.iso8601) }
    mutating func field(_ key: StaticString, _ value: Timestamp?) { field(key, value?.rfc3339) }

    /// Writes a record inside another one.
    mutating func field<Record>(_ key: StaticString, _ record: Record?, _ members: (Record, inout JSONWriter) -> Void) {
        member(key) { writer in
            if let record { writer.object { members(record, &$0) } } else { writer.null() }
        }
    }

    mutating func field<Record>(_ key: StaticString, list records: some Sequence<Record>, _ members: (Record, inout JSONWriter) -> Void) {
        member(key) { $0.list(records) { writer, record in writer.object { members(record, &$0) } } }
    }
}
