/// A field of a record that holds the id of an entity or several ids.
package struct FieldReference<R: Record>: Sendable {
    package let name: String
    package let target: EntityKind
    let importance: ReferenceImportance
    /// Calls the function with each id in this field of the record.
    package let forEachID: @Sendable (UnsafePointer<R>, (Int) -> Void) -> Void
}

enum ReferenceImportance: CaseIterable {
    case required, optional, many
}

extension Field {
    var references: [FieldReference<R>] {
        switch content {
        case .reference(let property, let kind, _):
            [
                FieldReference(name: "\(name)", target: kind, importance: isOptional ? .optional : .required) { record, use in
                    if let id = property.value(in: record) { use(id) }
                }
            ]
        case .references(let property, let kind, _):
            [FieldReference(name: "\(name)", target: kind, importance: .many) { record, use in property.value(in: record).forEach(use) }]
        case .group(let fields): fields.references
        case .part(let part): part.references
        default: []
        }
    }
}

extension PartField {
    fileprivate var references: [FieldReference<Owner>] {
        Part.schema.references.map { [property] inner in
            FieldReference<Owner>(name: inner.name, target: inner.target, importance: inner.importance) { owner, use in
                if let part = property.value(in: owner) { withUnsafePointer(to: part) { inner.forEachID($0, use) } }
            }
        }
    }
}
