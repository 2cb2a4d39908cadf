import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// Words that have the gender and the number of what they are said of.
@Suite struct AgreementTests {
    private func texts(_ values: [TemplateValue], in language: String) throws -> [String] {
        let messages = try Words(.standard, language: language).messages
        return values.map(messages.text)
    }

    @Test(arguments: [
        ("en", ["new", "new", "new"], ["changed", "changed", "changed"]),
        ("de", ["neu", "neu", "neu"], ["geändert", "geändert", "geändert"]),
        ("fr", ["nouveau", "nouvelle", "nouveau"], ["modifié", "modifiée", "modifié"]),
        ("es", ["nueva", "nueva", "nueva"], ["modificada", "modificada", "modificada"]),
        ("ru", ["новый", "новая", "новое"], ["изменён", "изменена", "изменено"]),
        ("ja", ["新規", "新規", "新規"], ["変更", "変更", "変更"]),
        ("ar", ["جديدة", "جديد", "جديدة"], ["تغيّرت", "تغيّر", "تغيّرت"]),
    ])
    func theMarksOfACraftAConfigurationAndAnAgency(language: String, new: [String], changed: [String]) throws {
        let kinds: [EntityKind] = [.spacecraft, .configuration, .agency]
        #expect(try texts(kinds.map { MarkView.label(.new, $0) }, in: language) == new)
        #expect(try texts(kinds.map { MarkView.label(.changed, $0) }, in: language) == changed)
    }

    @Test(arguments: [
        ("en", ["none", "none", "none", "none", "none"]),
        ("de", ["keine", "keine", "keine", "keiner", "keiner"]),
        ("fr", ["aucun", "aucun", "aucun", "aucun", "aucun"]),
        ("es", ["ninguno", "ninguna", "ninguna", "no tiene", "ninguno"]),
        ("ru", ["не было", "нет", "без экипажа", "нет", "нет"]),
        ("ja", ["なし", "なし", "なし", "なし", "なし"]),
        ("ar", ["بلا التحام", "لا مركبات", "بلا طاقم", "لا يوجد", "لا رحلة"]),
    ])
    func whatIsSaidOfTimeDockedCraftInSpaceCrewAShortNameAndAFlightThatAreNotThere(language: String, none: [String]) throws {
        let absent = [Absence.noTimeDocked, Absence.noneInSpace, Absence.noCrew, Absence.noShortName, Absence.noFlight]
        #expect(try texts(absent, in: language) == none)
    }
}
