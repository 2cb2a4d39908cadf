import Catalogue
import TemplateEngine

/// What cannot be right in the source, at the head of an entity's page: first what was not taken from it, then
/// the values that are shown as not recorded.
enum DoubtsView {
    static let shape: TemplateShape = .list(["text": .text])

    /// - Parameter others: sentences about values that are shown as recorded.
    static func make<E: Entity>(_ entity: E, others: [TemplateValue] = [], _ model: SiteModel) -> TemplateValue {
        .objects((SourceDoubts.texts(about: EntityKey(entity.id), model) + model.notes(on: entity) + others).map { ["text": $0] })
    }
}

/// The notes on a page about what the source gives and the register does not take.
private enum SourceDoubts {
    static func texts(about entity: EntityKey, _ model: SiteModel) -> [TemplateValue] {
        setAside(model.setAside[entity]) + (model.unusableValues[entity] ?? []).map(text)
    }

    private static let setAsideEarlier = TemplateValue.message("doubts.set_aside_earlier")

    private static func setAside(_ record: SetAsideRecord?) -> [TemplateValue] {
        guard let record else { return [] }
        return [record.asOf.map { .message("doubts.set_aside", ["date": .text($0.date.iso8601)]) } ?? setAsideEarlier]
    }

    /// What stands for values that are too long to be shown. A text is in quotation marks, so that it is none of these.
    private static let signs = ["a list": "[…]", "an object": "{…}"]

    private static func text(_ value: UnusableValue) -> TemplateValue {
        .message(
            "doubts.unusable",
            [
                "value": .text(signs[value.value] ?? value.value), "field": FieldWords.name(of: value.field),
                "field_name": .text(value.field),
            ])
    }
}
