import Catalogue
import Support
import TemplateEngine

/// Gives a name to an entity for which the source has none: `Spacecraft 126`. Downloads and feeds have it as it stands here. Pages have it in
/// the words of their language.
enum NamelessEntity {
    /// The name to show instead. It is nil when the name is one.
    static func name(insteadOf name: String, of entity: EntityKey) -> String? {
        guard SourceText.isBlank(name), let word = word(for: entity.kind) else { return nil }
        return "\(word) \(entity.number)"
    }

    /// Whether this is the name that the entity gets here. Such a name adds nothing to an address, which has the id.
    static func isMade(_ name: String, for entity: EntityKey) -> Bool {
        guard let word = word(for: entity.kind), name.utf8.starts(with: word.utf8) else { return false }
        return name == "\(word) \(entity.number)"
    }

    /// A name on pages: in words if it is one that was made here.
    static func shownName(_ name: String, of entity: EntityKey) -> TemplateValue {
        isMade(name, for: entity)
            ? .message("nameless.name", ["kind": .text(entity.kind.rawValue), "id": .text("\(entity.number)")]) : .text(name)
    }

    /// Nil for kinds that pages also show without a name.
    private static func word(for kind: EntityKind) -> String? {
        switch kind {
        case .licence, .image: nil
        case .agencyType: "Agency type"
        case .agency: "Agency"
        case .family: "Family"
        case .configurationType: "Type"
        case .configuration: "Configuration"
        case .status: "Status"
        case .spacecraft: "Spacecraft"
        }
    }
}

extension DatedChange {
    /// The change with the name that pages show.
    var named: DatedChange {
        guard let name = NamelessEntity.name(insteadOf: change.name, of: change.entity) else { return self }
        return DatedChange(date: date, change: Change(change.entity, name: name, event: change.event))
    }
}

extension Entity {
    /// The name on pages: the source's own, or words for an entity without a name.
    var shownName: TemplateValue {
        // A cast copies the entity, so it is done for licences alone.
        if Self.kind == .licence, let licence = self as? Licence, !licence.isStated { return LicenceWords.notStated }
        return SourceNames.name(name, of: EntityKey(id))
    }

    /// The kind with the source's number: `Agency 121`.
    var numberedName: TemplateValue { numberedNameMessage(.text(Self.kind.rawValue), .text("\(id)")) }
}

private let numberedNameMessage = MessageLayout("page.numbered", "kind", "id")
