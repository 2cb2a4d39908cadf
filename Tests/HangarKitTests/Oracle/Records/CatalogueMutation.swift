@testable import Catalogue

/// A change of the records of a catalogue.
struct CatalogueMutation: Sendable {
    /// The kind and the field: `spacecraft › flights › launch › net`.
    let name: String
    /// The result says what was done. It is nil when no record can be changed in this way.
    let apply: @Sendable (inout CatalogueContents, Wish, RecordChoice, inout SplitMix64) -> String?
}

/// Which of the records that a change can be made to is changed.
enum RecordChoice: Sendable {
    case any
    /// The record to which most others refer. Most pages show it.
    case mostShown
}

extension CatalogueMutation {
    /// One for each field of each kind of entity.
    static let fields: [CatalogueMutation] = EntityKind.allCases.flatMap { kind in
        var fields = FieldsOfKind()
        return kind.visit(with: &fields, ())
    }
}

private struct FieldsOfKind: EntityVisitor {
    func visit<E: Entity>(_ type: E.Type, _: Void) -> [CatalogueMutation] {
        E.schema.mutations.map { field in
            CatalogueMutation(name: ([E.kind.rawValue] + field.path).joined(separator: " › ")) { contents, wish, choice, chance in
                var entities = contents[type]
                let before = contents
                for index in choice.order(of: entities, in: contents, &chance) {
                    var surroundings = Surroundings(wish: wish, peers: entities, ids: contents.ids)
                    surroundings.peers.remove(at: index)
                    surroundings.peers.shuffle(using: &chance)
                    let old = entities[index]
                    guard let done = field.apply(&entities[index], surroundings, &chance) else { continue }
                    contents[type] = entities
                    if !contents.hasFamilyCycle { return "\(E.kind.rawValue) \(old.id) › \(field.path.joined(separator: " › ")): \(done)" }
                    contents = before
                    entities[index] = old
                }
                return nil
            }
        }
    }
}

extension RecordChoice {
    fileprivate func order<E: Entity>(of entities: [E], in contents: CatalogueContents, _ chance: inout SplitMix64) -> [Int] {
        let order = entities.indices.shuffled(using: &chance)
        guard self == .mostShown else { return order }
        let counts = contents.referenceCounts[E.kind] ?? [:]
        return order.sorted { (counts[entities[$0].id.number] ?? 0) > (counts[entities[$1].id.number] ?? 0) }
    }
}

extension CatalogueContents {
    var ids: [EntityKind: [Int]] {
        func ids<E: Entity>(_ type: E.Type) -> [Int] { self[type].map(\.id.number) }
        return Dictionary(uniqueKeysWithValues: EntityKind.allCases.map { ($0, ids($0.type)) })
    }

    /// How many records refer to each entity.
    fileprivate var referenceCounts: [EntityKind: [Int: Int]] {
        var counts: [EntityKind: [Int: Int]] = [:]
        func count<E: Entity>(_ type: E.Type) {
            for entity in self[type] {
                withUnsafePointer(to: entity) { row in
                    for reference in E.schema.references {
                        reference.forEachID(row) { counts[reference.target, default: [:]][$0, default: 0] += 1 }
                    }
                }
            }
        }
        for kind in EntityKind.allCases { count(kind.type) }
        return counts
    }

    /// Whether a family is its own ancestor. The reader of the API cuts such a circle, so that no snapshot has one.
    var hasFamilyCycle: Bool {
        let families = self[Family.self]
        let parents = Dictionary(families.map { ($0.id, $0.parentID) }, uniquingKeysWith: { $1 })
        return families.contains { family in
            var next = family.parentID
            var steps = 0
            while let id = next, steps <= parents.count {
                next = parents[id] ?? nil
                steps += 1
            }
            return steps > parents.count
        }
    }
}
