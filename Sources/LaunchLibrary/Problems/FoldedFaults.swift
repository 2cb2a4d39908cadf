import Catalogue
import Support

extension [RecordFault] {
    /// One message for each kind of fault of each field, in the order in which the kinds first occur:
    /// `description: null in 100 records (126, 127, 128 …)`.
    public var folded: [Fault] {
        var order: [FoldedFault.Key] = []
        var groups: [FoldedFault.Key: FoldedFault] = [:]
        for fault in self {
            let key = FoldedFault.Key(fault)
            if groups[key] == nil { order.append(key) }
            groups[key, default: FoldedFault(fault)].add(fault)
        }
        return order.compactMap { groups[$0]?.message }
    }
}

/// The faults of one kind in one field.
private struct FoldedFault {
    struct Key: Hashable {
        let kind: EntityKind?
        let field: String
        /// The finding without what was found.
        let finding: RecordFault.Finding
        let isEssential: Bool
        let isCompleted: Bool

        init(_ fault: RecordFault) {
            kind = fault.kind
            field = fault.field
            isEssential = fault.isEssential
            isCompleted = fault.isCompleted
            finding = if case .unusable(let expected, _) = fault.finding { .unusable(expected: expected, found: "") } else { fault.finding }
        }
    }

    private let first: RecordFault
    private var found: Set<String> = []
    private var ids: Set<Int> = []
    /// The records without an id, in their order.
    private var places: [String] = []

    init(_ first: RecordFault) { self.first = first }

    mutating func add(_ fault: RecordFault) {
        if case .unusable(_, let found) = fault.finding { self.found.insert(found) }
        if let id = fault.id {
            ids.insert(id)
        } else if case let place = "\(fault.source) \(fault.record)", places.last != place {
            places.append(place)
        }
    }

    var message: Fault {
        let count = ids.count + places.count
        let others = found.count > 1 ? " and the like" : ""
        return Fault(
            place: place, what: "\(first.what)\(others) in \(count) \(count == 1 ? "record" : "records") (\(names))",
            remedy: first.consequence)
    }

    /// The field, after the kind of the record when it is not a craft.
    private var place: String {
        let kind = first.kind == .spacecraft ? nil : first.kind?.rawValue
        let steps = [kind, first.field].compactMap(\.self).filter { !$0.isEmpty }
        return steps.isEmpty ? (first.kind?.plural ?? first.source) : steps.joined(separator: " › ")
    }

    private var names: String {
        let names = ids.sorted().prefix(Self.shown + 1).map(String.init) + places.prefix(Self.shown + 1)
        return names.prefix(Self.shown).joined(separator: ", ") + (names.count > Self.shown ? " …" : "")
    }

    /// The most records that a message names.
    private static let shown = 3
}
