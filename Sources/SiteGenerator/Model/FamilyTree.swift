import Catalogue

/// The families and configurations directly below each family, in the order of names. A configuration of a family and of one below that
/// stands below the nearer one alone. They are computed once, because every craft's page
/// shows a tree.
struct FamilyTree: Sendable {
    /// The maximum depth. Records nest three or four deep. An endless chain, or one that only a fault in the data explains, is cut at this
    /// depth.
    static let depthLimit = 12

    private let families: [Family.ID: [Family]]
    private let configurations: [Family.ID: [Configuration]]

    init(_ catalogue: Catalogue, familiesByName: [Family], configurationsByName: [Configuration]) {
        families = Dictionary(grouping: familiesByName.filter { $0.parentID != nil }) { $0.parentID ?? 0 }
        var below: [Family.ID: [Configuration]] = [:]
        for configuration in configurationsByName {
            let further =
                configuration.familyIDs.count < 2
                ? []
                : configuration.familyIDs.flatMap { family in
                    catalogue.ancestors(ofFamily: family).map(\.id).filter { $0 != family }
                }
            let nearest = configuration.familyIDs.filter { !further.contains($0) }
            // Families that are one another's ancestors have no nearest one.
            for family in nearest.isEmpty ? configuration.familyIDs : nearest { below[family, default: []].append(configuration) }
        }
        configurations = below
    }

    func families(below family: Family) -> [Family] { families[family.id] ?? [] }
    func configurations(of family: Family) -> [Configuration] { configurations[family.id] ?? [] }

    /// The family at the top of the tree around another family: its furthest ancestor within half the depth limit.
    func root(around family: Family, _ catalogue: Catalogue) -> Family {
        catalogue.ancestors(ofFamily: family.id).prefix(Self.depthLimit / 2).last ?? family
    }
}
