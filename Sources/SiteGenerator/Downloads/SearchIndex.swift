import Catalogue
import TemplateEngine

/// The data that scripts search: one short row per craft, in the order of names, and the lists that the rows refer to. `register.js` reads it.
enum SearchIndex {
    /// The version of its shape. It changes when a script for the one before cannot read it.
    static let version = 2

    static let kind = PageKind(fileKind: .asset) { plan in
        [WrittenFile("data/search.json", inputs: plan.inputs.craftRows) { append($0, to: &$1) }]
    }

    private static func append(_ site: ViewContext, to output: inout OutputBuffer) {
        let model = site.model
        let catalogue = model.catalogue
        let index: TemplateObject = [
            "version": .integer(version),
            "words": .object(ScriptWords.values(site.messages)),
            "has_flights": .bool(model.hasFlights),
            "configurations": configurations(site),
            "statuses": table(catalogue.statuses) { [$0.shownName] },
            "types": table(catalogue.configurationTypes) { [$0.shownName] },
            "agencies": table(catalogue.agencies) { [$0.shownName, .text($0.abbrev)] },
            "families": table(catalogue.families) { [$0.shownName] },
            "spacecraft": .list(model.spacecraftByName.indices.map { row(at: $0, model) }),
        ]
        TemplateValue.object(index).appendJSON(pretty: false, messages: site.messages, to: &output)
    }

    /// A list of what craft refer to, by id: the name, the last part of the address, and whatever else there is.
    private static func table<E: PageEntity>(
        _ entities: some Sequence<E>, _ values: (E) -> [TemplateValue]
    ) -> TemplateValue {
        .object(
            TemplateObject(
                entities.map { entity in
                    var row = values(entity)
                    row.insert(.text(segment(Address.page(of: entity))), at: 1)
                    return (FieldName("\(entity.id)"), .list(row))
                }))
    }

    /// Beside its name, address and drawing, of each configuration what its craft are found by: its type, its agency, the families whose pages list
    /// them, and the year of its maiden flight.
    private static func configurations(_ site: ViewContext) -> TemplateValue {
        let catalogue = site.model.catalogue
        var families: [Configuration.ID: [TemplateValue]] = [:]
        for family in catalogue.families {
            for configuration in catalogue.configurations(ofFamilyTree: family.id) {
                families[configuration.id, default: []].append(.integer(family.id.number))
            }
        }
        return table(catalogue.configurations) { configuration in
            [
                configuration.shownName,
                .text(site.model.silhouette(of: site.fragments.names(ofConfiguration: configuration.id)?.type).rawValue),
                .optional(configuration.typeID?.number), .optional(configuration.agencyID?.number),
                .list(families[configuration.id] ?? []), .optional(configuration.details?.maidenFlight?.year),
            ]
        }
    }

    /// - Parameter position: the craft's place in the order of names.
    private static func row(at position: Int, _ model: SiteModel) -> TemplateValue {
        let craft = model.spacecraftByName[position]
        return .list([
            .integer(craft.id.number), .text(craft.name), .optional(craft.serialNumber), .text(segment(model.addresses[position])),
            .integer(craft.configurationID.number), .optional(craft.statusID?.number),
            .integer(bits(craft, model) + (model.hasFreePicture(craftAt: position) ? 64 : 0)),
            .optional(craft.timeInSpace?.seconds), .optional(craft.timeDocked?.seconds), .optional(craft.flightsCount),
            .optional(craft.missionEndsCount),
        ])
    }

    /// 1 for a craft in space, 2 for a placeholder, 4 for a craft marked as new, 8 for a craft marked as changed; 16 where it is not recorded
    /// whether the craft is in space, 32 where it is not recorded whether it is a placeholder. The row adds 64 for a picture under a free licence.
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
