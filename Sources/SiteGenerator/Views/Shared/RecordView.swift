import Catalogue
import TemplateEngine

/// A record of the source as the template of its page may read it: its own fields by the API's names, as far as the snapshot keeps them. A record
/// that it refers to is there by its number and its name.
///
/// It follows from the table of the record's fields, so a new field needs no further work. It is made only where a template reads it.
enum RecordView {
    static let field: FieldName = "record"

    /// The templates whose views have it, by the kind of the record.
    static let templates: [(kind: EntityKind, name: String)] = [
        (.spacecraft, "pages/spacecraft.html.mustache"), (.configuration, "pages/configuration.html.mustache"),
        (.agency, "pages/agency.html.mustache"), (.family, "pages/family.html.mustache"),
    ]

    static func shape<E: Entity>(of _: E.Type) -> TemplateShape { .object(shapes(of: E.schema)) }

    /// The source's own record, without what pages show in its place. Null when no template reads it.
    static func value<E: Entity>(_ id: RecordID<E>, _ site: ViewContext) -> TemplateValue {
        guard site.recordReaders.contains(E.kind), let entity = site.model.input.catalogue[E.self][id: id] else { return .null }
        return .object(TemplateObject(values(of: entity, E.schema, site.model.input.catalogue)))
    }

    /// Whether a template or a text of the site may read a record. It is asked first, because to know what a template reads takes longer.
    static func mayBeRead(by theme: Theme) -> Bool {
        (theme.templates + theme.words).contains { !$0.isStandard && contains(Array(field.text.utf8), in: $0.bytes) }
    }

    /// Whether a word is in a text, and not only as a part of a longer name.
    private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
            rest = rest[found.upperBound...]
            guard let next = rest.first, next == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) else {
                return true
            }
        }
        return false
    }

    private static let reference: TemplateShape = ["id": .number, "name": .text]
    private static let referenceLayout = ObjectLayout(reference)
}

extension RecordView {
    private typealias Shapes = [(FieldName, TemplateShape)]
    private typealias Values = [(FieldName, TemplateValue)]

    private static func shapes<R>(of schema: Schema<R>) -> Shapes { schema.fields.flatMap(shapes) }

    private static func shapes<R>(_ field: Field<R>) -> Shapes {
        let name = FieldName("\(field.name)")
        return switch field.content {
        case .id, .wholeNumber, .decimal: [(name, .number)]
        case .text, .pictureURL, .duration, .date, .timestamp: [(name, .text)]
        case .flag: [(name, .bool)]
        case .name(_, let path): [(name, shape(path))]
        case .reference: [(name, reference)]
        case .references: [(name, .list(reference))]
        case .group(let schema): [(name, .object(shapes(of: schema)))]
        case .part(let part): part.isFlat ? shapes(ofPart: part) : [(name, .object(shapes(ofPart: part)))]
        case .parts(let parts): [(name, .list(.object(shapes(ofParts: parts))))]
        case .apiOnly: []
        }
    }

    private static func shapes<P: PartField>(ofPart _: P) -> Shapes { shapes(of: P.Part.schema) }
    private static func shapes<P: PartListField>(ofParts _: P) -> Shapes { shapes(of: P.Part.schema) }

    private static func shape(_ path: NamePath) -> TemplateShape {
        let name: TemplateShape = .object([(FieldName("\(path.key)"), .text)])
        return path.inner.map { .object([(FieldName("\($0)"), name)]) } ?? name
    }
}

extension RecordView {
    private static func values<R: Record>(of record: R, _ schema: Schema<R>, _ catalogue: Catalogue) -> Values {
        withUnsafePointer(to: record) { record in schema.fields.flatMap { values($0, of: record, catalogue) } }
    }

    private static func values<R: Record>(_ field: Field<R>, of record: UnsafePointer<R>, _ catalogue: Catalogue) -> Values {
        let name = FieldName("\(field.name)")
        func one(_ value: TemplateValue?) -> Values { [(name, value ?? .null)] }
        switch field.content {
        case .id(let property), .wholeNumber(let property): return one(property.value(in: record).map(TemplateValue.integer))
        case .text(let property), .pictureURL(let property): return one(property.value(in: record).map(TemplateValue.text))
        case .flag(let property): return one(property.value(in: record).map(TemplateValue.bool))
        case .decimal(let property): return one(.optional(property.value(in: record)))
        case .duration(let property): return one(property.value(in: record).map { .text($0.iso8601) })
        case .date(let property): return one(property.value(in: record).map { .text($0.iso8601) })
        case .timestamp(let property): return one(property.value(in: record).map { .text($0.rfc3339) })
        case .name(let property, let path): return one(property.value(in: record).map { value($0, path) })
        case .reference(let property, let kind, _):
            return one(property.value(in: record).map { reference(to: EntityKey(kind, $0), catalogue) })
        case .references(let property, let kind, _):
            return one(.list(property.value(in: record).map { reference(to: EntityKey(kind, $0), catalogue) }))
        case .group(let schema): return one(.object(TemplateObject(schema.fields.flatMap { values($0, of: record, catalogue) })))
        case .part(let part):
            let inner = values(ofPart: part, of: record, catalogue)
            if part.isFlat { return inner ?? shapes(ofPart: part).map { ($0.0, .null) } }
            return one(inner.map { .object(TemplateObject($0)) })
        case .parts(let parts): return one(list(parts, of: record, catalogue))
        case .apiOnly: return []
        }
    }

    private static func values<P: PartField>(ofPart part: P, of owner: UnsafePointer<P.Owner>, _ catalogue: Catalogue) -> Values? {
        part.property.value(in: owner).map { values(of: $0, P.Part.schema, catalogue) }
    }

    private static func list<P: PartListField>(_ parts: P, of owner: UnsafePointer<P.Owner>, _ catalogue: Catalogue) -> TemplateValue? {
        parts.property.value(in: owner).map { parts in
            .list(parts.map { .object(TemplateObject(values(of: $0, P.Part.schema, catalogue))) })
        }
    }

    private static func reference(to entity: EntityKey, _ catalogue: Catalogue) -> TemplateValue {
        .object(TemplateObject(referenceLayout, [.integer(entity.number), catalogue.name(of: entity).map(TemplateValue.text) ?? .null]))
    }

    private static func value(_ name: String, _ path: NamePath) -> TemplateValue {
        let value = TemplateValue.object(TemplateObject([(FieldName("\(path.key)"), .text(name))]))
        return path.inner.map { .object(TemplateObject([(FieldName("\($0)"), value)])) } ?? value
    }
}
