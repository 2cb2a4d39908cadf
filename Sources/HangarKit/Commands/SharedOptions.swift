import ArgumentParser
import Catalogue
import Support

struct SiteOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The site folder.", valueName: "dir"))
    var site: String?

    func folder(in environment: CommandEnvironment) throws(Failure) -> SiteFolder {
        if let site { try FolderArgument(option: "--site", path: site).refuseUnmeant(in: environment) }
        return try SiteFolder(site, files: environment.files)
    }
}

/// The locations and limits of a fetch.
struct FetchOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Fetches from here instead of the configured source: an API root, a saved page, a JSON file, or a folder of them. May be repeated.",
            valueName: "location"))
    var locations: [String] = []

    @Option(help: ArgumentHelp("How much of each craft: normal, or detailed with its flights.", valueName: "mode"))
    var mode: SpacecraftQuery.Mode?

    @Option(help: ArgumentHelp("The time for the whole fetch, pauses included.", valueName: "seconds"))
    var deadline = Self.standardDeadline

    @Flag(help: "Takes a catalogue that has lost more than a tenth of its spacecraft.")
    var acceptShrink = false

    /// The deadline in seconds.
    static let standardDeadline = 600

    func validate() throws {
        guard (1...86_400).contains(deadline) else { throw ValidationError("--deadline takes whole seconds from 1 to 86400.") }
    }
}

extension SpacecraftQuery.Mode: ExpressibleByArgument {}

/// The output folder of a site, and how the site is published.
struct OutputOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The folder to publish to.", valueName: "dir"))
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
