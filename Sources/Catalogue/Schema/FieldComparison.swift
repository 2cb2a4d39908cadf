/// A text by which two states of a record are compared. It has a name in the API and a value, which is nil when it is null or missing.
public struct FieldComparison<R: Sendable>: Sendable {
    public let name: String
    public let text: @Sendable (R) -> String?
    /// True when the value changes with every request and so is not news.
    let isTicking: @Sendable (R) -> Bool
    /// Whether the field belongs to the record itself, not to a part of it.
    let isTopLevel: Bool
    let ownDifferences: (@Sendable (R, R) -> [FieldChange])?

    init(
        _ name: String, isTopLevel: Bool = true, isTicking: @escaping @Sendable (R) -> Bool = { _ in false },
        differences: (@Sendable (R, R) -> [FieldChange])? = nil, _ text: @escaping @Sendable (R) -> String?
    ) {
        self.name = name
        self.text = text
        self.isTicking = isTicking
        self.isTopLevel = isTopLevel
        ownDifferences = differences
    }

    /// The difference. It is nil when the texts are equal or tick in both.
    func difference(from before: R, to after: R) -> FieldChange? {
        let (from, to) = (text(before), text(after))
        guard from != to, !(isTicking(before) && isTicking(after)) else { return nil }
        return FieldChange(field: name, from: from, to: to)
    }
}

extension FieldComparison where R: Entity {
    /// The differences of the field between two states or forms of an entity. There are none when it ticks in both or only one of two forms
    /// gives it.
    func differences(from before: R, to after: R) -> [FieldChange] {
        if let ownDifferences { return ownDifferences(before, after) }
        guard let difference = difference(from: before, to: after),
            (isTopLevel && R.formsShareTopLevelFields) || before.form == after.form || (difference.from != nil && difference.to != nil)
        else { return [] }
        return [difference]
    }
}

extension Field {
    /// The comparison of the field. It is nil for an id and for a part that is compared field by field.
    var comparison: FieldComparison<R>? {
        let name = "\(name)"
        func compared(_ text: @escaping @Sendable (R) -> String?) -> FieldComparison<R> {
            FieldComparison(name, isTicking: isTicking ?? { _ in false }, text)
        }
        switch content {
        case .id, .apiOnly: return nil
        case .text(let property), .pictureURL(let property), .name(let property, _): return compared { property.value(of: $0) }
        case .flag(let property): return compared { property.value(of: $0).map(String.init) }
        case .wholeNumber(let property), .reference(let property, _, _): return compared { property.value(of: $0).map(String.init) }
        case .decimal(let property): return compared { property.value(of: $0).map { "\($0)" } }
        case .duration(let property): return compared { property.value(of: $0)?.iso8601 }
        case .date(let property): return compared { property.value(of: $0)?.iso8601 }
        case .timestamp(let property): return compared { property.value(of: $0)?.rfc3339 }
        case .references(let property, _, _): return compared { property.value(of: $0).map(String.init).joined(separator: ", ") }
        case .group: return nil
        case .part(let part): return part.comparison(name)
        case .parts(let parts): return parts.comparison(name)
        }
    }

    /// The comparisons of a part's fields. The name of a separate object comes first: `launch › net`.
    var partComparisons: [FieldComparison<R>] {
        switch content {
        case .part(let part): part.innerComparisons("\(name)")
        case .group(let fields): fields.comparisons
        default: []
        }
    }
}

extension PartField {
    fileprivate func comparison(_ name: String) -> FieldComparison<Owner>? {
        guard let text else { return nil }
        return FieldComparison<Owner>(name) { [property] in property.value(of: $0).map(text) }
    }

    fileprivate func innerComparisons(_ name: String) -> [FieldComparison<Owner>] {
        guard text == nil else { return [] }
        return Part.schema.comparisons.map { [property, isFlat] inner in
            FieldComparison<Owner>(
                isFlat ? inner.name : "\(name) › \(inner.name)", isTopLevel: false,
                isTicking: { property.value(of: $0).map(inner.isTicking) ?? false },
                { property.value(of: $0).flatMap(inner.text) })
        }
    }
}

extension PartListField {
    fileprivate func comparison(_ name: String) -> FieldComparison<Owner> {
        FieldComparison<Owner>(name, isTopLevel: false, differences: differences) { [property, text] in
            property.value(of: $0)?.map(text).joined(separator: ", ")
        }
    }
}
