import TemplateEngine

/// A record as a template of the site gets it: its fields, and lists of the records that belong to it.
protocol CatalogueEntry: Sendable {
    static var fieldShapes: [(FieldName, TemplateShape)] { get }

    /// A function that makes the object of a record, with those fields that are used.
    static func fieldObjects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject

    static var relations: [EntryRelation<Self>] { get }

    /// The date by which the record stands in a timeline, or its beginning: `1966-11-28`, `1966`. Nil when there is none.
    func order(_ model: SiteModel) -> String?
}

/// The records that belong to another one: the craft of an agency.
struct EntryRelation<Entry>: Sendable {
    let name: FieldName
    let shape: TemplateShape
    /// A function that makes the list, with those fields of each record that are used.
    let value: @Sendable (UsedFields) -> (Entry, ViewContext) -> TemplateValue

    static func list<Other: CatalogueEntry>(
        _ name: FieldName, _: Other.Type, _ entries: @escaping @Sendable (Entry, SiteModel) -> [Other]
    ) -> EntryRelation {
        EntryRelation(name: name, shape: .list(.object(Other.shapes))) { used in
            let object = Other.objects(used)
            return { entry, site in .list(entries(entry, site.model).map { .object(object($0, site)) }) }
        }
    }
}

/// An entity that has all its fields in one table.
protocol EntityEntry: CatalogueEntry {
    associatedtype E: PageEntity

    var entity: E { get }
    var chosen: ChosenRecords { get }

    init(entity: E, chosen: ChosenRecords)

    /// The fields beside the id, the name and the path.
    static var fields: PageFields<E> { get }
}

extension EntityEntry {
    static var fieldShapes: [(FieldName, TemplateShape)] { allFields.shapes }

    static func fieldObjects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject {
        let fields = allFields.selected(used)
        return { fields.object($0.entity, $1) }
    }

    func order(_ model: SiteModel) -> String? { nil }

    private static var allFields: PageFields<E> {
        let identity: PageFields<E> = [
            .init("id", .number) { entity, _ in .integer(entity.id.number) },
            .init("name", .text) { entity, _ in entity.shownName },
            .init("path", .text) { entity, _ in .text(Address.page(of: entity)) },
        ]
        return identity + fields
    }
}

extension CatalogueEntry {
    static var relations: [EntryRelation<Self>] { [] }

    static var shapes: [(FieldName, TemplateShape)] { fieldShapes + relations.map { ($0.name, $0.shape) } }

    /// A function that makes the object of a record, with those fields and lists that are used.
    static func objects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject {
        let fields = fieldObjects(used)
        let lists = relations.filter { used.contains($0.name) }.map { (name: $0.name, value: $0.value(used.below($0.name))) }
        if lists.isEmpty { return fields }
        return { entry, site in fields(entry, site).merging(TemplateObject(lists.map { ($0.name, $0.value(entry, site)) })) }
    }
}
