import ArgumentParser
import SiteGenerator
import Support
import TemplateEngine

/// The words of languages: a file for a new one, and what is missing.
public struct WordsCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "words", abstract: "Begins the words of a language, lists those that are missing, finds the key of a text.",
        subcommands: [WordsNewCommand.self, WordsCheckCommand.self, WordsFindCommand.self])

    public init() {}
}

/// Writes a file of words with all keys, for a language that the theme does not have.
public struct WordsNewCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes Templates/words/LANG.yml with all keys and the English beside them.",
        discussion: "A key without a text is taken from English, so that the site can be built while the file grows.")

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("The language tag, such as pl or pt-BR.", valueName: "lang"))
    var language: String

    public init() {}

    /// - Throws: a ``Failure`` with status 64 for anything but a language tag, or with status 73 when the file exists or cannot be written.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        guard LanguageTag.isOne(language) else {
            throw Failure(.usage, at: language, "this is no language tag", remedy: "Write one such as pl or pt-BR.")
        }
        let folder = try site.folder(in: environment)
        let path = SiteFolder.join(folder.path, "Templates/words/\(language).yml")
        guard try SiteFolder.isThere(path, environment.files) == false else {
            throw Failure(
                .cannotWrite, at: path, "the file exists", remedy: "Write its words in it. 'hangar words check' lists what is missing.")
        }
        let theme = Theme.standard.overlaid(by: try folder.ownTheme())
        let text = TranslationReport.blankFile(theme, language: language)
        do throws(OutputError) {
            try AtomicFile.replace(path, with: Array(text.utf8), elsewhere: "name another site folder with --site")
        } catch {
            throw Failure(error)
        }
        try environment.console.print("\(path): all keys, with the English beside them. Write a text after each ':'.")
    }
}

/// Lists the keys for which languages have no words.
public struct WordsCheckCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists the words that are missing or not used, and the mistakes in the files of words.")

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("The languages. Without any, those of the site.", valueName: "lang"))
    var languages: [String] = []

    public init() {}

    /// - Throws: a ``Failure`` with status 64 for anything but a language tag, or with status 65 that names every mistake of the files, or each
    ///   language that is not complete.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        for language in languages where !LanguageTag.isOne(language) {
            throw Failure(.usage, at: "'\(language)'", "this is no language tag", remedy: "Write one such as pl or pt-BR.")
        }
        let folder = try site.folder(in: environment)
        let theme = Theme.standard.overlaid(by: try folder.ownTheme())
        let configuration = folder.configuration
        let (language, translations) =
            languages.first.map { ($0, Array(languages.dropFirst())) } ?? (configuration.language, configuration.translations)
        var problems: [Diagnostic] = []
        for language in [language] + translations {
            let report: TranslationReport
            do throws(TemplateErrors) {
                report = try TranslationReport(theme, language: language)
            } catch {
                throw Failure(error)
            }
            guard !report.missing.isEmpty else {
                try environment.console.print("\(language): all \(report.total) keys have words")
                continue
            }
            for key in report.missing { try environment.console.print("\(language): \(key)") }
            problems.append(
                Diagnostic(
                    .error, at: SiteFolder.join(folder.path, "Templates/words/\(language).yml"),
                    "\(report.missing.count) of \(report.total) keys have no words",
                    remedy: "Add them, or begin with 'hangar words new \(language)'."))
        }
        do {
            let report = try ThemeReport(
                theme, language: language, translations: translations, pages: configuration.pages.map(\.page))
            for warning in report.warnings { environment.console.report(Diagnostic(warning, .warning)) }
        } catch {
            // What templates read is not known then.
            problems += Failure(error).diagnostics
        }
        if !problems.isEmpty { throw Failure(.badData, problems) }
    }
}
