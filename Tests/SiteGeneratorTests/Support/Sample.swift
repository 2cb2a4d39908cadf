import Catalogue
import SiteGenerator

/// A small register in which each difficult case for a page occurs once: a craft in space, one docked for longer than it was in space, one
/// that never flew, one without any data, a placeholder, names and descriptions that try to break out, a family with a parent and a
/// configuration of two families, a picture of each class of licences, one at a development host, and one without credit.
enum Sample {
    static var contents: CatalogueContents {
        var contents = CatalogueContents()
        contents.licences = licences
        contents.images = images
        contents.agencyTypes = [AgencyType(id: 1, name: "Government"), AgencyType(id: 3, name: "Commercial")]
        contents.agencies = agencies
        contents.families = [
            Family(
                id: 1, name: "Lark",
                profile: .init(
                    description: "Larks carry crews.\n\nSince 1966.", manufacturerID: 96,
                    maidenFlight: CalendarDate(year: 1966, month: 11, day: 28))),
            Family(id: 2, name: "Heron", profile: .init(manufacturerID: 121)),
            Family(id: 3, name: "Heron 2", profile: .init(manufacturerID: 121, parentID: 2)),
        ]
        contents.configurationTypes = [ConfigurationType(id: 1, name: "Capsule"), ConfigurationType(id: 2, name: "Cargo Resupply")]
        contents.configurations = configurations
        contents.statuses = [Status(id: 1, name: "Active"), Status(id: 4, name: "Single Use"), Status(id: 5, name: "Under construction")]
        contents.spacecraft = spacecraft
        return contents
    }

    /// The beginning of a day.
    static func day(_ date: String) -> Timestamp { Timestamp(rfc3339: date + "T00:00:00Z") ?? firstFetch }

    static let firstFetch = Timestamp(secondsSince1970: 1_767_225_600)
    static let lastFetch = Timestamp(secondsSince1970: 1_772_337_906)

    /// The first fetch, in which everything appeared, and a second one with two new names, a new status and a removed craft.
    static var history: [DatedChange] {
        let contents = contents
        let appeared =
            contents.spacecraft.map { Change(EntityKey($0.id), name: $0.id == 126 ? "Lark TM-04" : $0.name, event: .appeared) }
            + contents.configurations.map { Change(EntityKey($0.id), name: $0.name, event: .appeared) }
        let later = [
            change(.spacecraft, 126, "Lark TM-4", ("name", "Lark TM-04", "Lark TM-4"), ("status", "1", "4")),
            change(.spacecraft, 551, "Heron Freedom", ("flights_count", "4", "5"), ("in_space", "false", "true")),
            Change(EntityKey(.spacecraft, 900), name: "Wren", event: .removed),
            change(.family, 3, "Heron 2", ("name", "Heron Two", "Heron 2"), ("maiden_flight", nil, "2019-03-02")),
        ]
        return appeared.map { DatedChange(date: firstFetch, change: $0) } + later.map { DatedChange(date: lastFetch, change: $0) }
    }

    /// The theme's own templates. The assets never change, so that their names in stored pages do not change either.
    static let theme = Theme(
        templates: Theme.standard.templates + Theme.standard.words,
        assets: Theme.standard.assets.map { Theme.File(path: $0.path, bytes: Array($0.path.utf8), origin: "sample") })

    static let settings = SiteSettings(
        title: LocalizedText("The Register"), description: LocalizedText("Craft of the sample, each with its record and its credits."),
        baseURL: "https://example.org/catalogue/", pageSize: 3, author: .init(name: "The Keepers", url: "https://example.org/keepers"))

    static func input(
        _ change: (inout CatalogueContents) -> Void = { _ in }, settings: SiteSettings = settings, history: [DatedChange]? = nil,
        dataDate: DataDate = .fetched(lastFetch), about: String? = "<p>Kept by <em>hand</em>.</p>"
    ) throws -> SiteInput {
        var contents = contents
        change(&contents)
        return SiteInput(
            catalogue: try Catalogue(contents), dataDate: dataDate, sourceURL: "https://ll.example.org/2.3.0/",
            history: history ?? self.history, settings: settings, theme: theme,
            pages: about.map { [OwnPage(OwnPage.about, [settings.language: OwnText($0)])] } ?? [])
    }

    static func change(_ kind: EntityKind, _ id: Int, _ name: String, _ fields: (String, String?, String?)...) -> Change {
        Change(EntityKey(kind, id), name: name, event: .changed(fields.map { FieldChange(field: $0.0, from: $0.1, to: $0.2) }))
    }

    static func duration(_ text: String) -> ISODuration? { ISODuration(iso8601: text) }
}
