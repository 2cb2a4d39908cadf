import ArgumentParser
import HangarKit

@main
struct Hangar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hangar",
        abstract: "Makes a website of the spacecraft catalogue of Launch Library 2.",
        discussion: """
            A site folder holds hangar.yml and what belongs to it; without --site it is the current folder if that holds hangar.yml, else ./Site.
            Exit codes: 0 done, 64 usage, 65 bad data, 66 no input, 69 API unavailable, 73 cannot write, 75 try again later, 78 configuration.
            """,
        version: Version.current,
        subcommands: [Init.self, Build.self, Fetch.self, Update.self, Serve.self, Check.self, Data.self, Render.self, Sanitize.self])
}
