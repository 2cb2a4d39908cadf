import Catalogue
import TemplateEngine

/// What cannot be right in the source, at the head of an entity's page: first the values that are shown as not recorded.
enum DoubtsView {
    static let shape: TemplateShape = .list(["text": .text])

    /// - Parameter others: sentences about values that are shown as recorded.
    static func make<E: Entity>(_ entity: E, others: [String] = [], _ model: SiteModel) -> TemplateValue {
        .objects((model.notes(on: entity) + others).map { ["text": .text($0)] })
    }
}
