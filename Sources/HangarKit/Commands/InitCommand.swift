import ArgumentParser
import SiteGenerator

/// Makes a new site folder that builds without changes. It contains everything that an operator may edit.
public struct InitCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new site folder.",
        discussion: """
            It holds hangar.yml with every key explained, the theme's templates and assets to edit, and the records of the example site, so that it can
            be built at once.
            """)

    @Argument(help: ArgumentHelp("The folder to make, new or empty.", valueName: "dir"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "The language of the pages: \(Theme.standard.languages.joined(separator: ", ")), or one of your own.", valueName: "lang"))
    var language = "en"

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// - Throws: a ``Failure`` with status 64 when no folder of its own is named, or with status 73 when the folder is not empty or cannot
    ///   be made. Nothing of it remains then.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        try FolderArgument(option: "init", path: folder).refuseUnmeant(in: environment)
        guard language.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil else {
            throw Failure(.usage, at: "--language \(language)", "this is no language tag", remedy: "Write one such as de or pt-BR.")
        }
        let new = NewSite(path: folder, language: language)
        try new.create(environment.files)
        guard environment.console.verbosity != .quiet else { return }
        let console = environment.console
        try console.reporting("The site folder is made.") { () throws(Failure) in try report(to: console) }
    }

    private func report(to console: Console) throws(Failure) {
        let configuration = SiteFolder.join(folder, "hangar.yml")
        try console.print(
            "\(folder): a new site, with the theme to edit and \(try NewSite(path: folder, language: language).craftCount()) spacecraft to begin with"
        )
        try console.print(
            "Next: give it its title and address in \(configuration), then run 'hangar fetch' and 'hangar build' with --site \(folder).")
    }
}
