import Catalogue
import TemplateEngine

/// The orders of the index of spacecraft. Each has a natural direction and its reverse.
enum TableOrder: String, Sendable, CaseIterable {
    case name
    case id
    case timeInSpace
    case timeDocked
    case flightsCount
    case missionEndsCount

    /// The column of the table, by its name in the API.
    var column: String { field?.rawValue ?? "name" }

    /// The field by which the API orders. It is nil for the order by name, which the API does not have.
    var field: SpacecraftOrdering.Field? {
        switch self {
        case .name: nil
        case .id: .id
        case .timeInSpace: .timeInSpace
        case .timeDocked: .timeDocked
        case .flightsCount: .flightsCount
        case .missionEndsCount: .missionEndsCount
        }
    }

    var label: TemplateValue {
        switch self {
        case .name: Label.name
        case .id: .message("orders.number")
        case .timeInSpace: Label.timeInSpace
        case .timeDocked: Label.timeDocked
        case .flightsCount: Label.flights
        case .missionEndsCount: Label.missionEnds
        }
    }

    /// The description of the order inside a sentence: `by name`, `longest time in space first`.
    func words(isReversed: Bool) -> TemplateValue { .message("orders.words", ["order": .text(column), "reversed": .bool(isReversed)]) }

    /// The natural direction is ascending for names and numbers, and descending for figures.
    func isDescending(isReversed: Bool) -> Bool {
        switch self {
        case .name, .id: isReversed
        case .timeInSpace, .timeDocked, .flightsCount, .missionEndsCount: !isReversed
        }
    }

    /// `spacecraft/`, `spacecraft/by-time-in-space/`, `spacecraft/by-time-in-space/ascending/`
    func address(isReversed: Bool) -> String {
        guard isReversed else { return self == .name ? Address.spacecraftIndex : byAddress }
        return byAddress + (isDescending(isReversed: true) ? "descending/" : "ascending/")
    }

    /// The places of all craft in this order.
    ///
    /// - Parameter spacecraftByName: all craft in the order of names.
    func positions(in spacecraftByName: [Spacecraft], isReversed: Bool) -> [CraftPosition] {
        guard let field else {
            let positions = CraftPosition.all(spacecraftByName.count)
            return isReversed ? positions.reversed() : positions
        }
        let key = SpacecraftOrdering(field, descending: isDescending(isReversed: isReversed))
        return Catalogue.orderedIndices(of: spacecraftByName, by: [key]).map(CraftPosition.init)
    }

    private var byAddress: String {
        switch self {
        case .name: Address.spacecraftIndex + "by-name/"
        case .id: Address.spacecraftIndex + "by-id/"
        case .timeInSpace: Address.spacecraftIndex + "by-time-in-space/"
        case .timeDocked: Address.spacecraftIndex + "by-time-docked/"
        case .flightsCount: Address.spacecraftIndex + "by-flights/"
        case .missionEndsCount: Address.spacecraftIndex + "by-mission-ends/"
        }
    }
}
