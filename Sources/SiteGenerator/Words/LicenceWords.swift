import Catalogue
import TemplateEngine

/// The words about a licence on pages.
enum LicenceWords {
    static let notStated = WordsKey("licences.not_stated").value

    static func name(_ licenceClass: LicenceClass) -> TemplateValue { classKey(.text(licenceClass.rawValue)) }
    static func treatment(_ treatment: ImageRules.Treatment) -> TemplateValue { treatmentKey(.text(treatment.rawValue)) }

    private static let classKey = WordsKey("licences.class", "class")
    private static let treatmentKey = WordsKey("licences.treatment", "treatment")
}
