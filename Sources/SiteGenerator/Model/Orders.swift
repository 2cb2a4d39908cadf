import Catalogue

/// The orders of the index and of the feeds, as places in the order of names.
struct Orders: Sendable {
    /// The last change first; of equal dates, the newest record first.
    let feed: [CraftPosition]
    private let natural: [TableOrder: [CraftPosition]]
    private let reversed: [TableOrder: [CraftPosition]]

    init(_ model: SiteModel) {
        let spacecraft = model.spacecraftByName
        natural = Self.orders(of: spacecraft, isReversed: false)
        reversed = Self.orders(of: spacecraft, isReversed: true)
        feed = CraftPosition.all(spacecraft.count).map { position in
            let craft = spacecraft[position]
            return (position: position, date: model.history.lastChange(of: craft.id)?.secondsSince1970 ?? .min, id: craft.id)
        }.sorted { ($0.date, $0.id) > ($1.date, $1.id) }.map(\.position)
    }

    func positions(_ order: TableOrder, isReversed: Bool) -> [CraftPosition] {
        (isReversed ? reversed : natural)[order] ?? []
    }

    private static func orders(of spacecraft: [Spacecraft], isReversed: Bool) -> [TableOrder: [CraftPosition]] {
        Dictionary(uniqueKeysWithValues: TableOrder.allCases.map { ($0, $0.positions(in: spacecraft, isReversed: isReversed)) })
    }
}
