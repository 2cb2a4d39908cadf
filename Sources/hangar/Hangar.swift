import ArgumentParser
import Dispatch
import HangarKit

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Parses the command line, runs the command in the real environment, and exits with its status.
struct Hangar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hangar",
        abstract: "Makes a website of the spacecraft catalogue of Launch Library 2.",
        discussion: """
            A site folder holds hangar.yml and what belongs to it; without --site it is the current folder if that holds hangar.yml, else ./Site.
            Exit codes: 0 done, 64 usage, 65 bad data, 66 no input, 69 API unavailable, 73 cannot write, 75 try again later, 78 configuration.
            """,
        version: ProgramVersion.current,
        subcommands: [
            InitCommand.self, ThemeCommand.self, WordsCommand.self, ConfigCommand.self, BuildCommand.self, FetchCommand.self,
            UpdateCommand.self,
            ServeCommand.self,
            CheckCommand.self, StatusCommand.self,
            DataCommand.self, RenderCommand.self, SanitizeCommand.self,
        ])

    static func main() async {
        do {
            var command = try await parsed(Array(CommandLine.arguments.dropFirst()))
            if let command = command as? any HangarCommand {
                let status = await CommandEnvironment.system(command.verbosity).status(of: command)
                if status != .done { throw ExitCode(status.rawValue) }
            } else {
                // The library handles some commands itself, such as 'hangar help'.
                try command.run()
            }
        } catch {
            guard let fault = UsageFault(error, CommandLine.arguments.dropFirst()) else { exit(withError: error) }
            fault.report(to: .system(.normal))
            exit(withError: ExitCode(ExitStatus.usage.rawValue))
        }
    }
}

extension Hangar {
    /// The command of a command line.
    ///
    /// The library looks at the options of all commands, several times. So the one that is named is asked first, and what it does not take by
    /// itself, such as a fault or a call for help, goes the whole way.
    private static func parsed(_ arguments: [String]) async throws -> any ParsableCommand {
        if let name = arguments.first, let named = configuration.subcommands.first(where: { $0.configuration.commandName == name }) {
            do {
                let command = try named.parseAsRoot(Array(arguments.dropFirst()))
                if command is any HangarCommand { return command }
            } catch {
                // It comes again below, and then as a fault of the whole command line.
            }
        }
        return try await asyncParseAsRoot()
    }
}

/// Starts the program.
@main
enum Program {
    static func main() {
        // This comes first. The system gives a new file the lowest free number. If the program was started without standard output, the
        // text of a command would otherwise go into a file of the site, or into whatever else is opened first.
        holdStandardDescriptors()
        reserveDescriptors()
        // libdispatch asks for priorities that the system gives to root alone, and writes into the system log that it did not get them: three
        // lines for each run. Nobody can do anything about them.
        setenv("LIBDISPATCH_LOG", "NO", 0)
        Task {
            await Hangar.main()
            exit(0)
        }
        dispatchMain()
    }

    /// Opens the standard streams that are closed. Reading and writing them fails, as it does for a closed stream.
    private static func holdStandardDescriptors() {
        for (descriptor, direction) in [(0 as Int32, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is this one, because those below it are open.
            _ = open("/dev/null", direction)
        }
    }

    /// Lets the system make room for the numbers of many open files while the program has one thread. Linux makes room for 64 at first, and with
    /// several threads it waits some 10 ms each time when they need more. A build has more folders open than that.
    private static func reserveDescriptors() {
        let descriptor = fcntl(0, F_DUPFD, 1_023)
        // A lower limit of open files needs less room.
        if descriptor >= 0 { close(descriptor) }
    }
}
