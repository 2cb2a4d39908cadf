import Catalogue
import HTMLSanitizer
import TemplateEngine

/// The page of one agency, and the further pages of its craft.
enum AgencyView {
    static let kind = PageKind(template: "agency.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.pages(of: plan.model.agenciesByName, configurations: { plan.model.catalogue.configurations(ofAgency: $0.id) }, view)
    }

    struct Subject: EntityPageSubject {
        let page: EntityPage<Agency>
        let type: AgencyType?
        /// Its picture, or else its logo.
        let image: Image?
        let isLogo: Bool
        let description: SanitizedHTML?
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { subject, site in .object(plate(subject.page, subject.type, site.model)) },
        .init("doubts", DoubtsView.shape) { subject, site in DoubtsView.make(subject.page.entity, site.model) },
        .init("figure", PictureView.shape) { subject, site in .optional(figure(subject, site.model)) },
        .init("description_html", .html) { subject, _ in .optional(subject.description) },
        .init("facts", .list(FactView.shape)) { subject, _ in .objects(facts(subject.page.entity, subject.type)) },
        .configurationTable(caption: .message("agency.configurations_caption"), own: "agency"),
        .init("tree", TreeView.shape) { subject, site in .optional(TreeView.make(familiesOf: subject.page.entity, site)) },
        .init("timeline", FleetTimelineView.agencyShape) { subject, site in
            .optional(FleetTimelineView.make(subject.page, site))
        },
        .craftTable(query: "agency__ids") { _ in .message("agency.craft_caption") },
        .neighbours(.message("agency.neighbours")),
        .init(RecordView.field, RecordView.shape(of: Agency.self)) { subject, site in RecordView.value(subject.page.entity.id, site) },
    ]

    private static func view(_ page: EntityPage<Agency>, _ site: ViewContext) -> TemplateObject {
        let agency = page.entity
        let image = agency.profile?.imageID.flatMap { site.model.catalogue.images[id: $0] }
        let logo = agency.profile?.logoID.flatMap { site.model.catalogue.images[id: $0] }
        let description = site.sanitized(agency.profile?.description)
        let name = site.model.distinctName(agency)
        var frame = page.frame(
            kind: "agency",
            description: PageFrame.description(
                description, name: agency.name, subject: name,
                otherwise: PageFrame.description(
                    .message("agency.description", ["agency": name, "count": .integer(page.list.count)]),
                    more: .message("descriptions.agency"))),
            in: .agencies, picture: image, site.model)
        // A logo does not fill the wide picture of a page that is shared.
        if image == nil { frame.gallery = [logo].compactMap(\.self) }
        frame.structuredData = [SubjectData.agency(agency, address: Address.page(of: agency), site.model)]
        let subject = Subject(
            page: page, type: agency.typeID.flatMap { site.model.catalogue.agencyTypes[id: $0] }, image: image ?? logo,
            isLogo: image == nil, description: description)
        return frame.view(fields, of: subject, site)
    }

    private static func figure(_ subject: Subject, _ model: SiteModel) -> TemplateObject? {
        subject.image.map { image in
            PictureView.make(
                image, of: subject.page.entity.shownName, silhouette: subject.page.list.silhouette, isLogo: subject.isLogo, model)
        }
    }

    private static func plate(_ page: EntityPage<Agency>, _ type: AgencyType?, _ model: SiteModel) -> TemplateObject {
        let (agency, list) = (page.entity, page.list)
        let families = model.catalogue.families(manufacturedBy: agency.id)
        var figures = [
            FigureView.count(Label.craftCount, list.count), FigureView.inSpaceNow(list.inSpace),
            FigureView.count(Label.configurations, list.configurations.count),
        ]
        if !families.isEmpty { figures.append(FigureView.count(Label.familiesBuilt, families.count)) }
        if let year = agency.profile?.foundingYear {
            figures.append(FigureView.make(Label.founded, .text("\(year)"), note: .message("agency.founded_note")))
        }
        return PlateView.make(
            kind: [PlateView.label(agency.numberedName)] + [type.map { PlateView.label($0.shownName) }].compactMap(\.self),
            name: agency.shownName, serial: agency.abbrev.isEmpty ? .null : .message("agency.short_name", ["name": .text(agency.abbrev)]),
            silhouette: list.silhouette,
            isInSpace: list.inSpace > 0, mark: MarkView.make(agency, model), figures: figures)
    }

    private static func facts(_ agency: Agency, _ type: AgencyType?) -> [TemplateObject] {
        var facts = [FactView.make(Label.kind, ValueView.words(type.map(\.shownName)))]
        guard let profile = agency.profile else { return facts }
        let countries = profile.countries.filter { !$0.name.isEmpty }.map {
            ValueView.make(SourceNames.country($0.alpha2Code ?? "", $0.name))
        }
        facts.append(FactView.make(Label.country, countries.isEmpty ? [ValueView.unknown()] : countries))
        let administrator = profile.administrator.map { $0.hasPrefix("Administrator: ") ? String($0.dropFirst(15)) : $0 }
        facts.append(FactView.make(Label.administrator, ValueView.text(administrator)))
        facts += [
            FactView.make(Label.partOf, ifKnown: profile.parent), FactView.make(Label.launchers, ifKnown: profile.launchers),
            FactView.make(Label.spacecraft, ifKnown: profile.spacecraft),
        ].compactMap(\.self)
        return facts
    }
}
