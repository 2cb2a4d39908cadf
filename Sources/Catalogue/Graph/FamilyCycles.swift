enum FamilyCycles {
    /// Drops the parent of one family of each cycle: of the one with the smallest id, so that the cut does not depend on the order of the records.
    static func cut(_ families: [Family]) -> (families: [Family], warnings: [CatalogueWarning]) {
        var byID = Dictionary(families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var warnings: [CatalogueWarning] = []
        for family in families.sorted(by: { $0.id < $1.id }) {
            var chain = [family.id]
            var next = byID[family.id]?.parentID
            while let parentID = next, parentID != family.id, !chain.contains(parentID) {
                chain.append(parentID)
                next = byID[parentID]?.parentID
            }
            guard next == family.id else { continue }
            byID[family.id]?.profile?.parentID = nil
            warnings.append(.init(kind: .family, id: family.id, reason: .parentCycle(familyIDs: chain + [family.id])))
        }
        return (Array(byID.values), warnings)
    }
}
