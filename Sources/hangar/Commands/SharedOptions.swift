import ArgumentParser
import HangarKit

struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site folder.", valueName: "dir"))
    var site: String?
}

struct PatienceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The time for the whole fetch, pauses included.", valueName: "seconds"))
    var deadline = FetchPatience().deadline

    @Flag(help: "Takes a catalogue that has lost more than a tenth of its spacecraft.")
    var acceptShrink = false

    func validate() throws {
        guard (1...86_400).contains(deadline) else { throw ValidationError("--deadline takes whole seconds from 1 to 86400.") }
    }

    var patience: FetchPatience {
        var patience = FetchPatience()
        patience.deadline = deadline
        patience.acceptsShrink = acceptShrink
        return patience
    }
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
