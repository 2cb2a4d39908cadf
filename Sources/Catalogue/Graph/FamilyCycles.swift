enum FamilyCycles {
    /// Drops one parent in each cycle, that of the family with the smallest id. So the cut does not depend on the order of the records.
    /// Each family is visited once, because a file may hold a chain of many thousands.
    static func cut(_ families: [Family]) -> (families: [Family], warnings: [CatalogueWarning]) {
        let parents = Dictionary(families.compactMap { family in family.parentID.map { (family.id, $0) } }) { first, _ in first }
        var walkThatFound: [Family.ID: Family.ID] = [:]
        var cycles: [Family.ID: [Family.ID]] = [:]
        for start in parents.keys {
            var id = start
            while walkThatFound[id] == nil, let parent = parents[id] {
                walkThatFound[id] = start
                id = parent
            }
            // A walk that ends on one of its own families has gone round a cycle. A walk that ends on an earlier walk's family finds
            // nothing new.
            guard walkThatFound[id] == start else { continue }
            let cycle = Self.cycle(from: id, parents)
            let smallest = cycle.min() ?? id
            cycles[smallest] = Self.cycle(from: smallest, parents)
        }
        let cut = families.map { family in
            var family = family
            if cycles[family.id] != nil { family.profile?.parentID = nil }
            return family
        }
        let warnings = cycles.keys.sorted().map { id in
            CatalogueWarning(EntityKey(id), .parentCycle((cycles[id] ?? []) + [id]))
        }
        return (cut, warnings)
    }

    private static func cycle(from start: Family.ID, _ parents: [Family.ID: Family.ID]) -> [Family.ID] {
        var cycle = [start]
        var next = parents[start]
        while let id = next, id != start {
            cycle.append(id)
            next = parents[id]
        }
        return cycle
    }
}
