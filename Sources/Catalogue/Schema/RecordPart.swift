/// A part of a record with fields of its own. The protocol hides the part's type.
package protocol PartField<Owner>: Sendable {
    associatedtype Owner: Record
    associatedtype Part: Record

    var property: StoredProperty<Owner, Part> { get }
    /// Whether the API gives the part's fields beside the owner's own.
    var isFlat: Bool { get }
    /// The response mode from which the API gives the part.
    var mode: ResponseMode { get }
    /// The positions of the fields that show that the part is present, in the part's names. It is empty when the part is always present.
    var distinctiveFields: [Int] { get }
    /// The text to compare. It is nil when the part is compared field by field.
    var text: (@Sendable (Part) -> String)? { get }
}

package struct RecordPart<Owner: Record, Part: Record>: PartField {
    package let property: StoredProperty<Owner, Part>
    package let isFlat: Bool
    package let mode: ResponseMode
    package let distinctiveFields: [Int]
    package let text: (@Sendable (Part) -> String)?

    init(
        _ property: StoredProperty<Owner, Part>, isFlat: Bool, mode: ResponseMode, distinctiveFields: [StaticString],
        text: (@Sendable (Part) -> String)?
    ) {
        self.property = property
        self.isFlat = isFlat
        self.mode = mode
        let names = Part.schema.recordNames.names.map { "\($0)" }
        self.distinctiveFields = distinctiveFields.compactMap { names.firstIndex(of: "\($0)") }
        self.text = text
    }
}

extension PartField {
    var names: [StaticString] { Part.schema.recordNames.names }

    package func isPresent(in owner: UnsafePointer<Owner>) -> Bool { property.value(in: owner) != nil }
}

/// A list of parts of a record. The protocol hides the parts' type.
package protocol PartListField<Owner>: Sendable {
    associatedtype Owner: Record
    associatedtype Part: Record

    var property: StoredProperty<Owner, [Part]> { get }
    /// The response mode from which the API gives the list.
    var mode: ResponseMode { get }
    var text: @Sendable (Part) -> String { get }
    /// Sorts the list after reading.
    var arrange: (@Sendable ([Part]) -> [Part])? { get }
    /// Compares the lists of two records part by part.
    var differences: (@Sendable (Owner, Owner) -> [FieldChange])? { get }
}

package struct RecordPartList<Owner: Record, Part: Record>: PartListField {
    package let property: StoredProperty<Owner, [Part]>
    package let mode: ResponseMode
    package let text: @Sendable (Part) -> String
    package let arrange: (@Sendable ([Part]) -> [Part])?
    package let differences: (@Sendable (Owner, Owner) -> [FieldChange])?

    init(
        _ property: StoredProperty<Owner, [Part]>, mode: ResponseMode, text: @escaping @Sendable (Part) -> String,
        arrange: (@Sendable ([Part]) -> [Part])?, differences: (@Sendable (Owner, Owner) -> [FieldChange])?
    ) {
        self.property = property
        self.mode = mode
        self.text = text
        self.arrange = arrange
        self.differences = differences
    }
}
