import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// Names of the source that a language translates by their ids.
@Suite struct SourceNamesTests {
    private func names(_ ids: ClosedRange<Int>, of kind: EntityKind, in language: String) throws -> [String] {
        let messages = try Words(.standard, language: language).messages
        return ids.map { messages.text(of: SourceNames.name("Name", of: EntityKey(kind, $0))) }
    }

    @Test(arguments: [
        ("de", ["Aktiv", "Ausgemustert", "Zerstört", "Einmalnutzung", "Im Bau", "Name"]),
        ("fr", ["Actif", "Retiré", "Détruit", "Usage unique", "En construction", "Name"]),
        ("es", ["Activa", "Retirada", "Destruida", "De un solo uso", "En construcción", "Name"]),
        ("ru", ["Действующий", "Списан", "Утрачен", "Одноразовый", "Строится", "Name"]),
        ("ja", ["運用中", "退役", "喪失", "使い切り", "建造中", "Name"]),
        ("ar", ["نشطة", "خارج الخدمة", "مدمَّرة", "أحادية الاستخدام", "قيد الإنشاء", "\u{2068}Name\u{2069}"]),
    ])
    func theStatusesActiveRetiredDestroyedSingleUseAndUnderConstruction(language: String, names: [String]) throws {
        #expect(try self.names(1...6, of: .status, in: language) == names)
    }

    @Test(arguments: [
        ("de", ["Kapsel", "Raumgleiter", "Frachter", "Massensimulator", "Wiederverwendbare Oberstufe", "Lander"]),
        ("fr", ["Capsule", "Avion spatial", "Cargo", "Simulateur de masse", "Étage supérieur réutilisable", "Atterrisseur"]),
        ("es", ["Cápsula", "Avión espacial", "Nave de carga", "Simulador de masa", "Etapa superior reutilizable", "Módulo de aterrizaje"]),
        (
            "ru",
            [
                "Капсула", "Космоплан", "Грузовой корабль", "Габаритно-массовый макет", "Многоразовая верхняя ступень",
                "Посадочный аппарат",
            ]
        ),
        ("ja", ["カプセル", "スペースプレーン", "補給船", "質量シミュレーター", "再使用型上段", "着陸機"]),
        ("ar", ["كبسولة", "طائرة فضائية", "مركبة شحن", "محاكي كتلة", "مرحلة عليا قابلة لإعادة الاستخدام", "مركبة هبوط"]),
    ])
    func theTypesCapsuleSpaceplaneCargoMassSimulatorUpperStageAndLander(language: String, names: [String]) throws {
        #expect(try self.names(2...7, of: .configurationType, in: language) == names)
    }

    @Test func whatHasNoNameIsCalledByTheWordsOfThePagesLanguageWhereverItIsNamed() throws {
        var settings = Sample.settings
        settings.language = "de"
        let history = [
            Sample.change(.spacecraft, 126, "", ("name", "Lark", "")), Sample.change(.agency, 121, "", ("abbrev", "H", "Hry")),
            Change(EntityKey(.family, 9), name: "", event: .removed),
        ]
        let input = try Sample.input(
            { contents in
                for index in contents.spacecraft.indices { contents.spacecraft[index].name = "" }
                for index in contents.configurations.indices { contents.configurations[index].name = "" }
                for index in contents.agencies.indices { contents.agencies[index].name = "" }
                for index in contents.families.indices { contents.families[index].name = "" }
            }, settings: settings, history: history.map { DatedChange(date: Sample.lastFetch, change: $0) })
        let pages = try Rendered(input).pages
        let found = pages.flatMap { page in
            page.html.matches(of: /(Spacecraft|Configuration|Agency|Family) [0-9]+/).map { "\(page.path): \($0.0)" }
        }
        #expect(found == [])
        for name in ["Raumfahrzeug 126", "Konfiguration 2", "Organisation 121", "Familie 3"] {
            #expect(pages.contains { $0.html.contains(name) }, "\(name)")
        }
    }

    @Test func allTranslationsHaveTheSameStatusesTypesKindsAndCountries() throws {
        for key in ["source.statuses", "source.types", "source.agency_types", "source.countries"] {
            let ids = try ["de", "fr", "es", "ru", "ja", "ar"].map { language in
                guard case .object(let forms) = try Words(.standard, language: language).messages.forms(of: key) else { return Set([""]) }
                return Set(forms.pairs.map(\.0.text))
            }
            #expect(Set(ids).count == 1, "\(key)")
        }
    }
}
