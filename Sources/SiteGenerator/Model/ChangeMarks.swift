import Catalogue

/// Which entities carry the word 'new' or 'changed' wherever a visitor meets them.
///
/// The latest fetch that changed anything decides, until another one changes something. 'New' is what appeared in it,
/// 'changed' what was there before and has another value in a field. Three things have no mark, because a visitor would learn nothing from it:
///
/// - What the history begins with. In the first fetch everything appeared.
/// - New entities of a kind of which more appeared than there were before. Then the register was filled, as by the first fetch from the API
///   after a saved page; a mark on most rows marks nothing.
/// - Changes without a date, as saved copies bring them: their age is not known.
struct ChangeMarks: Sendable {
    enum Mark: String, Sendable {
        case new
        case changed
    }

    /// When the marked changes came.
    let date: Timestamp?
    private let marks: [EntityKind: [Int: Mark]]

    init(_ history: HistoryIndex, in catalogue: Catalogue) {
        date = history.latest.first?.date
        var marks: [EntityKind: [Int: Mark]] = [:]
        for entry in history.latest where entry.date != nil {
            let (kind, id) = (entry.change.kind, entry.change.id)
            switch entry.change.event {
            case .appeared: marks[kind, default: [:]][id] = .new
            case .changed where marks[kind]?[id] == nil: marks[kind, default: [:]][id] = .changed
            case .changed: break
            case .went: marks[kind]?[id] = nil
            }
        }
        for (kind, marked) in marks {
            let appeared = marked.values.count { $0 == .new }
            if history.isLatestTheFirst || 2 * appeared > catalogue.count(of: kind) { marks[kind] = marked.filter { $0.value != .new } }
        }
        self.marks = marks
    }

    func mark<E: Entity>(of entity: E) -> Mark? { marks[E.kind]?[entity.id] }
}
