import ArgumentParser
import HangarKit

/// Parses the command line, runs the command in the real environment, and exits with its status.
struct Hangar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hangar",
        abstract: "Makes a website of the spacecraft catalogue of Launch Library 2.",
        discussion: """
            A site folder holds hangar.yml and what belongs to it; without --site it is the current folder if that holds hangar.yml, else ./Site.
            Exit codes: 0 done, 64 usage, 65 bad data, 66 no input, 69 API unavailable, 73 cannot write, 75 try again later, 78 configuration.
            """,
        version: version,
        subcommands: [
            InitCommand.self, BuildCommand.self, FetchCommand.self, UpdateCommand.self, ServeCommand.self, CheckCommand.self,
            DataCommand.self, RenderCommand.self, SanitizeCommand.self,
        ])

    static let version = "0.1.0"

    static func main() async {
        do {
            var command = try await asyncParseAsRoot()
            if let command = command as? any HangarCommand {
                let status = await CommandEnvironment.system(command.verbosity).status(of: command)
                if status != .done { throw ExitCode(status.rawValue) }
            } else {
                // The library handles some commands itself, such as 'hangar help'.
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
