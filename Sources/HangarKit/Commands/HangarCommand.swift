import ArgumentParser
import Catalogue
import Support
import TemplateEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A command of `hangar`: its options, and its work in an environment.
public protocol HangarCommand: AsyncParsableCommand, Sendable {
    /// The amount of output.
    var verbosity: Console.Verbosity { get }
    /// Whether the command writes one JSON object to standard output, also when it fails.
    var reportsJSON: Bool { get }

    /// - Throws: a ``Failure`` with the reason why the command did not do its work, and with its exit status.
    func run(in environment: CommandEnvironment) async throws(Failure)
}

extension HangarCommand {
    public var verbosity: Console.Verbosity { .normal }
    public var reportsJSON: Bool { false }

    /// The name of the command on the command line.
    static var name: String { configuration.commandName ?? "" }
}

extension CommandEnvironment {
    /// Runs a command and reports the reason if it fails.
    ///
    /// - Returns: the exit status.
    public func status<Command: HangarCommand>(of command: Command) async -> ExitStatus {
        do throws(Failure) {
            try await command.run(in: self)
            return .done
        } catch {
            report(error, command: Command.name, isJSON: command.reportsJSON)
            return error.status
        }
    }

    /// Writes the reason of a failure to standard error, and as one JSON object to standard output where that is asked for.
    ///
    /// - Parameter command: the name of the command in the JSON.
    public func report(_ failure: Failure, command: String, isJSON: Bool) {
        let isShort = failure.isAboutRecords && console.verbosity != .verbose
        for diagnostic in isShort ? failure.diagnostics.limited(.error) : failure.diagnostics { console.report(diagnostic) }
        guard isJSON, failure.status != .done else { return }
        let report = JSONReport(command: command, members: failure.report ?? TemplateObject(), failure: failure)
        // When standard output cannot be written, only standard error and the exit status remain.
        do throws(Failure) { try console.writeOutput(report.json) } catch { return }
    }
}

struct SiteOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The site folder, or its hangar.yml.", valueName: "dir"), completion: .directory)
    var site: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Sets a key of hangar.yml for this run, such as index.page_size=50. May be repeated. HANGAR_INDEX_PAGE_SIZE in the environment does the same.",
            valueName: "key=value"))
    var settings: [String] = []

    func folder(in environment: CommandEnvironment) throws(Failure) -> SiteFolder {
        let folder = folder(environment.files)
        if let folder { try FolderArgument(option: "--site", path: folder).refuseUnmeant(in: environment) }
        let overrides = try ConfigurationOverride.all(settings, variable: environment.variable)
        return try SiteFolder(folder, files: environment.files, overrides: overrides)
    }

    /// The named folder. The file in it that makes it a site names it too.
    private func folder(_ files: FileAccess) -> String? {
        guard let site, FilePath.split(site).name == SiteFolder.configurationName, files.kind(site) == .file else { return site }
        let folder = FilePath.split(site).folder
        return folder.isEmpty ? (site.hasPrefix("/") ? "/" : ".") : folder
    }
}

/// The locations and limits of a fetch.
struct FetchOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Fetches from here instead of the configured source: an API root, a saved page, a JSON file, a folder of them, or - for standard input. May be repeated.",
            valueName: "location"))
    var locations: [String] = []

    @Option(help: ArgumentHelp("How much of each craft: normal, or detailed with its flights.", valueName: "mode"))
    var mode: SpacecraftQuery.Mode?

    @Option(help: ArgumentHelp("The time for the whole fetch, pauses included.", valueName: "seconds"))
    var deadline = Self.standardDeadline

    @Flag(help: "Takes a catalogue that has lost more than a tenth of its spacecraft.")
    var acceptShrink = false

    @Flag(help: "Asks the source also before the moment from which, as it said, it allows the next request.")
    var askAnyway = false

    /// The deadline in seconds.
    static let standardDeadline = 600

    func validate() throws {
        guard (1...86_400).contains(deadline) else { throw ValidationError("--deadline takes whole seconds from 1 to 86400.") }
    }
}

extension SpacecraftQuery.Mode: ExpressibleByArgument {}

/// The output folder of a site, and how the site is published.
struct OutputOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp("The folder to publish to, seen from the current folder and not from the site folder.", valueName: "dir"),
        completion: .directory)
    var output = "public"

    @Option(
        name: .customLong("base-url"), help: ArgumentHelp("The address of the site, in place of the configuration's.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Publishes into a folder that holds other files, and over them where they are in the place of a page.")
    var force = false

    /// The site folder to build, with the address from the command line.
    func siteFolder(_ options: SiteOptions, in environment: CommandEnvironment) throws(Failure) -> SiteFolder {
        try FolderArgument(option: "--output", path: output).refuseUnmeant(in: environment)
        let site = try options.folder(in: environment)
        guard let baseURL else { return site }
        return try site.serving(at: baseURL)
    }
}

struct VerbosityOptions: ParsableArguments, Sendable {
    @Flag(name: [.customShort("q"), .long], help: "Says nothing but errors.")
    var quiet = false

    @Flag(name: [.customShort("v"), .long], help: "Says what is being done, and what was written.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose cannot be given together.") }
    }

    var verbosity: Console.Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }
}

/// A folder that the operator names for a site or for its files.
///
/// An unset variable in a script (`hangar init "$SITE"`, `--output "$BASE/"`) names the root of the disk or no folder at all. The files of
/// a site among those of the system or of the user are never meant.
struct FolderArgument {
    /// The option, or the command whose argument it is, for messages.
    let option: String
    let path: String

    /// - Throws: a ``Failure`` with status 64 for an empty path, the root of the disk, and the user's home folder, also through a link or
    ///   `..`.
    func refuseUnmeant(in environment: CommandEnvironment) throws(Failure) {
        guard path.contains(where: { !$0.isWhitespace }) else { throw refusal("no folder is named", shown: "'\(path)'") }
        guard let folder = status(of: resolved) else { return }
        if let root = status(of: "/"), folder.isSameFile(as: root) { throw refusal("this is the root of the disk", shown: path) }
        for home in [environment.variable("HOME"), FileManager.default.homeDirectoryForCurrentUser.path].compactMap(\.self)
        where !home.isEmpty {
            if let home = status(of: home), folder.isSameFile(as: home) { throw refusal("this is the home folder itself", shown: path) }
        }
    }

    private func refusal(_ what: String, shown: String) -> Failure {
        Failure(.usage, at: "\(option) \(shown)", what, remedy: "Name a folder of its own for the site.")
    }

    /// The path without `..` after folders that do not exist. They would be made, and the path would lead to the folder above them.
    private var resolved: String {
        path.split(separator: "/").reduce(path.hasPrefix("/") ? "/" : ".") { place, segment in
            if segment == "..", status(of: place) == nil { return FilePath.split(place).folder }
            return place == "/" ? "/\(segment)" : "\(place)/\(segment)"
        }
    }

    private func status(of path: String) -> FileStatus? {
        do throws(Errno) { return try Folder.open(path, disk: .direct).ownStatus() } catch { return nil }
    }
}

/// The version of the program, by semantic versioning.
public enum ProgramVersion {
    public static let current = "0.1.0"
}
