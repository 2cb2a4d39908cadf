import ArgumentParser
import SiteGenerator
import Support
import TemplateEngine

/// Makes a new site folder that builds without changes. It holds nothing that is the same in the command itself, unless that is asked for.
public struct InitCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new site folder.",
        discussion: """
            It holds hangar.yml with every key explained, a place for your own words, and the records of the example site, so that it can be built at
            once. The theme comes out of the command; 'hangar theme eject' copies single files of it to edit.
            """)

    @Argument(help: ArgumentHelp("The folder to make, new or empty.", valueName: "dir"), completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "The language of the pages: \(Theme.standard.languages.joined(separator: ", ")), or one of your own.", valueName: "lang"))
    var language = "en"

    @Flag(help: "Copies all templates and assets of the theme too, to edit.")
    var withTheme = false

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// - Throws: a ``Failure`` with status 64 when no folder of its own is named, or with status 73 when the folder is not empty or cannot
    ///   be made. Nothing of it remains then.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        try FolderArgument(option: "init", path: folder).refuseUnmeant(in: environment)
        guard LanguageTag.isOne(language) else {
            throw Failure(.usage, at: "--language \(language)", "this is no language tag", remedy: "Write one such as de or pt-BR.")
        }
        let title: String?
        do throws(TemplateErrors) {
            title = try TranslationReport.title(.standard, language: language)
        } catch {
            throw Failure(error)
        }
        // The example's own title is English.
        let new = NewSite(
            path: folder, language: language, title: LanguageTag.isEnglish(language) ? nil : title.map { LocalizedText($0) },
            hasTheme: withTheme)
        try new.create(environment.files)
        guard environment.console.verbosity != .quiet else { return }
        let console = environment.console
        try console.reporting("The site folder is made.") { () throws(Failure) in try report(new, hasWords: title != nil, to: console) }
    }

    private func report(_ new: NewSite, hasWords: Bool, to console: Console) throws(Failure) {
        let configuration = SiteFolder.join(folder, "hangar.yml")
        let theme = withTheme ? "the theme to edit and " : ""
        try console.print("\(folder): a new site, with \(theme)\(try new.craftCount()) spacecraft to begin with")
        try console.print(
            "Next: give it its title and address in \(configuration), then run 'hangar fetch' and 'hangar build' with --site \(folder).")
        if !hasWords {
            try console.print("There are no words in '\(language)' yet: 'hangar words new \(language) --site \(folder)' begins them.")
        }
    }
}
