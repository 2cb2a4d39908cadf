import Catalogue
import TemplateEngine

/// The data that the script of the index searches: one short row per craft, in the order of names. The script `site.js` documents the
/// columns.
enum SearchIndex {
    static let kind = PageKind(fileKind: .asset) { plan in
        [WrittenFile("data/search.json", inputs: plan.inputs.craftRows) { append($0, to: &$1) }]
    }

    private static func append(_ site: ViewContext, to output: inout OutputBuffer) {
        let model = site.model
        let configurations = model.catalogue.configurations.map { configuration -> (FieldName, TemplateValue) in
            let row: [TemplateValue] = [
                .text(configuration.name), .text(segment(Address.page(of: configuration))),
                .text((site.fragments.ofConfiguration(configuration.id)?.silhouette ?? .unknown).rawValue),
            ]
            return (FieldName("\(configuration.id)"), .list(row))
        }
        let statuses = model.catalogue.statuses.map { status -> (FieldName, TemplateValue) in
            (FieldName("\(status.id)"), .list([SourceNames.name(of: status), .text(segment(Address.page(of: status)))]))
        }
        let index: TemplateObject = [
            "version": 1,
            "words": .object(words(site.messages)),
            "configurations": .object(TemplateObject(configurations)),
            "statuses": .object(TemplateObject(statuses)),
            "spacecraft": .list(model.spacecraftByName.indices.map { row(at: $0, model) }),
        ]
        TemplateValue.object(index).appendJSON(pretty: false, messages: site.messages, to: &output)
    }

    /// What the script says, in the words of the site's language.
    private static func words(_ messages: Messages) -> TemplateObject {
        let keys = [
            "absence.no_time_docked", "absence.not_flown", "absence.not_recorded", "craft_table.doubt", "craft_table.doubt_note",
            "craft_table.in_space", "craft_table.placeholder", "pager.next", "pager.previous",
            "search.beyond",
            "search.caption", "search.found", "search.found_part", "search.nothing", "search.unknown_configuration",
            "search.unknown_status",
        ]
        let (groups, units) = (messages.language.digitGroups, messages.language.durationUnits)
        let marks: [(FieldName, TemplateValue)] = [
            ("marks.changed", MarkView.label(.changed, .spacecraft)), ("marks.new", MarkView.label(.new, .spacecraft)),
        ]
        return TemplateObject(
            keys.map { (FieldName($0), messages.forms(of: $0)) } + marks + [
                ("digits", .list([.text(groups.separator), .integer(groups.minimumDigits)])),
                ("units", .list(units.units.map { .object(TemplateObject($0.map { (FieldName($0.category.rawValue), .text($0.text)) })) })),
                ("joint", .text(units.joint)),
            ])
    }

    /// - Parameter position: the craft's place in the order of names.
    private static func row(at position: Int, _ model: SiteModel) -> TemplateValue {
        let craft = model.spacecraftByName[position]
        return .list([
            .integer(craft.id.number), .text(craft.name), .optional(craft.serialNumber), .text(segment(model.addresses[position])),
            .integer(craft.configurationID.number), .optional(craft.statusID?.number), .integer(bits(craft, model)),
            .optional(craft.timeInSpace?.seconds), .optional(craft.timeDocked?.seconds), .optional(craft.flightsCount),
            .optional(craft.missionEndsCount),
        ])
    }

    /// 1 for a craft in space, 2 for a placeholder, 4 for a craft marked as new, 8 for a craft marked as changed; 16 where it is not recorded
    /// whether the craft is in space, 32 where it is not recorded whether it is a placeholder.
    private static func bits(_ craft: Spacecraft, _ model: SiteModel) -> Int {
        let mark =
            switch model.marks.mark(of: craft) {
            case .new: 4
            case .changed: 8
            case nil: 0
            }
        return (craft.inSpace.map { $0 ? 1 : 0 } ?? 16) + (craft.isPlaceholder.map { $0 ? 2 : 0 } ?? 32) + mark
    }

    /// The last part of an address, such as `126-soyuz-tm-4`.
    private static func segment(_ address: String) -> String {
        let path = address.utf8.dropLast()
        return String(path.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path) ?? ""
    }
}
