/// An object of the source that has fields: an entity or a part of one.
public protocol Record: Sendable, Hashable {
    /// The record that a reader starts with. Each field has the value for a missing field.
    static var blank: Self { get }
    static var schema: Schema<Self> { get }
}

/// The fields of a kind of record, each declared once. This table drives the reading and writing of API records and snapshot lines, the
/// comparison of two states of an entity, and the following of references.
///
/// It is a class because there is one for each kind of record, and it is passed along with each of tens of thousands of records.
public final class Schema<R: Record>: Sendable {
    /// The fields in the API's order.
    package let fields: [Field<R>]
    /// The positions in the order of a snapshot line, which is by name.
    package let alphabetical: [Int]
    /// The names in a record of the API: the record's own, then those of each part that is not a separate object there.
    package let recordNames: FieldNames
    /// The names in a line of the snapshot. Each part is a separate object there.
    package let lineNames: FieldNames
    /// The start of each part's names in ``recordNames``, by the position of the part's field.
    package let partStarts: [Int]
    /// The texts by which two states of a record are compared: the record's own fields first, then those of the parts.
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
