import ArgumentParser
import SiteGenerator
import Support
import TemplateEngine

/// Tells which words say a text that stands on a page, so that an author knows what to change.
public struct WordsFindCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Finds the key of a text that stands on a page.",
        discussion: """
            Prints each key whose words say the text or hold it, with the words, their file and line, and the lines of the templates that read them. Numbers and \
            names in the text may be those of the page: they stand for the values of the words.
            """)

    @OptionGroup var site: SiteOptions

    @Option(help: ArgumentHelp("The language of the text. Without it, all of the site.", valueName: "lang"))
    var language: String?

    @Argument(help: ArgumentHelp("The text, or a part of it.", valueName: "text"))
    var text: [String]

    public init() {}

    public func validate() throws {
        if !text.contains(where: { $0.contains { $0.isLetter } }) { throw ValidationError("a text to find has letters.") }
    }

    /// - Throws: a ``Failure`` with status 66 when no words say the text, or with status 65 that names every mistake of the files.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let (theme, languages) = try theme(environment)
        let wanted = text.joined(separator: " ")
        var hits: [WordsSearch.Hit] = []
        for language in languages {
            do throws(TemplateErrors) {
                for hit in try WordsSearch(theme, language: language).hits(for: wanted) where !hits.contains(hit) { hits.append(hit) }
            } catch {
                throw Failure(error)
            }
        }
        guard !hits.isEmpty else {
            throw Failure(
                .noInput, at: wanted, "no words of the language \(languages.joined(separator: ", ")) say this",
                remedy: "What they do not say comes from the records, from hangar.yml or from a template.")
        }
        for hit in hits {
            try environment.console.print("\(hit.key): \"\(hit.text)\"")
            try environment.console.print("  \(hit.place)")
            for reader in hit.readers { try environment.console.print("  read by \(reader)") }
            if hit.readers.isEmpty { try environment.console.print("  read by no template: it comes with the values of a page") }
        }
    }

    /// The theme and the languages of the site, or the built-in theme in English where there is no site.
    private func theme(_ environment: CommandEnvironment) throws(Failure) -> (Theme, [String]) {
        guard site.site != nil || environment.files.kind(SiteFolder.configurationName) == .file else {
            return (.standard, [language ?? "en"])
        }
        let folder = try site.folder(in: environment)
        let configuration = folder.configuration
        return (
            Theme.standard.overlaid(by: try folder.ownTheme()),
            language.map { [$0] } ?? [configuration.language] + configuration.translations
        )
    }
}
