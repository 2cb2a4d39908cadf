import Catalogue
import TemplateEngine

/// What a template of the site may read of the catalogue: the parts of the home page and of the indexes, and lists of all records.
enum CatalogueFields {
    private struct Field: Sendable {
        let name: FieldName
        let shape: TemplateShape
        /// - Parameter used: what the template reads inside of the field.
        let value: @Sendable (_ used: UsedFields, ChosenRecords, ViewContext) -> TemplateValue
    }

    static var shapes: [(FieldName, TemplateShape)] { HomeView.fields.shapes + fields.map { ($0.name, $0.shape) } }

    /// Whether a template reads any of the fields.
    static func areRead(_ used: UsedFields) -> Bool { shapes.contains { used.contains($0.0) } }

    /// Whether a template reads of all these nothing but craft.
    static func areOnlyCraft(_ used: UsedFields) -> Bool {
        shapes.allSatisfy { !used.contains($0.0) || ["spacecraft", "spacecraft_by_date", "craft_table"].contains($0.0.text) }
    }

    /// The fields that a template reads.
    static func view(_ used: UsedFields, _ selection: RecordSelection, _ site: ViewContext) -> TemplateObject {
        let own = fields.filter { used.contains($0.name) }
        let home = HomeView.fields.selected(used).object((), site)
        if own.isEmpty { return home }
        let chosen = ChosenRecords(selection, site.model)
        return home.merging(TemplateObject(own.map { ($0.name, $0.value(used.below($0.name), chosen, site)) }))
    }

    private static let countTable: TemplateShape = ["count_table": CountTableView.shape]

    private static let fields: [Field] = [
        Field(name: "craft_table", shape: CraftTableView.shape) { _, chosen, site in
            guard !chosen.craft.isEmpty else { return .null }
            let caption = TemplateValue.message("spacecraft.caption", ["order": TableOrder.name.words(isReversed: false), "page": ""])
            return .object(
                CraftTableView.list(
                    chosen.craft, id: "register", caption: caption,
                    constants: chosen.isWhole ? [] : CraftColumns(constantIn: chosen.craft, of: site.model.spacecraftByName),
                    site))
        },
        Field(name: "configuration_table", shape: ConfigurationTableView.shape) { _, chosen, site in
            .optional(
                ConfigurationIndexView.list.orders(site.model).first.flatMap {
                    ConfigurationTableView.make(chosen.configurations, caption: $0.caption, site)?.whole
                })
        },
        Field(name: "by_agency", shape: countTable) { _, _, site in
            ["count_table": .optional(AgencyIndexView.list.orders(site.model).first.map { AgencyIndexView.table($0, site).whole })]
        },
        Field(name: "by_family", shape: countTable) { _, _, site in
            ["count_table": .optional(FamilyIndexView.list.orders(site.model).first.map { FamilyIndexView.table($0, site).whole })]
        },
        list("spacecraft", CraftEntry.self) { $0.entries($0.craft) },
        list("configurations", ConfigurationEntry.self) { $0.entries($0.configurations) },
        list("agencies", AgencyEntry.self) { $0.entries($0.agencies) },
        list("families", FamilyEntry.self) { $0.entries($0.families) },
        list("types", TypeEntry.self) { $0.entries($0.types) },
        list("statuses", StatusEntry.self) { $0.entries($0.statuses) },
        timeline("spacecraft_by_date", CraftEntry.self) { $0.entries($0.craft) },
        timeline("configurations_by_date", ConfigurationEntry.self) { $0.entries($0.configurations) },
        timeline("agencies_by_date", AgencyEntry.self) { $0.entries($0.agencies) },
        timeline("families_by_date", FamilyEntry.self) { $0.entries($0.families) },
    ]

    /// All records of a kind, by name.
    private static func list<Entry: CatalogueEntry>(
        _ name: FieldName, _: Entry.Type, _ entries: @escaping @Sendable (ChosenRecords) -> [Entry]
    ) -> Field {
        Field(name: name, shape: .list(.object(Entry.shapes))) { used, chosen, site in
            let object = Entry.objects(used)
            return .list(entries(chosen).map { .object(object($0, site)) })
        }
    }

    /// The records of a kind that have a date, the earliest first, with their years.
    private static func timeline<Entry: CatalogueEntry>(
        _ name: FieldName, _: Entry.Type, _ entries: @escaping @Sendable (ChosenRecords) -> [Entry]
    ) -> Field {
        Field(name: name, shape: .list(.object(Entry.shapes + [("year", .text), ("begins_year", .bool)]))) { used, chosen, site in
            let object = Entry.objects(used)
            let dated = entries(chosen).enumerated().compactMap { place, entry in
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

extension TemplateObject {
    /// A table that is whole on its page, without the links to the pages of its index: those of the other orders and of the pictures. A script orders
    /// it by the heads of its columns all the same.
    fileprivate var whole: TemplateObject {
        guard case .list(let columns) = self["columns"] else { return self }
        let plain = columns.map { column -> TemplateValue in
            if case .object(let head) = column { .object(head.merging(["href": .null])) } else { column }
        }
        return merging(["columns": .list(plain), "orders": .null, "views": .null])
    }
}
