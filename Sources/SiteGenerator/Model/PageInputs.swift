import Catalogue
import Support

/// What each file of the site is made from, as hashes. A file whose hash is that of the last build need not be made again.
///
/// Each kind of page takes the hash of everything that its view reads from here, beside the date of the page. More than that costs a page that
/// is made for nothing. Less would leave an old page in place, so the tests change each field of each record, and compare with a fresh build.
/// The theme, the words, the configuration and the program are no part of these hashes: when one of them changes, all is made.
///
/// Pages show the figures of a record mostly through others, so a few hashes are put together from those of the records:
/// - a *link* to a configuration: what is said of it wherever it is named, with its type, agency, families and picture;
/// - a *group*: the figures of all craft of a configuration, which each of its craft is compared with;
/// - a *tree*: a family with everything below it;
/// - a *row*: a craft in a table.
///
/// It is an object because each kind of page is made with it.
final class PageInputs: Sendable {
    /// What every page shows: the numbers in the footer, and the records that are few and that many pages name.
    let common: InputHash
    /// All records and the whole history.
    let everything: InputHash
    /// The lists of all agencies, families, types and statuses, with the numbers of their configurations and of their craft.
    let craftCounts: InputHash
    /// The list of all configurations, with the figures that it adds up of craft.
    let configurationList: InputHash
    /// The name of each craft that has flights of known times, the type of its configuration, and those times, with the year of the data.
    let flights: InputHash
    /// All pictures and their licences.
    let pictures: InputHash
    /// The pictures of all configurations and agencies, with what is said of each beside its picture.
    let groupPictures: InputHash
    /// What the lists of everything but craft show: all records but those of craft, and the name, the picture, the configuration and the
    /// status of each craft.
    let entities: InputHash
    private let model: SiteModel
    private let records: RecordHashes
    /// The parts of each craft, by its place in the order of names.
    private let craft: [Craft]
    private let links: [Configuration.ID: InputHash]
    private let groups: [Configuration.ID: InputHash]
    private let trees: [Family.ID: InputHash]
    private let maxima: InputHash

    private struct Craft: Sendable {
        /// The whole record, with what is said of the records that it refers to.
        let own: InputHash
        /// What its page says of its configuration.
        let configuration: InputHash
        let row: InputHash
        let name: InputHash
        let configurationID: Configuration.ID
    }

    init(_ model: SiteModel) {
        let records = RecordHashes(model)
        self.model = model
        self.records = records
        common = RegisterInputs.common(model, records)
        everything = RegisterInputs.everything(model, records)
        craftCounts = RegisterInputs.craftCounts(model, records)
        configurationList = RegisterInputs.configurationList(model, craftCounts)
        flights = model.hasFlights ? RegisterInputs.flights(model) : InputHash()
        groupPictures = RegisterInputs.groupPictures(model, records)
        pictures = InputHash([.image, .licence].map { records.all(of: $0) })
        entities = RegisterInputs.entities(model, records)
        let maxima = model.maxima.inputs
        self.maxima = maxima
        let figures = model.spacecraftByName.indices.map { records.shownElsewhere(EntityKey(model.spacecraftByName[$0].id)) }
        let allCraft = InputHash(figures)
        let groups = Concurrently.table(of: model.catalogue.configurations) { configuration in
            InputHash(model.craft(ofConfiguration: configuration.id).positions.map { figures[$0] })
        }
        self.groups = groups
        let trees = Self.trees(model, records)
        self.trees = trees
        let links = Concurrently.table(of: model.catalogue.configurations) { Self.link(to: $0, model, records) }
        self.links = links
        let configurations = Concurrently.table(of: model.catalogue.configurations) { configuration in
            var hash = links[configuration.id] ?? InputHash()
            hash.add(groups[configuration.id] ?? InputHash())
            if model.craft(ofConfiguration: configuration.id).positions.count < 2 { hash.add(allCraft) }
            hash.add(Self.tree(around: configuration, trees, model))
            return hash
        }
        craft = Concurrently.array(count: figures.count) { position in
            model.spacecraftByName.withElement(at: position) { craft in
                let configuration = craft.pointee.configurationID
                var row = figures[position]
                row.add(links[configuration] ?? InputHash())
                row.add(model.marks.mark(of: EntityKey(craft.pointee.id))?.rawValue)
                row.add(maxima)
                var own = Self.own(craft, model, records)
                // A provider is linked where the register has it as an agency.
                for provider in craft.pointee.flights?.compactMap({ $0.launch?.launchServiceProvider }) ?? [] {
                    own.add(records.mentioned(EntityKey(provider.id), model))
                }
                return Craft(
                    own: own, configuration: configurations[configuration] ?? InputHash(), row: row,
                    name: Self.name(craft.pointee.name, craft.pointee.id.number), configurationID: configuration)
            }
        }
    }

