import Catalogue
import TemplateEngine

/// The names of the source on pages. The words of a language may translate those of statuses, types, kinds and countries, by their ids.
enum SourceNames {
    static func name(of status: Status) -> TemplateValue { status.shownName }
    static func name(of type: ConfigurationType) -> TemplateValue { type.shownName }
    static func name(of type: AgencyType) -> TemplateValue { type.shownName }

    /// The name of an entity of any kind.
    static func name(_ name: String, of entity: EntityKey) -> TemplateValue {
        let shown = NamelessEntity.shownName(name, of: entity)
        switch entity.kind {
        case .status: return statuses(.text("\(entity.number)"), shown)
        case .configurationType: return types(.text("\(entity.number)"), shown)
        case .agencyType: return agencyTypes(.text("\(entity.number)"), shown)
        default: return shown
        }
    }

    /// - Parameter code: the code of the country (ISO 3166-1, alpha-2).
    static func country(_ code: String, _ name: String) -> TemplateValue { countries(.text(code), .text(name)) }

    private static let statuses = WordsKey("source.statuses", "id", "name")
    private static let types = WordsKey("source.types", "id", "name")
    private static let agencyTypes = WordsKey("source.agency_types", "id", "name")
    private static let countries = WordsKey("source.countries", "code", "name")
}
