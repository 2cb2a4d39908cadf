import Catalogue

/// The last time that a superlative changed hands or value. It is computed backwards from the current craft through the history.
///
/// The history has no duration of a craft in space, because the duration grows with every request. The next known value is then the upper
/// limit of the earlier value. When that limit could have been the superlative, the result is unknown. It is also unknown at the beginning of
/// the history, and when the history has no date or does not fit the craft. It is unknown before a craft disappeared too, because the
/// figures of that craft are no longer known.
struct SuperlativeHistory {
    struct LastChange: Equatable {
        /// The date of the fetch that brought the change.
        let date: Timestamp
        /// The value before the change.
        let value: Int
        /// The ids of the holders before the change, in ascending order.
        let holders: [Spacecraft.ID]
    }

    private struct Standing: Equatable {
        let value: Int
        let holders: Set<Spacecraft.ID>
    }

    private let superlative: Superlative
    private var values: [Spacecraft.ID: Int] = [:]
    private var inSpace: Set<Spacecraft.ID> = []

    /// Nil when the history does not give it.
    static func lastChange(of superlative: Superlative, in catalogue: Catalogue, _ history: HistoryIndex) -> LastChange? {
        guard history.changes.first?.date != history.changes.last?.date else { return nil }
        var past = SuperlativeHistory(superlative, catalogue)
        guard let now = past.standing() else { return nil }
        var rest = history.changes[...]
        while let last = rest.last, let date = last.date, rest.first?.date != date {
            let fetch = rest.suffix(rest.reversed().prefix { $0.date == date }.count)
            rest = rest.dropLast(fetch.count)
            var touched: Set<Spacecraft.ID> = []
            for entry in fetch.reversed() {
                guard let id = entry.change.entity.id(of: Spacecraft.self) else { continue }
                guard past.undo(entry.change.event, of: id) else { return nil }
                touched.insert(id)
            }
            // A craft that was never near the superlative cannot change it. To check all craft for each fetch would take long.
            guard touched.contains(where: { past.couldMatter($0, to: now) }) else { continue }
            guard let before = past.standing() else { return nil }
            if before != now { return LastChange(date: date, value: before.value, holders: before.holders.sorted()) }
        }
        return nil
    }

    private init(_ superlative: Superlative, _ catalogue: Catalogue) {
        self.superlative = superlative
        values.reserveCapacity(catalogue.spacecraft.count)
        catalogue.spacecraft.forEachRow { craft in
            values[craft.pointee.id] = superlative.value(of: craft.pointee)
            if superlative.growsInSpace, craft.pointee.isInSpace { inSpace.insert(craft.pointee.id) }
        }
    }

    /// - Returns: whether the state before the change is known.
    private mutating func undo(_ event: Change.Event, of id: Spacecraft.ID) -> Bool {
        switch event {
        case .appeared:
            values[id] = nil
            inSpace.remove(id)
        case .removed:
            return false
        case .changed(let fields):
            if let change = fields.first(where: { $0.field == superlative.field }) {
                guard inSpace.contains(id) || values[id] == superlative.value(of: change.to) else { return false }
                values[id] = superlative.value(of: change.from)
            }
            if superlative.growsInSpace, let change = fields.first(where: { $0.field == "in_space" }) {
                if change.from == "true" { inSpace.insert(id) } else { inSpace.remove(id) }
            }
        }
        return true
    }

    private func couldMatter(_ id: Spacecraft.ID, to standing: Standing) -> Bool {
        standing.holders.contains(id) || (values[id].map { !superlative.isBetter(standing.value, than: $0) } ?? false)
    }

    /// Nil when no craft has a value, or when a craft in space could have the best value.
    private func standing() -> Standing? {
        let settled = values.filter { !inSpace.contains($0.key) }
        guard
            let best = settled.values.reduce(
                nil, { best, value in best.map { superlative.isBetter($0, than: value) ? $0 : value } ?? value })
        else { return nil }
        guard inSpace.allSatisfy({ values[$0].map { superlative.isBetter(best, than: $0) } ?? true }) else { return nil }
        return Standing(value: best, holders: Set(settled.filter { $0.value == best }.keys))
    }
}
