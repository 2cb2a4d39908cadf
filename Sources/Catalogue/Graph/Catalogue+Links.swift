/// The graph against the direction of the records. Every list is in the order of ids; an id that is not there has an empty list.
extension Catalogue {
    public func spacecraft(ofConfiguration id: Int) -> [Spacecraft] {
        entities(links.spacecraftByConfiguration[id], in: spacecraft)
    }

    public func spacecraft(withStatus id: Int) -> [Spacecraft] {
        entities(links.spacecraftByStatus[id], in: spacecraft)
    }

    public func spacecraft(ofType id: Int) -> [Spacecraft] {
        spacecraft(of: links.configurationsByType[id])
    }

    /// The craft of the configurations that the agency operates.
    public func spacecraft(ofAgency id: Int) -> [Spacecraft] {
        spacecraft(of: links.configurationsByAgency[id])
    }

    /// The craft of the family's own configurations, and of those of the families below it; each once.
    public func spacecraft(ofFamily id: Int) -> [Spacecraft] {
        spacecraft(of: configurationIDs(ofFamilyTree: id))
    }

    public func configurations(ofAgency id: Int) -> [Configuration] {
        entities(links.configurationsByAgency[id], in: configurations)
    }

    /// The configurations that name the family themselves.
    public func configurations(ofFamily id: Int) -> [Configuration] {
        entities(links.configurationsByFamily[id], in: configurations)
    }

    /// The configurations of the family and of those below it; each once.
    public func configurations(ofFamilyTree id: Int) -> [Configuration] {
        entities(configurationIDs(ofFamilyTree: id), in: configurations)
    }

    public func configurations(ofType id: Int) -> [Configuration] {
        entities(links.configurationsByType[id], in: configurations)
    }

    public func families(manufacturedBy agencyID: Int) -> [Family] {
        entities(links.familiesByManufacturer[agencyID], in: families)
    }

    public func children(ofFamily id: Int) -> [Family] {
        entities(links.familiesByParent[id], in: families)
    }

    /// The family's parents, the nearest first.
    public func ancestors(ofFamily id: Int) -> [Family] {
        var ancestors: [Family] = []
        var seen: Set = [id]
        var next = families[id: id]?.parentID
        while let parentID = next, seen.insert(parentID).inserted, let parent = families[id: parentID] {
            ancestors.append(parent)
            next = parent.parentID
        }
        return ancestors
    }

    public func images(underLicence id: Int) -> [Image] {
        entities(links.imagesByLicence[id], in: images)
    }

    /// Every place that shows the picture.
    public func uses(ofImage id: Int) -> [ImageUse] {
        links.usesByImage[id] ?? []
    }

    private func configurationIDs(ofFamilyTree id: Int) -> [Int] {
        Set(familyAndDescendants(of: id).flatMap { links.configurationsByFamily[$0] ?? [] }).sorted()
    }

    private func familyAndDescendants(of id: Int) -> [Int] {
        var found = [id]
        var seen: Set = [id]
        var next = 0
        while next < found.count {
            for child in links.familiesByParent[found[next]] ?? [] where seen.insert(child).inserted { found.append(child) }
            next += 1
        }
        return found
    }

    private func spacecraft(of configurationIDs: [Int]?) -> [Spacecraft] {
        (configurationIDs ?? []).flatMap { links.spacecraftByConfiguration[$0] ?? [] }.sorted().compactMap { spacecraft[id: $0] }
    }

    private func entities<E: Entity>(_ ids: [Int]?, in table: EntityTable<E>) -> [E] {
        (ids ?? []).compactMap { table[id: $0] }
    }
}
