import Catalogue
import TemplateEngine

/// The words about a licence on pages.
enum LicenceWords {
    static let notStated = TemplateValue.message("licences.not_stated")

    static func name(_ licenceClass: LicenceClass) -> TemplateValue { .message("licences.class", ["class": .text(licenceClass.rawValue)]) }
    static func treatment(_ treatment: ImageRules.Treatment) -> TemplateValue {
        .message("licences.treatment", ["treatment": .text(treatment.rawValue)])
    }
}
