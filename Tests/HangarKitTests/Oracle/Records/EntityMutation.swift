@testable import Catalogue

/// Entities that come, go and change places.
extension CatalogueMutation {
    static let entities: [CatalogueMutation] = EntityKind.allCases.flatMap { kind in
        var changes = EntitiesOfKind()
        return kind.visit(with: &changes, ())
    }
}

private struct EntitiesOfKind: EntityVisitor {
    func visit<E: Entity>(_ type: E.Type, _: Void) -> [CatalogueMutation] {
        func change(
            _ what: String, _ work: @escaping @Sendable (inout CatalogueContents, inout SplitMix64) -> String?
        ) -> CatalogueMutation {
            CatalogueMutation(name: "\(E.kind.rawValue) \(what)") { contents, _, _, chance in
                let before = contents
                guard let done = work(&contents, &chance) else { return nil }
                guard !contents.hasFamilyCycle else {
                    contents = before
                    return nil
                }
                return "\(E.kind.rawValue) \(done)"
            }
        }
        return [
            change("comes") { Self.come(type, &$0, &$1) }, change("goes") { Self.go(type, &$0, &$1) },
            change("changes places") { Self.exchange(type, &$0, &$1) },
        ]
    }

    /// A new entity like another one, to which some that referred to that one refer now.
    private static func come<E: Entity>(_ type: E.Type, _ contents: inout CatalogueContents, _ chance: inout SplitMix64) -> String? {
        var entities = contents[type]
        guard let model = chance.pick(entities) else { return nil }
        let used = Set(entities.map(\.id.number))
        guard let number = chance.pick((1...(used.max() ?? 1) + 50).filter { !used.contains($0) }) else { return nil }
        var new = model
        new.id = RecordID(number)
        // Its name may be that of another one, or put it first or last in the order of names.
        new.name = chance.pick([model.name, model.name + " II", "Aardvark \(number)", "Zyx \(number)"]) ?? model.name
        entities.append(new)
        contents[type] = entities.sorted { $0.id < $1.id }
        Repointing.all(&contents, E.kind, from: model.id.number, to: number, atMost: chance.number(0..<4))
        return "\(number) comes, like \(model.id), named \(words(new.name))"
    }

    /// An entity goes. Those that referred to it refer to another one.
    private static func go<E: Entity>(_ type: E.Type, _ contents: inout CatalogueContents, _ chance: inout SplitMix64) -> String? {
        var entities = contents[type]
        guard entities.count > 2, let index = entities.indices.randomElement(using: &chance) else { return nil }
        let gone = entities.remove(at: index)
        guard let heir = chance.pick(entities) else { return nil }
        contents[type] = entities
        Repointing.all(&contents, E.kind, from: gone.id.number, to: heir.id.number)
        return "\(gone.id) goes, in favour of \(heir.id)"
    }

    /// Two entities have each other's records, but for the ids.
    private static func exchange<E: Entity>(_ type: E.Type, _ contents: inout CatalogueContents, _ chance: inout SplitMix64) -> String? {
        var entities = contents[type]
        let pair = entities.indices.shuffled(using: &chance).prefix(2)
        guard let first = pair.first, let second = pair.last, first != second else { return nil }
        let (one, other) = (entities[first], entities[second])
        if chance.isOnce(in: 2) {
            entities[first].name = other.name
            entities[second].name = one.name
        } else {
            (entities[first], entities[second]) = (other, one)
            entities[first].id = one.id
            entities[second].id = other.id
        }
        contents[type] = entities
        return "\(one.id) and \(other.id) change places"
    }
}
