@testable import Catalogue

/// Lets records that refer to an entity refer to another one.
struct Repointing: EntityVisitor {
    let kind: EntityKind
    let from: Int
    let to: Int
    /// How many records may still be changed.
    var rest: Int
    private(set) var contents: CatalogueContents

    init(_ contents: CatalogueContents, _ kind: EntityKind, from: Int, to: Int, atMost rest: Int = .max) {
        self.contents = contents
        self.kind = kind
        self.from = from
        self.to = to
        self.rest = rest
    }

    static func all(_ contents: inout CatalogueContents, _ kind: EntityKind, from: Int, to: Int, atMost rest: Int = .max) {
        var repointing = Repointing(contents, kind, from: from, to: to, atMost: rest)
        for kind in EntityKind.allCases { kind.visit(with: &repointing, ()) }
        contents = repointing.contents
    }

    mutating func visit<E: Entity>(_ type: E.Type, _: Void) {
        var entities = contents[type]
        for index in entities.indices where rest > 0 && repoint(&entities[index], E.schema) { rest -= 1 }
        contents[type] = entities
    }

    private func repoint<R: Record>(_ record: inout R, _ schema: Schema<R>) -> Bool {
        var isChanged = false
        for field in schema.fields where repoint(&record, field) { isChanged = true }
        return isChanged
    }

    private func repoint<R: Record>(_ record: inout R, _ field: Field<R>) -> Bool {
        switch field.content {
        case .reference(let property, let target, _):
            guard target == kind, property.value(of: record) == from else { return false }
            property.put(to, in: &record)
            return true
        case .references(let property, let target, _):
            let ids = property.value(of: record)
            guard target == kind, ids.contains(from) else { return false }
            let others = ids.contains(to) ? ids.filter { $0 != from } : ids.map { $0 == from ? to : $0 }
            withUnsafeMutablePointer(to: &record) { property.set(others, in: $0) }
            return true
        case .group(let inner): return repoint(&record, inner)
        case .part(let part): return repoint(&record, part)
        default: return false
        }
    }

    private func repoint<P: PartField>(_ owner: inout P.Owner, _ field: P) -> Bool {
        guard var part = field.property.value(of: owner), repoint(&part, P.Part.schema) else { return false }
        field.property.put(part, in: &owner)
        return true
    }
}
