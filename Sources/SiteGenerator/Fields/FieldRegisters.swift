import Catalogue

/// Sites of which each field of each view is seen with a value and without one, where both can be: the example site itself, and what it
/// would be if its source said more or less.
struct FieldRegisters {
    /// A site, and how many pages fit into one of its sitemaps.
    typealias Register = (input: SiteInput, sitemapLimit: Int)

    private let example: SiteInput

    init(_ example: SiteInput) {
        self.example = example
    }

    /// A page that a template of the operator makes.
    static let ownPage = TemplatePage("NAME", title: LocalizedText("A page of your own"))

    /// The example comes first, since its values are the best examples. Then those come that have values where it has none.
    var all: [Register] {
        let most = SitemapView.maximumPages
        let others = [
            (changed(example), most), (rich(with(.filled)), 20), (poor(with(.hollow)), most), (poor(with(.bare)), most),
            (with(.bare, [.image, .licence]), most), (with(.none), most),
        ]
        return [(changed(example), most)] + others.map { (Self.withOwnPage($0.0), $0.1) }
    }

    private static func withOwnPage(_ input: SiteInput) -> SiteInput {
        var input = input
        input.settings.pages = [ownPage]
        let template = Theme.File(path: ownPage.templatePath, bytes: Array("{{heading}}".utf8), origin: "")
        input.theme = input.theme.overlaid(by: Theme(templates: [template], assets: []))
        return input
    }

    private enum Completeness {
        /// With a made-up value where there is none.
        case filled
        /// Without anything that may be missing, but with the parts that a fetch from the API brings.
        case hollow
        case bare
        /// No records at all.
        case none
    }

    private struct Filling: EntityVisitor {
        var contents = CatalogueContents()

        mutating func visit<E: Entity>(_ type: E.Type, _ input: (catalogue: Catalogue, completeness: Completeness?)) {
            contents[type] = input.catalogue[type].compactMap { entity in
                switch input.completeness {
                case nil: entity
                case .filled: entity.filled
                case .hollow: entity.filled.bare(keepsParts: true)
                case .bare: entity.bare(keepsParts: false)
                case .none?: nil
                }
            }
        }
    }

    /// The example with other forms of its records.
    private func with(_ completeness: Completeness, _ kinds: Set<EntityKind> = Set(EntityKind.allCases)) -> SiteInput {
        var filling = Filling()
        for kind in EntityKind.allCases {
            kind.visit(with: &filling, (example.catalogue, kinds.contains(kind) ? completeness : nil))
        }
        if completeness == .filled { Self.enrich(&filling.contents) }
        var input = example
        // References that stay lead to entities that stay.
        do { input.catalogue = try Catalogue(filling.contents) } catch { assertionFailure("\(error)") }
        return input
    }

    /// What the example has not: craft in space, flights, more craft of a configuration than a page tells, a configuration without numbers, an
    /// agency without maiden flights, a picture of an agency, and a family that is part of another.
    private static func enrich(_ contents: inout CatalogueContents) {
        let (agency, picture, parent) = (contents.agencies.first, contents.images.first?.id, contents.families.first?.id)
        if let first = contents.spacecraft.first {
            contents.spacecraft += (1...12).map { number in
                var craft = first
                craft.id = RecordID(1_000_000 + number)
                craft.name += ", copy \(number)"
                craft.inSpace = number > 3
                craft.imageID = number.isMultiple(of: 2) ? first.imageID : nil
                return craft
            }
        }
        for index in contents.spacecraft.indices {
            let craft = contents.spacecraft[index]
            contents.spacecraft[index].flights?.insert(flight(of: craft, by: agency), at: 0)
        }
        // A launch of which nothing is known but that it was.
        if let index = contents.spacecraft.indices.first {
            contents.spacecraft[index].flights?.append(Flight(id: 2, launch: .blank))
        }
        // One of which nothing is known but that it is in space.
        if var last = contents.spacecraft.popLast() {
            last = last.bare(keepsParts: false)
            last.inSpace = true
            contents.spacecraft.append(last)
        }
        // A configuration of which less is known than of the others with which it is compared.
        if let last = contents.configurations.indices.last {
            contents.configurations[last] = contents.configurations[last].bare(keepsParts: true)
        }
        // An agency of whose configurations no maiden flight is known, though their craft flew.
        let flown = contents.spacecraft.first?.configurationID
        if let own = contents.configurations.first(where: { $0.id == flown })?.agencyID {
            for index in contents.configurations.indices where contents.configurations[index].agencyID == own {
                contents.configurations[index].details?.maidenFlight = nil
            }
        }
        for index in contents.agencies.indices {
            contents.agencies[index].profile?.imageID = picture
            contents.agencies[index].profile?.logoID = picture
            contents.agencies[index].profile?.socialLogoID = picture
        }
        for index in contents.families.indices.dropFirst() { contents.families[index].profile?.parentID = parent }
    }

