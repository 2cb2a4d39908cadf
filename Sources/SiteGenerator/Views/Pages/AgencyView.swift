import Catalogue
import HTMLSanitizer
import TemplateEngine

/// The page of one agency, and the further pages of its craft.
enum AgencyView {
    static let kind = PageKind(template: "agency.html", shape: PageFrame.around(fields), sitemap: .groups) { plan in
        plan.model.agenciesByName.enumerated().flatMap { position, agency in
            plan.pages(
                ofEntityAt: position, in: plan.model.agenciesByName,
                plan.craftPages(Address.page(of: agency), of: plan.model.catalogue.configurations(ofAgency: agency.id))
            ) {
                view(at: position, $0, $1)
            }
        }
    }

    struct Subject {
        let agency: Agency
        let type: AgencyType?
        /// Its picture, or else its logo.
        let image: Image?
        let isLogo: Bool
        let description: SanitizedHTML?
        let list: CraftListPage
        let adjacent: AdjacentPages
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { page, site in .object(plate(page, site.model)) },
        .init("doubts", DoubtsView.shape) { page, site in DoubtsView.make(page.agency, site.model) },
        .init("figure", PictureView.shape) { page, site in
            page.image == nil
                ? .null
                : .object(
                    PictureView.make(
                        page.image, of: page.agency.shownName, silhouette: page.list.silhouette, isLogo: page.isLogo, site.model))
        },
        .init("description_html", .html) { page, _ in .optional(page.description) },
        .init("facts", .list(FactView.shape)) { page, _ in .objects(facts(page.agency, page.type)) },
        .init("configuration_table", ConfigurationTableView.shape) { page, site in
            .optional(
                ConfigurationTableView.make(
                    of: page.list, caption: .message("agency.configurations_caption"), own: "agency", site))
        },
        .init("tree", TreeView.shape) { page, site in .optional(TreeView.make(familiesOf: page.agency, site)) },
        .init("timeline", FleetTimelineView.shape) { page, site in
            .optional(FleetTimelineView.make(page.list, of: .agency, byConfiguration: true, site))
        },
        .init("craft_table", CraftTableView.shape) { page, site in
            .optional(
                CraftListView.table(page.list, caption: .message("agency.craft_caption"), query: "agency__ids=\(page.agency.id)", site))
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: .message("agency.neighbours")))
        },
        .init(RecordView.field, RecordView.shape(of: Agency.self)) { page, site in RecordView.value(page.agency.id, site) },
    ]

    static func view(at position: Int, _ list: CraftListPage, _ site: ViewContext) -> TemplateObject {
        let agency = site.model.agenciesByName[position]
        let image = agency.profile?.imageID.flatMap { site.model.catalogue.images[id: $0] }
        let logo = agency.profile?.logoID.flatMap { site.model.catalogue.images[id: $0] }
        let description = site.sanitized(agency.profile?.description)
        let adjacent = AdjacentPages(at: position, in: site.model.agenciesByName, address: Address.page)
        var frame = PageFrame.entity(
            agency.shownName, distinctName: site.model.distinctName(agency), kind: "agency", paging: list.paging, adjacent: adjacent,
            description: PageFrame.description(
                description, name: agency.name, subject: site.model.distinctName(agency),
                otherwise: PageFrame.description(
                    .message("agency.description", ["agency": site.model.distinctName(agency), "count": .integer(list.count)]),
                    more: .message("descriptions.agency"))), section: .agencies,
            index: (SitePart.agencies.name, Address.agencies), picture: image, site.model)
        // A logo does not fill the wide picture of a page that is shared.
        if image == nil { frame.gallery = [logo].compactMap(\.self) }
        frame.structuredData = [SubjectData.agency(agency, address: Address.page(of: agency), site.model)]
        let subject = Subject(
            agency: agency, type: agency.typeID.flatMap { site.model.catalogue.agencyTypes[id: $0] }, image: image ?? logo,
            isLogo: image == nil, description: description, list: list, adjacent: adjacent)
        return frame.view(fields, of: subject, site)
    }

    private static func plate(_ page: Subject, _ model: SiteModel) -> TemplateObject {
        let (agency, list) = (page.agency, page.list)
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
            kind: [PlateView.label(agency.numberedName)] + [page.type.map { PlateView.label(SourceNames.name(of: $0)) }].compactMap(\.self),
            name: agency.shownName, serial: agency.abbrev.isEmpty ? .null : .message("agency.short_name", ["name": .text(agency.abbrev)]),
            silhouette: list.silhouette,
            isInSpace: list.inSpace > 0, mark: MarkView.make(agency, model), figures: figures)
    }

    private static func facts(_ agency: Agency, _ type: AgencyType?) -> [TemplateObject] {
        var facts = [FactView.make(Label.kind, ValueView.words(type.map(SourceNames.name)))]
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
