import Catalogue
import TemplateEngine

/// A craft. Its date is that of its first launch, which the detailed mode brings.
struct CraftEntry: CatalogueEntry {
    /// The craft's place in the order of names.
    let position: CraftPosition

    static var fieldShapes: [(FieldName, TemplateShape)] { CraftRowView.fields.shapes + fields.shapes }

    static func fieldObjects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject {
        let (row, own) = (CraftRowView.fields.selected(used), fields.selected(used))
        return { entry, site in
            let craft = site.model.spacecraftByName[entry.position]
            let subject = CraftRowView.Row(
                craft: craft, path: site.model.addresses[entry.position], configuration: site.fragments.ofCraft(at: entry.position),
                status: site.fragments.ofStatus(craft.statusID))
            return row.object(subject, site.model).merging(own.object(craft, site))
        }
    }

    func order(_ model: SiteModel) -> String? {
        Self.launches(of: model.spacecraftByName[position]).first?.net?.rfc3339
    }

    private static let fields: PageFields<Spacecraft> = [
        .init("has_flown", .bool) { craft, _ in .bool(craft.hasFlown) },
        .init("type", LinkView.shape) { craft, site in
            .optional(site.model.type(of: site.model.configuration(of: craft)).map(LinkView.make))
        },
        .init("agency", LinkView.shape) { craft, site in
            .optional(site.model.agency(of: site.model.configuration(of: craft)).map(LinkView.make))
        },
        .init("families", .list(LinkView.shape)) { craft, site in
            .objects(site.model.families(of: site.model.configuration(of: craft)).map(LinkView.make))
        },
        .init("description_html", .html) { craft, site in .optional(site.descriptions[craft.id]?.html) },
        .init("figure", PictureView.shape) { craft, site in
            .object(SpacecraftView.figure(craft, site.fragments.ofConfiguration(craft.configurationID), site.model))
        },
        .init("first_launch", ValueView.shape) { craft, _ in .optional(launches(of: craft).first.map { LaunchDate.view($0) }) },
        .init("last_launch", ValueView.shape) { craft, _ in .optional(launches(of: craft).last.map { LaunchDate.view($0) }) },
        .init("flight_table", FlightTableView.shape) { craft, site in .optional(FlightTableView.make(craft, site.model)) },
    ]

    /// Those with a date, the earliest first.
    private static func launches(of craft: Spacecraft) -> [Launch] {
        let dated = (craft.flights ?? []).compactMap(\.launch).compactMap { launch in launch.net.map { (time: $0, launch: launch) } }
        return dated.sorted { $0.time < $1.time }.map(\.launch)
    }
}

/// A configuration. Its date is that of its maiden flight.
struct ConfigurationEntry: CatalogueEntry {
    let configuration: Configuration
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("spacecraft", CraftEntry.self) { $0.chosen.craft(of: [$0.configuration], $1) }
    ]

    static var fieldShapes: [(FieldName, TemplateShape)] { ConfigurationTableView.row.shapes + fields.shapes }

    static func fieldObjects(_ used: UsedFields) -> (Self, ViewContext) -> TemplateObject {
        let (row, own) = (ConfigurationTableView.row.selected(used), fields.selected(used))
        return { entry, site in
            row.object(ConfigurationTableView.Row(entry.configuration, site.model), site.model)
                .merging(own.object(entry.configuration, site))
        }
    }

    func order(_ model: SiteModel) -> String? { configuration.details?.maidenFlight?.iso8601 }

    private static let fields: PageFields<Configuration> = [
        .init("maiden_flight", ValueView.shape) { configuration, _ in
            .optional((configuration.details?.maidenFlight).map { ValueView.date($0) })
        },
        .init("height", .number) { configuration, _ in .optional(configuration.details?.height) },
        .init("diameter", .number) { configuration, _ in .optional(configuration.details?.diameter) },
        .init("human_rated", .bool) { configuration, _ in .optional(configuration.details?.humanRated) },
        .init("crew_capacity", .number) { configuration, _ in .optional(configuration.details?.crewCapacity) },
        .init("payload_capacity", .number) { configuration, _ in .optional(configuration.details?.payloadCapacity) },
        .init("payload_return_capacity", .number) { configuration, _ in .optional(configuration.details?.payloadReturnCapacity) },
        .init("history_html", .html) { configuration, site in .optional(site.sanitized(configuration.details?.history)) },
        .init("details_html", .html) { configuration, site in .optional(site.sanitized(configuration.details?.details)) },
        .init("figure", PictureView.shape) { configuration, site in
            .object(
                PictureView.make(
                    configuration.imageID.flatMap { site.model.catalogue.images[id: $0] }, of: configuration.shownName,
                    silhouette: site.model.silhouette(of: site.model.type(of: configuration)), site.model))
        },
    ]
}

