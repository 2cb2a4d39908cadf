extension CatalogueBuilder {
    /// Adds entities of an earlier catalogue, and all entities to which they refer and which are not there. The fuller form of an entity is
    /// kept, and no form counts as a contradiction.
    ///
    /// - Parameters:
    ///   - forms: the entities whose earlier form is kept where it is the fuller one.
    ///   - targets: the entities that are only added where they are not there.
    public mutating func restore(_ forms: [EntityKey], targets: [EntityKey] = [], from earlier: Catalogue) {
        guard !forms.isEmpty || !targets.isEmpty else { return }
        var restorer = EntityRestorer(builder: self, earlier: earlier, pending: targets)
        self = CatalogueBuilder()
        for form in forms { form.kind.visit(with: &restorer, form.number) }
        while let target = restorer.pending.popLast() {
            if !restorer.builder.contains(target) { target.kind.visit(with: &restorer, target.number) }
        }
        self = restorer.builder
    }
}

private struct EntityRestorer: EntityVisitor {
    var builder: CatalogueBuilder
    let earlier: Catalogue
    var pending: [EntityKey]

    mutating func visit<E: Entity>(_ type: E.Type, _ id: Int) {
        guard let entity = earlier[type][id: RecordID(id)] else { return }
        builder.keepFuller(entity)
        withUnsafePointer(to: entity) { row in
            for reference in E.schema.references {
                reference.forEachID(row) { pending.append(EntityKey(reference.target, $0)) }
            }
        }
    }
}