    /// A made-up flight of which everything is known.
    private static func flight(of craft: Spacecraft, by agency: Agency?) -> Flight {
        Flight(
            id: 1, destination: "Low Earth Orbit", missionEnd: Timestamp(secondsSince1970: 582_545_552),
            duration: ISODuration(seconds: 15_461_669), turnAroundTime: ISODuration(seconds: 18_926_526),
            launch: Launch(
                id: "5b1e", name: "Rocket 1 | \(craft.name)", net: Timestamp(secondsSince1970: 567_083_883), netPrecision: "Second",
                status: "Launch Successful", launchServiceProvider: agency.map { .init(id: $0.id, name: $0.name) }, rocket: "Rocket 1"),
            landing: Landing(attempt: true, success: true, landingLocation: "Kazakhstan", type: "Ground"))
    }

    private static let firstFetch = Timestamp(secondsSince1970: 1_767_225_600)
    private static let secondFetch = Timestamp(secondsSince1970: 1_767_312_000)
    private static let lastFetch = Timestamp(secondsSince1970: 1_772_337_906)

    /// A fetch in which all appeared but one craft, one in which one went, and a later one in which the missing one appeared, and the others
    /// and what they belong to changed.
    private func changed(_ input: SiteInput) -> SiteInput {
        let catalogue = input.catalogue
        let craft = Array(catalogue.spacecraft)
        func appeared<E: Entity>(_ entity: E) -> Change { Change(EntityKey(entity.id), name: entity.name, event: .appeared) }
        func renamed<E: Entity>(_ entity: E) -> Change {
            Change(
                EntityKey(entity.id), name: entity.name,
                event: .changed([FieldChange(field: "name", from: entity.name + " 1", to: entity.name)]))
        }
        let before = craft.dropLast().map(appeared) + catalogue.configurations.map(appeared)
        let after =
            craft.suffix(1).map(appeared)
            + craft.dropLast().map { craft in
                let flights = (craft.flights ?? []).map { FieldChange(field: FlightPath(id: $0.id).description, from: nil, to: $0.name) }
                return Change(
                    EntityKey(craft.id), name: craft.name,
                    event: .changed(
                        [
                            FieldChange(field: "time_in_space", from: "P1D", to: craft.timeInSpace?.iso8601),
                            FieldChange(field: "flights_count", from: "0", to: craft.flightsCount.map { "\($0)" }),
                        ] + flights))
            }
            + craft.prefix(1).map(renamed) + catalogue.configurations.prefix(1).map(renamed) + catalogue.agencies.prefix(1).map(renamed)
            + catalogue.families.prefix(1).map(renamed)
        // What is known of the records ends where a craft went, so that comes before.
        let gone = Change(EntityKey(.spacecraft, 0), name: "Vostok 1", event: .removed)
        var input = input
        input.history =
            before.map { DatedChange(date: Self.firstFetch, change: $0) } + [DatedChange(date: Self.secondFetch, change: gone)]
            + after.map { DatedChange(date: Self.lastFetch, change: $0) }
        input.dataDate = .fetched(Self.lastFetch)
        return input
    }

    /// All that an operator may choose, in two languages and below a folder of the host.
    private func rich(_ input: SiteInput) -> SiteInput {
        var input = changed(input)
        input.settings.baseURL += "catalogue/"
        input.settings.translations = ["de"]
        input.settings.pageSize = 8
        input.settings.author = .init(name: "Museum of Flight", url: "https://museum.example/", email: "office@museum.example")
        input.settings.navigation = [
            .page(SitePart.spacecraft.rawValue, label: nil), .link("https://museum.example/", label: LocalizedText("Our museum")),
        ]
        input.settings.images.delivery = .copy
        for licence in LicenceClass.allCases { input.settings.images.treatments[licence] = licence == .unknown ? .link : .copy }
        input.pictures = Dictionary(
            uniqueKeysWithValues: input.catalogue.images.map { image in
                let size = PictureCopy.File(path: "pictures/\(image.id)-w640.webp", width: 640, height: 427)
                let file = PictureCopy.File(path: "pictures/\(image.id)-original.jpeg", width: 1_200, height: 800, sizes: [size])
                return (image.id, PictureCopy(original: file, thumbnail: file, dark: file))
            })
        input.pages.append(OwnPage("contact", ["en": OwnText("# Contact\n\nBy mail.", form: .markdown)]))
        input.pages.append(OwnPage(OwnPage.about, ["en": OwnText("<p>Kept by hand.</p>")]))
        let catalogue = input.catalogue
        let firsts =
            catalogue.spacecraft.prefix(1).map { EntityKey($0.id) } + catalogue.configurations.prefix(1).map { EntityKey($0.id) }
            + catalogue.agencies.prefix(1).map { EntityKey($0.id) } + catalogue.families.prefix(1).map { EntityKey($0.id) }
        input.setAside = firsts.map { SetAsideRecord($0, asOf: Self.firstFetch) }
        input.theme = input.theme.overlaid(by: Theme(templates: [], assets: [.init(path: "own.css", bytes: [], origin: "")]))
        return input
    }

    /// An operator who said nothing, and a source that left no date.
    private func poor(_ input: SiteInput) -> SiteInput {
        var input = input
        input.settings.description = nil
        input.settings.pageSize = 100
        input.settings.images.delivery = .none
        input.history = []
        input.dataDate = .unknown
        return input
    }
}
