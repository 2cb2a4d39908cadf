import SiteGenerator
import Support

/// What is amiss in an operator's texts and words, which only the generator knows.
struct OwnWarnings {
    let site: SiteFolder
    let generator: SiteGenerator

    init(_ site: SiteFolder, _ generator: SiteGenerator) {
        self.site = site
        self.generator = generator
    }

    /// - Throws: a ``Failure`` with status 65 that names every text that cannot be shown.
    func texts() throws(Failure) -> [Diagnostic] {
        let unusable = generator.unusableTexts.sorted { $0.place < $1.place }
        guard unusable.isEmpty else { throw Failure(.badData, unusable.map { Diagnostic($0.error, at: $0.place) }) }
        return generator.ownTextNotes.map { Diagnostic(.warning, at: $0.place, $0.what, remedy: $0.remedy.asSentence) }
    }

    /// What the pages of the configuration ask for that is not in the register.
    var selections: [Diagnostic] {
        generator.unknownSelections.compactMap { page, kind, id in
            site.configuration.pages.first { $0.page.name == page }.map {
                Diagnostic(
                    .warning, at: $0.place, "pages › \(page) › select › \(kind): the register has none of the id \(id)",
                    remedy: "The ids are in the addresses of the pages of the site.")
            }
        }
    }

    /// Texts of the configuration in languages that the site does not have.
    var unshownTexts: [Diagnostic] { site.configuration.unshownTexts }

    /// The languages that do not have all words, and words that are not used.
    var words: [Diagnostic] {
        generator.themeWarnings.map { Diagnostic($0, .warning) } + missingWords
    }

    private var missingWords: [Diagnostic] {
        generator.missingWords.map { language, missing in
            let isShipped = LanguageTag.fallbacks(of: language).contains(where: Theme.standard.languages.contains)
            let names = missing.count == 1 ? missing[0] : "\(missing[0]) and \(missing.count - 1) others"
            return Diagnostic(
                .warning, at: SiteFolder.join(site.path, "Templates/words/\(language).yml"),
                "the language '\(language)' has no words for \(names), so they are in another language",
                remedy: isShipped
                    ? "Add them."
                    : "Add them, or choose one of the languages with words: \(Theme.standard.languages.joined(separator: ", ")).")
        }
    }
}
