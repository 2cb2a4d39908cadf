import Catalogue
import TemplateEngine

/// The kind of an entity with the source's number: `Agency 121`.
func numbered<E: Entity>(_ entity: E) -> TemplateValue {
    numberedKey(.text(E.kind.rawValue), .text("\(entity.id)"))
}

private let numberedKey = WordsKey("page.numbered", "kind", "id")
