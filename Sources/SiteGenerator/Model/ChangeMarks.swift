import Catalogue

/// The entities that carry the word 'new' or 'changed' on every page that shows them.
///
/// The marks come from the latest fetch that changed anything, until another fetch changes something. 'New' means that the entity appeared
/// in that fetch. 'Changed' means that the entity existed before and has another value in a field. Three kinds of changes get no mark,
/// because a visitor would learn nothing from it:
///
/// - The changes at the beginning of the history. In the first fetch everything appeared.
/// - New entities of a kind when more appeared than existed before. Then the register was filled, as by the first fetch from the API after
///   a saved page. A mark on most rows would say nothing.
/// - Changes without a date, as from saved copies. Their age is not known.
struct ChangeMarks: Sendable {
    enum Mark: String, Sendable {
        case new
        case changed
    }

    /// The date of the marked changes.
    let date: Timestamp?
    private let marks: [EntityKind: [Int: Mark]]

    init(_ history: HistoryIndex, in catalogue: Catalogue) {
        date = history.latest.first?.date
        var marks: [EntityKind: [Int: Mark]] = [:]
        for entry in history.latest where entry.date != nil {
            let (kind, id) = (entry.change.entity.kind, entry.change.entity.number)
            switch entry.change.event {
            case .appeared: marks[kind, default: [:]][id] = .new
            case .changed where marks[kind]?[id] == nil: marks[kind, default: [:]][id] = .changed
            case .changed: break
            case .removed: marks[kind]?[id] = nil
            }
        }
        for (kind, marked) in marks {
            let appeared = marked.values.count { $0 == .new }
            if history.isLatestTheFirst || 2 * appeared > catalogue.count(of: kind) { marks[kind] = marked.filter { $0.value != .new } }
        }
        self.marks = marks
    }

    func mark<E: Entity>(of entity: E) -> Mark? { mark(of: EntityKey(entity.id)) }

    func mark(of entity: EntityKey) -> Mark? { marks[entity.kind]?[entity.number] }
}