    static func link(to configuration: Configuration, _ model: SiteModel, _ records: RecordHashes) -> InputHash {
        var hash = records.shownElsewhere(EntityKey(configuration.id))
        withUnsafePointer(to: configuration) { record in
            for reference in Configuration.schema.references {
                reference.forEachID(record) { hash.add(records.mentioned(EntityKey(reference.target, $0), model)) }
            }
        }
        return hash
    }

    private static func trees(
        _ model: SiteModel, _ records: RecordHashes
    ) -> [Family.ID: InputHash] {
        @Sendable func tree(_ family: Family, depth: Int) -> InputHash {
            var hash = records.shownElsewhere(EntityKey(family.id))
            for configuration in model.tree.configurations(of: family) {
                hash.add(records.shownElsewhere(EntityKey(configuration.id)))
                hash.add(model.craft(ofConfiguration: configuration.id).positions.count)
            }
            hash.add(true)
            guard depth < FamilyTree.depthLimit else { return hash }
            for child in model.tree.families(below: family) { hash.add(tree(child, depth: depth + 1)) }
            return hash
        }
        return Concurrently.table(of: model.catalogue.families) { tree($0, depth: 0) }
    }
}

extension PageInputs {
    /// The inputs of a file, with those that all files share.
    ///
    /// - Parameter inputs: its own. Nil for a file that every build makes.
    func file(_ inputs: InputHash?, modified: Timestamp? = nil) -> UInt64? {
        guard let inputs else { return nil }
        var hash = common
        hash.add(inputs)
        hash.add(modified)
        return hash.value
    }

    /// The page of one craft.
    func page(ofCraftAt position: CraftPosition) -> InputHash {
        var hash = craft[position].own
        hash.add(craft[position].configuration)
        hash.add(rows(SpacecraftView.near(position, in: model.craft(ofConfiguration: craft[position].configurationID).positions)))
        for place in [position.index - 1, position.index + 1] { hash.add(craft.indices.contains(place) ? craft[place].name : InputHash()) }
        // The flight that a craft is on reaches the year of the data. Most craft are on none, and are not copied to learn that.
        if model.spacecraftByName.withElement(at: position.index, { $0.pointee.inSpace == true && $0.pointee.currentFlight != nil }) {
            hash.add(model.dataYear)
        }
        return hash
    }

    /// The pages of an entity with a list of craft: the first one, and the further pages of the list.
    ///
    /// - Parameters:
    ///   - position: the place of the entity in the order of names.
    ///   - ordered: all entities of the kind in that order.
    ///   - lists: the lists of its pages.
    func pages<E: Entity>(ofEntityAt position: Int, in ordered: [E], _ lists: [CraftListPage]) -> [InputHash] {
        let entity = ordered[position]
        var shared = Self.own(entity, model, records)
        for place in [position - 1, position + 1] {
            shared.add(ordered.indices.contains(place) ? Self.name(ordered[place]) : InputHash())
        }
        let configurations = lists.first?.configurations ?? []
        shared.add(configurations.count)
        let table = InputHash(configurations.map { row($0) })
        if let configuration = entity as? Configuration {
            shared.add(row(configuration))
            shared.add(Self.tree(around: configuration, trees, model))
        } else if let family = entity as? Family {
            shared.add(Self.tree(around: family, trees, model))
        } else if let agency = entity as? Agency {
            for family in model.catalogue.families(manufacturedBy: agency.id) { shared.add(trees[family.id] ?? InputHash()) }
        }
        return lists.map { list in
            var hash = shared
            for number in [list.count, list.inSpace, list.flights, Int(list.constants.rawValue)] { hash.add(number) }
            hash.add(list.hasPictures)
            hash.add(list.silhouette.rawValue)
            // The table of configurations is only on the first page.
            if list.isFirst { hash.add(table) }
            hash.add(rows(list.shown))
            if FleetTimelineView.isShown(on: list, of: E.kind, model) {
                addFlights(of: list.positions, FleetTimelineView.configurations(on: list, of: entity), to: &hash)
            }
            return hash
        }
    }

    /// The flights of craft along the years. Those that go on reach the year of the data. Of maiden flights those are shown that had been flown
    /// on the day of the data: what is planned becomes one of them though its record stays the same.
    private func addFlights(of positions: [CraftPosition], _ configurations: [Configuration], to hash: inout InputHash) {
        var all: [FlightSpan] = []
        for position in positions {
            let spans = model.flightSpans(ofCraftAt: position)
            guard !spans.isEmpty else { continue }
            hash.add(craft[position].name)
            hash.add(InputHash(spans.map(\.inputs)))
            if spans.contains(where: { $0.end == nil }) { hash.add(model.dataYear) }
            all += spans
        }
        for flight in MaidenFlight.known(of: configurations, beside: all, until: model.dataDay) {
            hash.add(flight.configuration.id.number)
            hash.add(flight.date.ordinal)
        }
    }

