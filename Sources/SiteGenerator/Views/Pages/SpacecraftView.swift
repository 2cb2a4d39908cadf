import Catalogue
import HTMLSanitizer
import TemplateEngine

enum SpacecraftView {
    static let kind = PageKind(template: "spacecraft.html", shape: PageFrame.around(fields), sitemap: .craft) { plan in
        zip(CraftPosition.all(plan.model.addresses.count), plan.model.addresses).map { position, address in
            Page(address, modified: plan.model.dates.page(ofCraftAt: position), inputs: plan.inputs.page(ofCraftAt: position)) {
                view(at: position, $0)
            }
        }
    }

    struct Subject {
        /// The craft's place in the order of names.
        let position: CraftPosition
        let craft: Spacecraft
        /// The parts that it shares with other craft of its configuration.
        let shared: ConfigurationFragments?
        let description: SanitizedHTML?
        let adjacent: AdjacentPages
    }

    private static let fields: PageFields<Subject> = [
        .init("plate", PlateView.shape) { page, site in .object(CraftPlate.view(page.craft, page.shared, site)) },
        .init("doubts", DoubtsView.shape) { page, site in DoubtsView.make(page.craft, others: doubts(page.craft), site.model) },
        .init("figure", PictureView.shape) { page, site in .object(figure(page.craft, page.shared, site.model)) },
        .init("description_html", .html) { page, _ in .optional(page.description) },
        .init("facts", .list(FactView.shape)) { page, site in .objects(facts(page.craft, page.shared, site)) },
        .init("flight_table", FlightTableView.shape) { page, site in .optional(FlightTableView.make(page.craft, site.model)) },
        .init("timeline", ["chart": ChartView.shape]) { page, site in .optional(TimelineView.chart(of: page.craft, site)) },
        .init("tree", TreeView.shape) { page, site in
            .optional(
                (page.shared?.configuration).map {
                    TreeView.make(around: $0, at: .craft(page.craft, address: site.model.addresses[page.position]), site)
                })
        },
        .init("spread", SpreadView.shape) { page, site in
            .optional((page.shared?.spread.value).map { SpreadView.make($0, marking: page.craft, site.messages) })
        },
        .init("siblings", siblingsShape) { page, site in
            .optional(page.shared.flatMap { siblings(page.position, $0, site) })
        },
        .init("neighbours", AdjacentPagesView.shape) { page, _ in
            .optional(AdjacentPagesView.make(page.adjacent, label: neighbours, isCraft: true))
        },
        .init(RecordView.field, RecordView.shape(of: Spacecraft.self)) { page, site in RecordView.value(page.craft.id, site) },
    ]

    private static let siblingsShape: TemplateShape = [
        "heading": .text, "craft_table": CraftTableView.shape, "more": LinkView.shape, "compare_path": .text,
    ]
    private static let siblingsLayout = ObjectLayout(siblingsShape)
    private static let siblingsHeading = MessageLayout("craft.siblings_heading", "configuration")
    private static let siblingsCaption = MessageLayout("craft.siblings_caption", "configuration", "shown", "count")
    private static let allSiblings = MessageLayout("craft.all_siblings", "configuration", "count")
    private static let title = MessageLayout("craft.title", "craft", "configuration", "site")
    private static let standsFor = MessageLayout("craft.description", "craft", "configuration")
    private static let neighbours = TemplateValue.message("craft.neighbours")
    private static let flownWithoutTime = TemplateValue.message("doubts.flown_without_time")
    private static let placeholder = TemplateValue.message("doubts.placeholder")

    /// - Parameter position: the craft's place in the order of names.
    static func view(at position: CraftPosition, _ site: ViewContext) -> TemplateObject {
        let craft = site.model.spacecraftByName[position]
        let shared = site.fragments.ofCraft(at: position)
        let adjacent = AdjacentPages(ofCraftAt: position, in: site.model)
        let description = site.descriptions[craft.id]?.html
        let name = shared?.configuration.shownName ?? ""
        let distinctName = site.model.distinctName(craft)
        let frame = PageFrame(
            address: site.model.addresses[position],
            title: title(distinctName, name, .text(site.model.title)),
            heading: craft.shownName,
            description: PageFrame.description(
                description, name: craft.name, subject: distinctName, otherwise: standsFor(distinctName, name)),
            section: .spacecraft,
            breadcrumbs: [
                .init(name: SitePart.spacecraft.name, path: Address.spacecraftIndex),
                .init(name: name, path: shared?.address),
                .init(name: craft.shownName),
            ],
            previous: adjacent.previous, next: adjacent.next,
            picture: craft.imageID.flatMap { site.model.catalogue.images[id: $0] }, silhouettes: [shared?.silhouette ?? .unknown],
            record: site.model.addresses[position] + CraftRecord.fileName,
            structuredData: [SubjectData.craft(craft, shared, address: site.model.addresses[position], site.model)])
        let subject = Subject(position: position, craft: craft, shared: shared, description: description, adjacent: adjacent)
        return frame.view(fields, of: subject, site)
    }

