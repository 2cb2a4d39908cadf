import Catalogue

/// The orders of the index and of the feeds, as places in the order of names.
struct Orders: Sendable {
    /// The page that last changed first. Of equal dates, the record that changed by itself is first, then the newest record.
    let feed: [CraftPosition]
    private let natural: [TableOrder: [CraftPosition]]
    private let reversed: [TableOrder: [CraftPosition]]

    init(_ model: SiteModel) {
        let spacecraft = model.spacecraftByName
        natural = Self.orders(of: spacecraft, isReversed: false)
        reversed = Self.orders(of: spacecraft, isReversed: true)
        feed = CraftPosition.all(spacecraft.count).map { position in
            let id = spacecraft[position].id
            return (
                position: position, page: model.dates.page(ofCraftAt: position)?.secondsSince1970 ?? .min,
                record: model.history.lastChange(of: id)?.secondsSince1970 ?? .min, id: id
            )
        }.sorted { ($0.page, $0.record, $0.id) > ($1.page, $1.record, $1.id) }.map(\.position)
    }

    func positions(_ order: TableOrder, isReversed: Bool) -> [CraftPosition] {
        (isReversed ? reversed : natural)[order] ?? []
    }

    private static func orders(of spacecraft: [Spacecraft], isReversed: Bool) -> [TableOrder: [CraftPosition]] {
        Dictionary(uniqueKeysWithValues: TableOrder.allCases.map { ($0, $0.positions(in: spacecraft, isReversed: isReversed)) })
    }
}
