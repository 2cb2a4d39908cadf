import Catalogue
import TemplateEngine

/// The names of the source on pages. The words of a language may translate those of statuses, types, kinds and countries, by their ids.
enum SourceNames {
    /// The name of an entity of any kind.
    static func name(_ name: String, of entity: EntityKey) -> TemplateValue {
        let shown = NamelessEntity.shownName(name, of: entity)
        switch entity.kind {
        case .status: return .message("source.statuses", ["id": .text("\(entity.number)"), "name": shown])
        case .configurationType: return .message("source.types", ["id": .text("\(entity.number)"), "name": shown])
        case .agencyType: return .message("source.agency_types", ["id": .text("\(entity.number)"), "name": shown])
        default: return shown
        }
    }

    /// - Parameter code: the code of the country (ISO 3166-1, alpha-2).
    static func country(_ code: String, _ name: String) -> TemplateValue {
        .message("source.countries", ["code": .text(code), "name": .text(name)])
    }
}
