/// The durations of craft that are in space grow with every request. Nobody needs their seconds, and each would be a change of every page
/// that shows them.
extension Catalogue {
    /// The catalogue as pages and downloads show it: what still grows is in whole days or hours.
    package func inWholeUnits() -> Catalogue {
        var rounding = TickRounding(catalogue: self)
        for kind in EntityKind.allCases { kind.visit(with: &rounding, ()) }
        return rounding.catalogue
    }

    /// The catalogue with the durations of an earlier one where they have only grown, and not by enough to be shown.
    ///
    /// What is shown in hours counts when its hour changes. What is shown in days counts once a day, for all craft together. The days of
    /// ten craft end at ten moments, and a list of them would otherwise change ten times a day.
    ///
    /// - Parameter isNewDay: whether the day of the earlier catalogue is over.
    package func keepingTicks(of earlier: Catalogue, isNewDay: Bool) -> Catalogue {
        var keeping = TickKeeping(catalogue: self, isNewDay: isNewDay)
        for kind in EntityKind.allCases { kind.visit(with: &keeping, earlier) }
        return keeping.catalogue
    }
}

private struct TickRounding: EntityVisitor {
    var catalogue: Catalogue

    mutating func visit<E: Entity>(_ type: E.Type, _: Void) {
        let fields = E.schema.tickingDurations
        guard !fields.isEmpty else { return }
        var changed: [E] = []
        catalogue[type].forEachRow { row in
            guard fields.contains(where: { $0.isTicking(row.pointee) }) else { return }
            var entity = row.pointee
            for field in fields where field.isTicking(entity) {
                guard let value = field.property.value(of: entity) else { continue }
                withUnsafeMutablePointer(to: &entity) { field.property.set(value.inWholeUnits, in: $0) }
            }
            changed.append(entity)
        }
        catalogue = catalogue.replacing(changed)
    }
}

private struct TickKeeping: EntityVisitor {
    var catalogue: Catalogue
    let isNewDay: Bool

    mutating func visit<E: Entity>(_ type: E.Type, _ earlier: Catalogue) {
        let fields = E.schema.tickingDurations
        guard !fields.isEmpty else { return }
        let before = earlier[type]
        var changed: [E] = []
        catalogue[type].forEachRow { row in
            guard fields.contains(where: { $0.isTicking(row.pointee) }), let old = before[id: row.pointee.id] else { return }
            var entity = row.pointee
            for field in fields where field.isTicking(entity) && field.isTicking(old) {
                guard let value = field.property.value(of: entity), let kept = field.property.value(of: old),
                    isKept(kept, insteadOf: value)
                else { continue }
                withUnsafeMutablePointer(to: &entity) { field.property.set(kept, in: $0) }
            }
            changed.append(entity)
        }
        catalogue = catalogue.replacing(changed)
    }

    /// A duration that has become shorter, or longer by more than a day can bring, was corrected by the source. That is news.
    private func isKept(_ kept: ISODuration, insteadOf value: ISODuration) -> Bool {
        if kept.inWholeUnits == value.inWholeUnits { return true }
        return !isNewDay && kept.seconds >= ISODuration.shownInDays && value > kept && value.seconds - kept.seconds < 2 * 86_400
    }
}

/// A duration that grows while a condition holds.
private struct TickingDuration<R: Record> {
    let isTicking: @Sendable (R) -> Bool
    let property: StoredProperty<R, ISODuration>
}

extension Schema {
    fileprivate var tickingDurations: [TickingDuration<R>] {
        fields.compactMap { field in
            guard let isTicking = field.isTicking, case .duration(let property) = field.content else { return nil }
            return TickingDuration(isTicking: isTicking, property: property)
        }
    }
}
