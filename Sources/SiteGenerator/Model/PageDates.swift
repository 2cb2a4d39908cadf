import Catalogue
import Support

/// The dates at which what the pages show last changed, by the history. They depend on no clock: the same site folder gives the same dates.
///
/// The page of an entity has the date of its own record, of the records whose names and figures it shows, and of the craft in its list. A
/// page that is a list has the newest date of its rows. Ranks, neighbours and times that only went on do not count, nor do the words and
/// the theme. What the history tells nothing of, such as the credit of a picture, has the date at which the history begins: since then at
/// the latest it is as it is.
struct PageDates: Sendable {
    /// The date of what has not changed since the history began. Without a history it is the date of the records. Nil when that is not
    /// known either.
    let beginning: Timestamp?
    /// The last change of any record.
    let newest: Timestamp?
    private let spacecraft: [Spacecraft.ID]
    private let history: HistoryIndex
    /// The dates of the rows of craft in tables and of their pages, by the places of the craft in the order of names.
    private let rows: [Timestamp?]
    private let pages: [Timestamp?]

    init(_ history: HistoryIndex, _ catalogue: Catalogue, _ spacecraftByName: [Spacecraft], dataDate: DataDate) {
        let beginning = history.span?.lowerBound ?? dataDate.timestamp
        self.history = history
        self.beginning = beginning
        spacecraft = spacecraftByName.map(\.id)
        newest = history.span?.upperBound ?? dataDate.timestamp
        guard let beginning, let span = history.span, span.lowerBound < span.upperBound else {
            rows = Array(repeating: beginning, count: spacecraftByName.count)
            pages = rows
            return
        }
        @Sendable func shown(_ entity: EntityKey) -> Timestamp { history.dates(of: entity)?.shownElsewhere ?? beginning }
        let configurations = Concurrently.table(of: catalogue.configurations) { configuration in
            let name = shown(EntityKey(configuration.id))
            let others = configuration.familyIDs.map { EntityKey($0) } + [configuration.agencyID.map { EntityKey($0) }].compactMap(\.self)
            return (name: name, all: others.reduce(name) { max($0, shown($1)) })
        }
        let dates = Concurrently.array(count: spacecraftByName.count) { position -> (row: Timestamp, page: Timestamp) in
            let own = history.dates(of: EntityKey(spacecraftByName[position].id))
            let configuration = configurations[spacecraftByName[position].configurationID] ?? (beginning, beginning)
            return (max(own?.shownElsewhere ?? beginning, configuration.name), max(own?.last ?? beginning, configuration.all))
        }
        rows = dates.map(\.row)
        pages = dates.map(\.page)
    }

    func page(ofCraftAt position: CraftPosition) -> Timestamp? { pages[position] }

    /// The page of an entity, but for the craft that it lists.
    ///
    /// - Parameter configurations: the rows of configurations on it.
    func page<E: Entity>(of entity: E, configurations: some Sequence<Configuration>) -> Timestamp? {
        let key = EntityKey(entity.id)
        var others = configurations.map { EntityKey($0.id) }
        withUnsafePointer(to: entity) { record in
            for reference in E.schema.references {
                reference.forEachID(record) { others.append(EntityKey(reference.target, $0)) }
            }
        }
        return latest(
            [history.dates(of: key)?.last, history.lastReferral(to: key)] + others.map { history.dates(of: $0)?.shownElsewhere })
    }

    /// A page with rows of craft, of which the rest has a date.
    func latest(_ date: Timestamp?, _ craft: some Sequence<CraftPosition>) -> Timestamp? {
        craft.reduce(date) { date, craft in
            guard let row = rows[craft] else { return date }
            return max(date ?? row, row)
        }
    }

    /// A page of the list of all craft. Each page shows how many there are.
    func list(_ craft: some Sequence<CraftPosition>) -> Timestamp? {
        latest([history.lastComing(of: .spacecraft)] + craft.map { rows[$0] })
    }

