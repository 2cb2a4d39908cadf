import Catalogue
import TemplateEngine

/// What a template of the site may read of the catalogue: the parts of the home page and of the indexes, and lists of all records.
enum CatalogueFields {
    private struct Field: Sendable {
        let name: FieldName
        let shape: TemplateShape
        /// - Parameter used: what the template reads inside of the field.
        let value: @Sendable (_ used: UsedFields, ViewContext) -> TemplateValue
    }

    static var shapes: [(FieldName, TemplateShape)] { HomeView.fields.shapes + fields.map { ($0.name, $0.shape) } }

    /// Whether a template reads any of the fields.
    static func areRead(_ used: UsedFields) -> Bool { shapes.contains { used.contains($0.0) } }

    /// The fields that a template reads.
    static func view(_ used: UsedFields, _ site: ViewContext) -> TemplateObject {
        let own = fields.filter { used.contains($0.name) }
        return HomeView.fields.selected(used).object((), site)
            .merging(TemplateObject(own.map { ($0.name, $0.value(used.below($0.name), site)) }))
    }

    private static let countTable: TemplateShape = ["count_table": CountTableView.shape]

    private static let fields: [Field] = [
        Field(name: "craft_table", shape: CraftTableView.shape) { _, site in
            let caption = TemplateValue.message("spacecraft.caption", ["order": TableOrder.name.words(isReversed: false), "page": ""])
            return .object(
                CraftTableView.list(
                    CraftPosition.all(site.model.spacecraftByName.count), id: "register", caption: caption, site))
        },
        Field(name: "configuration_table", shape: ConfigurationTableView.shape) { _, site in
            .optional(
                ConfigurationIndexView.list.orders(site.model).first.flatMap {
                    ConfigurationTableView.make(site.model.configurationsByName, caption: $0.caption, order: $0, site)
                })
        },
        Field(name: "by_agency", shape: countTable) { _, site in
            ["count_table": .optional(AgencyIndexView.list.orders(site.model).first.map { AgencyIndexView.table($0, site) })]
        },
        Field(name: "by_family", shape: countTable) { _, site in
            ["count_table": .optional(FamilyIndexView.list.orders(site.model).first.map { FamilyIndexView.table($0, site) })]
        },
        list("spacecraft", CraftEntry.self) { CraftPosition.all($0.spacecraftByName.count).map { CraftEntry(position: $0) } },
        list("configurations", ConfigurationEntry.self) { $0.configurationsByName.map { ConfigurationEntry(configuration: $0) } },
        list("agencies", AgencyEntry.self) { $0.agenciesByName.map { AgencyEntry(agency: $0) } },
        list("families", FamilyEntry.self) { $0.familiesByName.map { FamilyEntry(family: $0) } },
        timeline("spacecraft_by_date", CraftEntry.self) { CraftPosition.all($0.spacecraftByName.count).map { CraftEntry(position: $0) } },
        timeline("configurations_by_date", ConfigurationEntry.self) {
            $0.configurationsByName.map { ConfigurationEntry(configuration: $0) }
        },
        timeline("agencies_by_date", AgencyEntry.self) { $0.agenciesByName.map { AgencyEntry(agency: $0) } },
        timeline("families_by_date", FamilyEntry.self) { $0.familiesByName.map { FamilyEntry(family: $0) } },
    ]

    /// All records of a kind, by name.
    private static func list<Entry: CatalogueEntry>(
        _ name: FieldName, _: Entry.Type, _ entries: @escaping @Sendable (SiteModel) -> [Entry]
    ) -> Field {
        Field(name: name, shape: .list(.object(Entry.shapes))) { used, site in
            let object = Entry.objects(used)
            return .list(entries(site.model).map { .object(object($0, site)) })
        }
    }

    /// The records of a kind that have a date, the earliest first, with their years.
    private static func timeline<Entry: CatalogueEntry>(
        _ name: FieldName, _: Entry.Type, _ entries: @escaping @Sendable (SiteModel) -> [Entry]
    ) -> Field {
        Field(name: name, shape: .list(.object(Entry.shapes + [("year", .text), ("begins_year", .bool)]))) { used, site in
            let object = Entry.objects(used)
            let dated = entries(site.model).enumerated().compactMap { place, entry in
                entry.order(site.model).map { (order: $0, place: place, entry: entry) }
            }.sorted { ($0.order, $0.place) < ($1.order, $1.place) }
            var last: Substring?
            return .list(
                dated.map { order, _, entry in
                    let year = order.prefix(4)
                    defer { last = year }
                    return .object(
                        object(entry, site).merging(["year": .text(String(year)), "begins_year": .bool(year != last)]))
                })
        }
    }
}

/// A record as a template of the site gets it.
protocol CatalogueEntry: Sendable {
    static var shapes: [(FieldName, TemplateShape)] { get }

    /// A function that makes the object of a record, with those fields that are used.
    static func objects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject

    /// The date by which the record stands in a timeline, or its beginning: `1966-11-28`, `1966`. Nil when there is none.
    func order(_ model: SiteModel) -> String?
}
