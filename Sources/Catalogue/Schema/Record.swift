/// Something of the source with fields: an entity, or a part of one.
public protocol Record: Sendable, Hashable {
    /// What a reader begins with: every field has the value that it has when the source leaves it out.
    static var blank: Self { get }
    static var schema: Schema<Self> { get }
}

/// The fields of a kind of record, each declared once. From this table records of the API and lines of the snapshot are read and written, states of an
/// entity are compared, and references are followed.
///
/// A reference, because there is one for each kind of record, and it is passed along with each of tens of thousands.
public final class Schema<R: Record>: Sendable {
    /// In the order in which the API gives them.
    package let fields: [Field<R>]
    /// The order of a line of the snapshot: by name.
    package let alphabetical: [Int]
    /// The names in a record of the API: the own ones, then those of each part that has no object of its own there.
    package let recordNames: FieldNames
    /// The names in a line of the snapshot, where each part has its own object.
    package let lineNames: FieldNames
    /// Where in ``recordNames`` those of a part begin, by the position of its field.
    package let partStarts: [Int]
    /// The texts by which two states of a record are compared: the own fields first, then those of the parts.
    package let comparisons: [FieldComparison<R>]
    /// Required references come first, lists of them last.
    package let references: [FieldReference<R>]

    public init(_ fields: [Field<R>]) {
        self.fields = fields
        alphabetical = fields.indices.sorted { "\(fields[$0].name)" < "\(fields[$1].name)" }
        lineNames = FieldNames(fields.map(\.name))
        var names = fields.map { $0.flatPart == nil ? $0.name : "" }
        var starts = fields.map { _ in 0 }
        for (position, field) in fields.enumerated() {
            guard let part = field.flatPart else { continue }
            starts[position] = names.count
            names += part.names
        }
        recordNames = FieldNames(names)
        partStarts = starts
        comparisons = Self.comparisons(of: fields)
        let found = fields.flatMap(\.references)
        references = ReferenceImportance.allCases.flatMap { importance in found.filter { $0.importance == importance } }
    }

    private static func comparisons(of fields: [Field<R>]) -> [FieldComparison<R>] {
        var own = fields.compactMap(\.comparison)
        for field in fields {
            guard let later = field.comparedAfter, let from = own.firstIndex(where: { $0.name == "\(field.name)" }) else { continue }
            let moved = own.remove(at: from)
            let place = own.firstIndex { $0.name == "\(later)" } ?? own.endIndex - 1
            own.insert(moved, at: place + 1)
        }
        return own + fields.flatMap(\.partComparisons)
    }
}
