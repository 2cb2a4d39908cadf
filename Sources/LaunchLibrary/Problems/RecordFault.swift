import Catalogue
import Support

/// A value in a record of the source that is not as the API declares it. The reading goes on without the value.
public struct RecordFault: Sendable, Hashable {
    /// What stands in the place of a usable value.
    public enum Finding: Sendable, Hashable {
        case null
        case missing
        /// A text without a character, where something else is expected.
        case empty
        /// A value of another type, or one that cannot be.
        case unusable(expected: String, found: String)
        /// A fault of the record as a whole.
        case unknown(String)
    }

    /// The file or address of the text.
    public let source: String
    /// The record on its page: `record 126`, or its place when it has no id.
    public let record: String
    /// The record's id. It is nil when the record gives none.
    public let id: Int?
    /// The kind of the record. It is nil when nothing shows it.
    public let kind: EntityKind?
    /// The place inside the record: `spacecraft_config › family[0] › description`.
    public let path: String
    public let finding: Finding
    /// Whether the record or a part of it cannot be used without the value.
    public let isEssential: Bool
    /// Whether the value of the last fetch takes the place of this one.
    var isCompleted = false
    /// The entity that has the field. It is the record itself or one that the record mentions.
    var owner: Owner?

    /// An entity and one of its fields.
    struct Owner: Sendable, Hashable {
        let kind: EntityKind
        let id: Int?
        let field: String
    }

    /// The path without the places in lists: `spacecraft_config › family › description`.
    public var field: String { Self.withoutPlaces(path) }

    static func withoutPlaces(_ path: String) -> String {
        var text = ""
        var isInPlace = false
        for character in path {
            switch character {
            case "[": isInPlace = true
            case "]" where isInPlace: isInPlace = false
            default: if !isInPlace { text.append(character) }
            }
        }
        return text
    }

    /// `https://…: record 126 › description`
    public var place: String {
        let inside = [record, path].filter { !$0.isEmpty }.joined(separator: " › ")
        return inside.isEmpty ? source : "\(source): \(inside)"
    }

    public var what: String {
        switch finding {
        case .null: "null"
        case .missing: "missing"
        case .empty: "empty"
        case .unusable(let expected, let found): "expected \(expected), found \(found)"
        case .unknown(let words): words
        }
    }

    /// The consequence for the reading.
    public var consequence: String {
        switch finding {
        case .unknown: "This is not used"
        default: isCompleted ? "That of the last fetch stays" : isEssential ? "Without it this is not used" : "It counts as not recorded"
        }
    }
}

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
