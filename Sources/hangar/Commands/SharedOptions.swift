import ArgumentParser
import HangarKit

struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site folder.", valueName: "dir"))
    var site: String?
}

struct VerbosityOptions: ParsableArguments {
    @Flag(name: [.customShort("q"), .long], help: "Says nothing but errors.")
    var quiet = false

    @Flag(name: [.customShort("v"), .long], help: "Says what is being done, and what was written.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose cannot be given together.") }
    }

    var verbosity: Console.Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }
}