    /// Rows of craft in a table.
    func rows(_ positions: some Sequence<CraftPosition>) -> InputHash { InputHash(positions.lazy.map { [self] in craft[$0].row }) }

    /// The rows of all craft, with what the lists of everything else show.
    var craftRows: InputHash {
        var hash = entities
        for craft in craft { hash.add(craft.row) }
        return hash
    }

    /// Craft in pictures, and the name of the entity whose list it is.
    ///
    /// - Parameters:
    ///   - total: the number of groups in the whole list, of which each page says which it shows.
    ///   - count: the number of craft in the list.
    func pictures(of groups: [PictureGroup], amongGroups total: Int, _ entity: EntityKey?, _ count: Int) -> InputHash {
        var hash = entity.map { records.whole($0) } ?? InputHash()
        hash.add(total)
        hash.add(count)
        for group in groups {
            if let image = group.image { hash.add(records.mentioned(EntityKey(image), model)) }
            hash.add(group.positions.count)
            if let first = group.positions.first {
                hash.add(links[craft[first].configurationID] ?? InputHash())
                hash.add(model.craft(ofConfiguration: craft[first].configurationID).positions.count)
            }
            for position in group.positions {
                hash.add(craft[position].name)
                hash.add(model.spacecraftByName[position].isInSpace)
            }
        }
        return hash
    }

    /// Craft in pictures and in a table, with the flights that they are on.
    func flights(ofCraftAt positions: [CraftPosition]) -> InputHash {
        let groups = PictureGroup.groups(of: positions, model)
        var hash = pictures(of: groups, amongGroups: groups.count, nil, positions.count)
        hash.add(rows(positions))
        for position in positions {
            let flight = model.spacecraftByName[position].currentFlight
            hash.add(flight?.destination)
            hash.add(flight?.launch?.net)
            hash.add(flight?.launch?.netPrecision)
        }
        return hash
    }

    /// The record of one craft for machines, apart from its date.
    func record(ofCraftAt position: CraftPosition) -> InputHash {
        var hash = craft[position].own
        hash.add(links[craft[position].configurationID] ?? InputHash())
        return hash
    }

    /// A page of the JSON feed, with the address of the next one.
    func feed(_ positions: some Sequence<CraftPosition>, next: String?) -> InputHash {
        var hash = feedItems(positions)
        hash.add(next)
        return hash
    }

    /// Items of a feed, in its order.
    func feedItems(_ positions: some Sequence<CraftPosition>) -> InputHash {
        var hash = InputHash()
        for position in positions {
            hash.add(craft[position].own)
            hash.add(links[craft[position].configurationID] ?? InputHash())
            hash.add(model.dates.page(ofCraftAt: position))
        }
        hash.add(model.dates.beginning)
        return hash
    }

    /// The whole record, and what is said of each record that it refers to.
    static func own<E: Entity>(_ entity: E, _ model: SiteModel, _ records: RecordHashes) -> InputHash {
        withUnsafePointer(to: entity) { own($0, model, records) }
    }

    private static func own<E: Entity>(_ entity: UnsafePointer<E>, _ model: SiteModel, _ records: RecordHashes) -> InputHash {
        var hash = records.whole(EntityKey(entity.pointee.id))
        for reference in E.schema.references {
            reference.forEachID(entity) { hash.add(records.mentioned(EntityKey(reference.target, $0), model)) }
        }
        return hash
    }

    /// A row in a table of configurations.
    private func row(_ configuration: Configuration) -> InputHash {
        var hash = links[configuration.id] ?? InputHash()
        hash.add(groups[configuration.id] ?? InputHash())
        hash.add(configuration.details?.maidenFlight?.ordinal)
        hash.add(model.marks.mark(of: EntityKey(configuration.id))?.rawValue)
        hash.add(maxima)
        hash.add(model.mostFlights)
        return hash
    }

    /// The trees around a configuration. They begin further up than at its own families.
    private static func tree(around configuration: Configuration, _ trees: [Family.ID: InputHash], _ model: SiteModel) -> InputHash {
        InputHash(model.families(of: configuration).map { tree(around: $0, trees, model) })
    }

    private static func tree(around family: Family, _ trees: [Family.ID: InputHash], _ model: SiteModel) -> InputHash {
        trees[model.tree.root(around: family, model.catalogue).id] ?? InputHash()
    }

    /// What a link to an entity shows.
    private static func name<E: Entity>(_ entity: E) -> InputHash { name(entity.name, entity.id.number) }

    private static func name(_ name: String, _ number: Int) -> InputHash {
        var hash = InputHash()
        hash.add(name)
        hash.add(number)
        return hash
    }
}
