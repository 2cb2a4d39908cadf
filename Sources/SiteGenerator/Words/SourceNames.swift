import Catalogue
import TemplateEngine

/// The names that the source gives to statuses, types, kinds and countries. The words of a language may translate them by the source's ids.
enum SourceNames {
    static func name(of status: Status) -> TemplateValue { statuses(id(status), status.shownName) }
    static func name(of type: ConfigurationType) -> TemplateValue { types(id(type), type.shownName) }
    static func name(of type: AgencyType) -> TemplateValue { agencyTypes(id(type), type.shownName) }

    /// - Parameter code: the code of the country (ISO 3166-1, alpha-2).
    static func country(_ code: String, _ name: String) -> TemplateValue { countries(.text(code), .text(name)) }

    private static func id<E: Entity>(_ entity: E) -> TemplateValue { .text("\(entity.id)") }

    private static let statuses = WordsKey("source.statuses", "id", "name")
    private static let types = WordsKey("source.types", "id", "name")
    private static let agencyTypes = WordsKey("source.agency_types", "id", "name")
    private static let countries = WordsKey("source.countries", "code", "name")
}