/// An agency. Its date is the year of its foundation.
struct AgencyEntry: EntityEntry {
    let entity: Agency
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("configurations", ConfigurationEntry.self) { $0.chosen.entries($1.catalogue.configurations(ofAgency: $0.entity.id)) },
        .list("spacecraft", CraftEntry.self) { $0.chosen.craft(of: $1.catalogue.configurations(ofAgency: $0.entity.id), $1) },
    ]

    func order(_ model: SiteModel) -> String? {
        (entity.profile?.foundingYear).map { year in
            let digits = "\(year)"
            return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    static let fields: PageFields<Agency> = [
        .init("mark", .text) { agency, site in MarkView.label(agency, site.model) },
        .init("abbrev", .text) { agency, _ in .optional(agency.abbrev) },
        .init("type", .text) { agency, site in
            agency.typeID.flatMap { site.model.catalogue.agencyTypes[id: $0] }.map(\.shownName) ?? .null
        },
        .init("countries", .list(["name": .text, "code": .text])) { agency, _ in
            .objects(
                (agency.profile?.countries ?? []).map {
                    ["name": SourceNames.country($0.alpha2Code ?? "", $0.name), "code": .optional($0.alpha2Code)]
                })
        },
        .init("founding_year", .text) { agency, _ in .optional((agency.profile?.foundingYear).map { "\($0)" }) },
        .init("administrator", .text) { agency, _ in .optional(agency.profile?.administrator) },
        .init("description_html", .html) { agency, site in .optional(site.sanitized(agency.profile?.description)) },
        .init("configurations_count", .number) { agency, site in
            .integer(site.model.catalogue.configurations(ofAgency: agency.id).count)
        },
        .init("craft_count", .number) { agency, site in
            .integer(site.model.craftCount(of: site.model.catalogue.configurations(ofAgency: agency.id)))
        },
    ]
}

/// A family. Its date is that of its maiden flight.
struct FamilyEntry: EntityEntry {
    let entity: Family
    let chosen: ChosenRecords

    static let relations: [EntryRelation<Self>] = [
        .list("configurations", ConfigurationEntry.self) { $0.chosen.entries($1.catalogue.configurations(ofFamilyTree: $0.entity.id)) },
        .list("spacecraft", CraftEntry.self) { $0.chosen.craft(of: $1.catalogue.configurations(ofFamilyTree: $0.entity.id), $1) },
    ]

    func order(_ model: SiteModel) -> String? { entity.profile?.maidenFlight?.iso8601 }

    static let fields: PageFields<Family> = [
        .init("mark", .text) { family, site in MarkView.label(family, site.model) },
        .init("maiden_flight", ValueView.shape) { family, _ in .optional((family.profile?.maidenFlight).map { ValueView.date($0) }) },
        .init("agency", LinkView.shape) { family, site in
            .optional(family.manufacturerID.flatMap { site.model.catalogue.agencies[id: $0] }.map(LinkView.make))
        },
        .init("parent", LinkView.shape) { family, site in
            .optional(family.parentID.flatMap { site.model.catalogue.families[id: $0] }.map(LinkView.make))
        },
        .init("description_html", .html) { family, site in .optional(site.sanitized(family.profile?.description)) },
        .init("configurations_count", .number) { family, site in
            .integer(site.model.catalogue.configurations(ofFamilyTree: family.id).count)
        },
        .init("craft_count", .number) { family, site in
            .integer(site.model.craftCount(of: site.model.catalogue.configurations(ofFamilyTree: family.id)))
        },
    ]
}
