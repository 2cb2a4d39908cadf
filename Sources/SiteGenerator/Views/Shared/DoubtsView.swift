import Catalogue
import TemplateEngine

/// What cannot be right in the source, at the head of an entity's page: first what was not taken from it, then
/// the values that are shown as not recorded.
enum DoubtsView {
    static let shape: TemplateShape = .list(["text": .text])

    /// - Parameter others: sentences about values that are shown as recorded.
    static func make<E: Entity>(_ entity: E, others: [String] = [], _ model: SiteModel) -> TemplateValue {
        .objects((SourceDoubts.texts(about: EntityKey(entity.id), model) + model.notes(on: entity) + others).map { ["text": .text($0)] })
    }
}

/// The notes on a page about what the source gives and the register does not take.
private enum SourceDoubts {
    static func texts(about entity: EntityKey, _ model: SiteModel) -> [String] {
        setAside(model.setAside[entity]) + (model.unusableValues[entity] ?? []).map(text)
    }

    private static func setAside(_ record: SetAsideRecord?) -> [String] {
        guard let record else { return [] }
        let date = record.asOf?.date.humanText ?? "an earlier date"
        return ["This record is of \(date): what the source has given since cannot be used."]
    }

    private static func text(_ value: UnusableValue) -> String {
        let subject = truths[value.field] ?? "as the \(value.field.replacing("_", with: " "))"
        return "The source gives \(value.value) \(subject). That cannot be; it counts as not recorded."
    }

    /// What the fields ask whose values are true or false.
    private static let truths = [
        "in_space": "for whether it is in space", "is_placeholder": "for whether it is a placeholder",
        "in_use": "for whether it is in use", "human_rated": "for whether it is rated for crew",
    ]
}