    /// Craft in pictures.
    ///
    /// - Parameter entity: the entity whose craft they are.
    func pictures(of groups: [PictureGroup], _ entity: EntityKey?, _ model: SiteModel) -> Timestamp? {
        var keys = [entity].compactMap(\.self)
        var pictured: [Timestamp?] = [history.lastComing(of: .spacecraft)]
        for group in groups {
            if let image = group.image { keys.append(EntityKey(image)) }
            for position in group.positions {
                pictured.append(history.dates(of: EntityKey(model.spacecraftByName[position].id))?.pictured)
            }
            if let first = group.positions.first { keys.append(EntityKey(model.spacecraftByName[first].configurationID)) }
        }
        return latest(pictured + keys.flatMap { [history.dates(of: $0)?.shownElsewhere, history.lastReferral(to: $0)] })
    }

    /// The flights of all craft.
    func flights() -> Timestamp? {
        latest([history.lastComing(of: .spacecraft)] + spacecraft.map { history.dates(of: EntityKey($0))?.flown })
    }

    /// A page with the flights of craft, by the source or by the fetches, of which the rest has a date.
    func flown(_ positions: [CraftPosition], since date: Timestamp?) -> Timestamp? {
        latest(
            [date]
                + positions.flatMap { position -> [Timestamp?] in
                    let id = spacecraft[position.index]
                    return [history.dates(of: EntityKey(id))?.flown, history.statesInSpace(of: id)?.last?.date]
                })
    }

    /// Craft in pictures and in a table, with the flights that they are on.
    func flights(ofCraftAt positions: [CraftPosition], _ model: SiteModel) -> Timestamp? {
        let flown = positions.map { history.dates(of: EntityKey(model.spacecraftByName[$0].id))?.flown }
        return latest([list(positions), pictures(of: PictureGroup.groups(of: positions, model), nil, model)] + flown)
    }

    /// A list of all entities of a kind with the numbers of their craft.
    func index<E: Entity>(of entities: some Sequence<E>) -> Timestamp? {
        let keys = entities.map { EntityKey($0.id) }
        let rows = keys.flatMap { [history.dates(of: $0)?.shownElsewhere, history.lastReferral(to: $0)] }
        return latest([history.lastComing(of: .spacecraft), history.lastComing(of: .configuration), history.lastComing(of: E.kind)] + rows)
    }

    /// Whole records of all entities of a kind.
    func records<E: Entity>(of entities: some Sequence<E>) -> Timestamp? {
        latest([history.lastComing(of: E.kind)] + entities.map { history.dates(of: EntityKey($0.id))?.last })
    }

    /// Whole records of all craft, with the names that they show.
    func recordsOfCraft() -> Timestamp? { latest([history.lastComing(of: .spacecraft)] + pages) }

    /// Whole records of some craft, with the names that they show.
    func records(ofCraftAt positions: [CraftPosition]) -> Timestamp? {
        latest([history.lastComing(of: .spacecraft)] + positions.map { pages[$0] })
    }

    /// A list of craft by figures of theirs.
    func figures(of craft: some Sequence<Spacecraft.ID>) -> Timestamp? {
        latest([history.lastComing(of: .spacecraft)] + craft.map { history.dates(of: EntityKey($0))?.shownElsewhere })
    }

    /// Pictures with the entities that use them.
    func pictures(_ images: some Sequence<Image>, in catalogue: Catalogue) -> Timestamp? {
        latest(
            images.flatMap { image in
                [history.lastReferral(to: EntityKey(image.id))]
                    + catalogue.uses(ofImage: image.id).map { history.dates(of: $0.by)?.appeared }
            })
    }

    private func latest(_ dates: [Timestamp?]) -> Timestamp? {
        dates.reduce(beginning) { latest, date in date.map { max(latest ?? $0, $0) } ?? latest }
    }
}
