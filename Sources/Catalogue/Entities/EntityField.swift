/// One field of an entity, or of a part of one: its name in the API and its value as text, nil for null or not given.
public struct EntityField<E: Sendable>: Sendable {
    public let name: String
    public let text: @Sendable (E) -> String?
    /// True where the value moves with every request and so says nothing new: the durations of a craft that is in space.
    public let isTicking: @Sendable (E) -> Bool
    /// Whether each form of the entity gives the field, so that nil is always null.
    private(set) var isInEveryForm = false
    private let ownDifferences: (@Sendable (E, E) -> [FieldChange])?

    init(_ name: String, isTicking: @escaping @Sendable (E) -> Bool = { _ in false }, _ text: @escaping @Sendable (E) -> String?) {
        self.name = name
        self.text = text
        self.isTicking = isTicking
        ownDifferences = nil
    }

    /// A field of many parts, whose differences are told part by part.
    init(_ name: String, differences: @escaping @Sendable (E, E) -> [FieldChange], _ text: @escaping @Sendable (E) -> String?) {
        self.name = name
        self.text = text
        isTicking = { _ in false }
        ownDifferences = differences
    }

    var inEveryForm: EntityField {
        var field = self
        field.isInEveryForm = true
        return field
    }
}

extension EntityField where E: Entity {
    /// In what the field differs between two states or forms of an entity: nothing where it ticks in both, or where only one of two forms gives it.
    func differences(from before: E, to after: E) -> [FieldChange] {
        if let ownDifferences { return ownDifferences(before, after) }
        guard let difference = difference(from: before, to: after),
            isInEveryForm || before.form == after.form || (difference.from != nil && difference.to != nil)
        else { return [] }
        return [difference]
    }
}

extension EntityField {
    /// Nil where the texts are equal, or tick in both.
    func difference(from before: E, to after: E) -> FieldChange? {
        let (from, to) = (text(before), text(after))
        guard from != to, !(isTicking(before) && isTicking(after)) else { return nil }
        return FieldChange(field: name, from: from, to: to)
    }
}