    /// Nil when the craft is alone in its configuration.
    private static func siblings(_ position: CraftPosition, _ shared: ConfigurationFragments, _ site: ViewContext) -> TemplateObject? {
        let (name, positions) = (shared.configuration.shownName, shared.group.positions)
        guard positions.count > 1 else { return nil }
        let near = near(position, in: positions)
        let caption = siblingsCaption(name, .integer(near.count), .integer(positions.count))
        let hasMore = positions.count > near.count
        return TemplateObject(
            siblingsLayout,
            [
                siblingsHeading(name),
                .object(
                    CraftTableView.list(
                        near, id: "siblings-table", caption: caption, constants: shared.group.constants, own: .configuration,
                        note: shared.constants.value, site)),
                hasMore ? .object(LinkView.make(allSiblings(name, .integer(positions.count)), shared.address)) : .null,
                .text(CompareLink.craft(nearest(position, in: near).map { site.model.spacecraftByName[$0].id })),
            ])
    }

    /// The craft, and those whose names are next to its own.
    private static func nearest(_ position: CraftPosition, in near: ArraySlice<CraftPosition>) -> [CraftPosition] {
        let own = near.firstIndex(of: position) ?? near.startIndex
        return near.indices.sorted { (abs($0 - own), $0) < (abs($1 - own), $1) }.map { near[$0] }
    }

    /// The craft with three before it and three after it.
    static func near(_ position: CraftPosition, in group: [CraftPosition]) -> ArraySlice<CraftPosition> {
        let rank = group.partitioningIndex { $0 >= position }
        let start = max(0, min(rank - 3, group.count - 7))
        return group[start..<min(start + 7, group.count)]
    }

    private static func doubts(_ craft: Spacecraft) -> [TemplateValue] {
        var doubts: [TemplateValue] = []
        if craft.isDockedLongerThanInSpace, let docked = craft.timeDocked, let inSpace = craft.timeInSpace {
            doubts.append(
                inSpace.seconds == 0
                    ? .message("doubts.docked_never_in_space", ["docked": Formatted.duration(docked)])
                    : .message("doubts.docked_too_long", ["docked": Formatted.duration(docked), "in_space": Formatted.duration(inSpace)]))
        } else if (craft.flightsCount ?? 0) > 0, craft.timeInSpace?.seconds == 0 {
            doubts.append(flownWithoutTime)
        }
        if craft.isPlaceholder == true {
            doubts.append(placeholder)
        }
        return doubts
    }

    static func figure(_ craft: Spacecraft, _ shared: ConfigurationFragments?, _ model: SiteModel) -> TemplateObject {
        if let shared, let image = shared.configuration.imageID, craft.imageID ?? image == image { return shared.reusedFigure.value }
        return PictureView.make(
            craft.imageID.flatMap { model.catalogue.images[id: $0] }, of: craft.shownName, silhouette: shared?.silhouette ?? .unknown,
            model)
    }

    private static func facts(_ craft: Spacecraft, _ shared: ConfigurationFragments?, _ site: ViewContext) -> [TemplateObject] {
        var facts = [
            craft.serialNumber.map { FactView.make(Label.serialNumber, ValueView.text($0)) } ?? site.fragments.common.unknownSerialNumber
        ]
        if let shared {
            facts.append(shared.fact(hasFlown: craft.hasFlown))
            facts += shared.facts.value
        }
        if let status = site.fragments.ofStatus(craft.statusID) { facts.append(status.fact) }
        facts.append(inSpaceNow(craft, site.fragments.common))
        if let change = site.model.history.lastChange(of: craft.id) {
            facts.append(FactView.make(Label.lastChange, ValueView.date(change.date)))
        }
        return facts
    }

    private static func inSpaceNow(_ craft: Spacecraft, _ common: CommonFragments) -> TemplateObject {
        switch craft.inSpace {
        case true?: common.inSpaceNow
        case false?: common.notInSpaceNow
        case nil: common.unknownInSpaceNow
        }
    }
}
