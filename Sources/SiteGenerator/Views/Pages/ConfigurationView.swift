import Catalogue
import TemplateEngine

/// The page of one configuration, and the further pages of its craft.
enum ConfigurationView {
    static let kind = PageKind(template: "configuration.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.pages(of: plan.model.configurationsByName, craft: { plan.model.craft(ofConfiguration: $0.id).positions }, view)
    }

    struct Subject: EntityPageSubject {
        let page: EntityPage<Configuration>
        let type: ConfigurationType?
        let agency: Agency?
        let image: Image?

        var configuration: Configuration { page.entity }
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { subject, site in .object(plate(subject.configuration, subject.type, site.model)) },
        .init("doubts", DoubtsView.shape) { subject, site in
            DoubtsView.make(subject.configuration, others: doubts(subject.configuration), site.model)
        },
        .init("figure", PictureView.shape) { subject, site in
            .object(
                PictureView.make(
                    subject.image, of: PictureView.spacecraft(of: subject.configuration.shownName),
                    alt: PictureView.alt(ofConfiguration: subject.configuration.shownName),
                    silhouette: site.model.silhouette(of: subject.type), site.model))
        },
        .init("texts", .list(["heading": .text, "body_html": .html])) { subject, site in .objects(texts(subject.configuration, site)) },
        .init("facts", .list(FactView.shape)) { subject, site in
            .objects(facts(subject.configuration, subject.type, subject.agency, site.model))
        },
        .init("compare_path", .text) { subject, site in
            .text(CompareLink.configurations([subject.configuration.id] + relatives(of: subject.configuration, site.model)))
        },
        .init("spread", SpreadView.shape) { subject, site in
            .optional(site.fragments.ofConfiguration(subject.configuration.id)?.spread.value.map { SpreadView.make($0, site.messages) })
        },
        .init("timeline", FleetTimelineView.shape) { subject, site in
            .optional(FleetTimelineView.make(subject.page, site))
        },
        .fleetHeading,
        .craftTable(own: .configuration, query: "spacecraft_config") {
            .message("configuration.craft_caption", ["configuration": $0.shownName])
        },
        .init("tree", TreeView.shape) { subject, site in
            .object(TreeView.make(around: subject.configuration, at: .configuration(subject.configuration), site))
        },
        .neighbours(.message("configuration.neighbours")),
        .init(RecordView.field, RecordView.shape(of: Configuration.self)) { subject, site in
            RecordView.value(subject.configuration.id, site)
        },
    ]

    private static func view(_ page: EntityPage<Configuration>, _ site: ViewContext) -> TemplateObject {
        let configuration = page.entity
        let type = site.model.type(of: configuration)
        let agency = site.model.agency(of: configuration)
        let image = configuration.imageID.flatMap { site.model.catalogue.images[id: $0] }
        let frame = page.frame(
            kind: "configuration",
            description: .message(
                "configuration.description",
                [
                    "configuration": site.model.distinctName(configuration),
                    "type": type?.shownName ?? .message("configuration.any_spacecraft"),
                    "agency": agency?.shownName ?? .message("configuration.unknown_agency"), "count": .integer(page.list.count),
                ]),
            in: .configurations, picture: image, silhouettes: [site.model.silhouette(of: type)], site.model)
        return frame.view(fields, of: Subject(page: page, type: type, agency: agency, image: image), site)
    }

    /// The configurations of its families whose names are next to its own.
    private static func relatives(of configuration: Configuration, _ model: SiteModel) -> [Configuration.ID] {
        let others = configuration.familyIDs.flatMap { model.catalogue.configurations(ofFamilyTree: $0) }.filter {
            $0.id != configuration.id
        }
        let ordered = SiteModel.naturallyOrdered(Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values)
        let own = ordered.count { (NaturalOrder($0.name), $0.id) < (NaturalOrder(configuration.name), configuration.id) }
        return ordered.indices.sorted { (abs(2 * $0 + 1 - 2 * own), $0) < (abs(2 * $1 + 1 - 2 * own), $1) }.map { ordered[$0].id }
    }

    /// A family without a name is already called one: 'Family 12'.
    private static func familyName(of family: Family) -> TemplateValue {
        let name = family.shownName
        if case .message = name { return name }
        return .message("configuration.family", ["family": name])
    }

    private static func plate(
        _ configuration: Configuration, _ type: ConfigurationType?, _ model: SiteModel
    ) -> TemplateObject {
        let group = model.craft(ofConfiguration: configuration.id)
        var kind = [PlateView.label(configuration.numberedName)]
        if let type { kind.append(LinkView.make(type)) }
        kind += model.families(of: configuration).map { LinkView.make(familyName(of: $0), Address.page(of: $0)) }
        var figures = [
            FigureView.count(Label.craftCount, group.positions.count),
            FigureView.count(Label.flights, group.flights),
            FigureView.duration(
                Label.longestInSpace, group.longest?.timeInSpace, unknown: group.timeInSpaceAbsence,
                note: group.longest?.shownName ?? .null),
        ]
        if let details = configuration.details { figures.append(FigureView.date(Label.maidenFlight, details.maidenFlight)) }
        let inSpace = group.inSpace
        return PlateView.make(
            kind: kind, name: configuration.shownName, silhouette: model.silhouette(of: type),
            stamp: PlateView.stamp(
                .message("configuration.stamp", ["in_use": configuration.inUse.map { .bool($0) } ?? "unknown"]),
                note: inSpace > 0 ? .message("configuration.in_space_now", ["count": .integer(inSpace)]) : .null,
                isInSpace: inSpace > 0),
            isInSpace: inSpace > 0, mark: MarkView.make(configuration, model), figures: figures)
    }

    /// No craft was ever a hundred metres high or wide. Such a value means that the source has lost a decimal point.
    private static func doubts(_ configuration: Configuration) -> [TemplateValue] {
        [("height", configuration.details?.height), ("diameter", configuration.details?.diameter)].compactMap { field, metres in
            guard let metres, metres > 100 else { return nil }
            return .message("doubts.too_large", ["field": FieldWords.name(of: field), "value": Formatted.metres(metres)])
        }
    }

    private static func texts(_ configuration: Configuration, _ site: ViewContext) -> [TemplateObject] {
        guard let details = configuration.details else { return [] }
        let texts =
            [
                (.null, details.details), (.message("configuration.capability"), details.capability),
                (.message("configuration.history"), details.history),
            ] as [(TemplateValue, String)]
        return texts.compactMap { heading, text in
            site.sanitized(text).map { ["heading": heading, "body_html": .optional($0)] }
        }
    }

    private static func facts(
        _ configuration: Configuration, _ type: ConfigurationType?, _ agency: Agency?, _ model: SiteModel
    ) -> [TemplateObject] {
        var facts: [TemplateObject] = []
        if let type { facts.append(FactView.make(Label.type, ValueView.entity(type))) }
        facts.append(FactView.make(Label.agency, ValueView.entity(agency)))
        facts.append(FactView.make(Label.family, ValueView.families(model.families(of: configuration))))
        facts.append(FactView.make(Label.inUse, ValueView.truth(configuration.inUse)))
        if let details = configuration.details { facts += ConfigurationFacts.facts(details, model) }
        return facts
    }
}
