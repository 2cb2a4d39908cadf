import Catalogue
import Support

/// The history by entity: the dates of its first appearance and its last changes.
struct HistoryIndex: Sendable {
    /// The dates of one entity.
    struct Dates: Sendable {
        /// The first entry.
        fileprivate(set) var first: Timestamp
        /// The last time that it appeared.
        fileprivate(set) var appeared: Timestamp?
        /// The last entry, whatever changed.
        fileprivate(set) var last: Timestamp
        /// The last change of a field that pages of other entities show too, such as the name.
        fileprivate(set) var shownElsewhere: Timestamp?
        /// The last change of what is said of a craft beside its picture, or of the picture itself.
        fileprivate(set) var pictured: Timestamp?
        /// The last change of a flight of a craft.
        fileprivate(set) var flown: Timestamp?
    }

    private let dates: [EntityKey: Dates]
    private let referrals: [EntityKey: Timestamp]
    private let comings: [EntityKind: Timestamp]
    private let states: [EntityKey: [(date: Timestamp, isInSpace: Bool)]]
    /// The changes, the oldest first.
    let changes: [DatedChange]
    /// The changes of the latest fetch that changed anything.
    let latest: ArraySlice<DatedChange>
    /// The earliest and the latest date. Nil when the history has none.
    let span: ClosedRange<Timestamp>?

    init(_ changes: [DatedChange]) {
        self.changes = changes
        let latestDate = changes.last?.date
        latest = changes.suffix(changes.reversed().prefix { $0.date == latestDate }.count)
        var dates: [EntityKey: Dates] = [:]
        var referrals: [EntityKey: Timestamp] = [:]
        var comings: [EntityKind: Timestamp] = [:]
        var span: ClosedRange<Timestamp>?
        var states: [EntityKey: [(date: Timestamp, isInSpace: Bool)]] = [:]
        for entry in changes {
            let entity = entry.change.entity
            guard let date = entry.date else { continue }
            span = min(span?.lowerBound ?? date, date)...max(span?.upperBound ?? date, date)
            var own = dates[entity] ?? Dates(first: date, last: date)
            own.first = min(own.first, date)
            own.last = max(own.last, date)
            if entry.change.event == .appeared { own.appeared = max(own.appeared ?? date, date) }
            if entry.change.isFlown { own.flown = max(own.flown ?? date, date) }
            if entry.change.isPictured { own.pictured = max(own.pictured ?? date, date) }
            if entry.change.isShownElsewhere { own.shownElsewhere = max(own.shownElsewhere ?? date, date) }
            dates[entity] = own
            if let isInSpace = entry.change.stateInSpace { states[entity, default: []].append((date, isInSpace)) }
            if case .changed = entry.change.event {
                for target in entry.change.referrals { referrals[target] = max(referrals[target] ?? date, date) }
            } else {
                comings[entity.kind] = max(comings[entity.kind] ?? date, date)
            }
        }
        self.dates = dates
        self.referrals = referrals
        self.comings = comings
        self.span = span
        self.states = states
    }

    /// Whether the latest fetch is the first one of the history. In that fetch everything appeared.
    var isLatestTheFirst: Bool { latest.startIndex == changes.startIndex }

    /// Nil when the history has no dated entry of the entity.
    func dates(of entity: EntityKey) -> Dates? { dates[entity] }

    func lastChange<E: Entity>(of id: RecordID<E>) -> Timestamp? { dates[EntityKey(id)]?.last }
    func firstSeen<E: Entity>(_ id: RecordID<E>) -> Timestamp? { dates[EntityKey(id)]?.first }

    /// The last time that another entity began or ceased to refer to this one, by a change of its field.
    func lastReferral(to entity: EntityKey) -> Timestamp? { referrals[entity] }

    /// When a craft was first seen in space and no longer seen there, the oldest first. Nil when no fetch saw it go or come.
    func statesInSpace(of id: Spacecraft.ID) -> [(date: Timestamp, isInSpace: Bool)]? { states[EntityKey(id)] }

    /// Whether any fetch saw a craft go or come.
    var hasStatesInSpace: Bool { !states.isEmpty }

    /// The last change of some fields of a craft that is none of these.
    func lastChange(of fields: Set<String>, notOf craft: [Spacecraft.ID]) -> Timestamp? {
        let others = Set(craft.map { EntityKey($0) })
        return changes.last { entry in
            guard entry.change.entity.kind == .spacecraft, entry.date != nil, case .changed(let changed) = entry.change.event else {
                return false
            }
            return !others.contains(entry.change.entity) && changed.contains { fields.contains($0.field) }
        }?.date
    }

    /// The last time that an entity of the kind appeared or went.
    func lastComing(of kind: EntityKind) -> Timestamp? { comings[kind] }
}

extension Change {
    /// The name before the change, which may be empty. It is nil when the name did not change.
    var formerName: String? {
        guard case .changed(let fields) = event else { return nil }
        return fields.first { $0.field == "name" }?.from.map(SourceText.line)
    }

    /// Whether a craft is in space since the change. It is not where the source ceased to say so. Nil for changes of anything else.
    fileprivate var stateInSpace: Bool? {
        guard entity.kind == .spacecraft, case .changed(let fields) = event, let field = fields.first(where: { $0.field == "in_space" })
        else { return nil }
        return field.to == "true"
    }

    /// Whether flights changed.
    fileprivate var isFlown: Bool {
        guard case .changed(let fields) = event else { return true }
        return fields.contains { $0.field == "flights" || FlightPath($0.field) != nil }
    }

    /// Whether pages that show craft in pictures show what changed.
    fileprivate var isPictured: Bool {
        guard case .changed(let fields) = event else { return true }
        return fields.contains { ["name", "image", "in_space", "spacecraft_config"].contains($0.field) }
    }

    /// Whether pages of other entities show what changed.
    fileprivate var isShownElsewhere: Bool {
        guard case .changed(let fields) = event else { return true }
        return fields.contains { entity.kind.isShownElsewhere($0.field) }
    }

    /// The entities that a changed field referred to before, and those that it refers to now.
    fileprivate var referrals: [EntityKey] {
        guard case .changed(let fields) = event else { return [] }
        return fields.flatMap { field -> [EntityKey] in
            guard let target = entity.kind.referenceTarget(ofField: field.field) else { return [] }
            return [field.from, field.to].compactMap(\.self).flatMap { $0.split(separator: ",") }
                .compactMap { Int($0.trimmingSpaces) }.map { EntityKey(target, $0) }
        }
    }
}

extension EntityKind {
    /// Whether a field of the entity is on pages of other entities too. A field that is not named here is not, but that of a craft is.
    func isShownElsewhere(_ field: String) -> Bool {
        switch self {
        case .spacecraft: !["description", "image", "flights"].contains(field) && FlightPath(field) == nil
        case .configuration: ["name", "type", "agency", "family", "in_use", "image", "maiden_flight"].contains(field)
        case .agency: ["name", "abbrev", "type"].contains(field)
        case .family: ["name", "parent", "manufacturer"].contains(field)
        case .licence, .image, .agencyType, .configurationType, .status: true
        }
    }
}
