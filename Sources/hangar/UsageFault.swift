import ArgumentParser
import HangarKit
import Support

/// A command line that means nothing.
struct UsageFault {
    private let what: String
    private let remedy: String
    /// How the command is used, on lines of their own.
    private let usage: String
    /// The name of the command. Empty when none is named.
    private let command: String
    private let isJSON: Bool

    /// Nil for an error that says something else, such as a request for help.
    init?(_ error: any Error, _ arguments: some Sequence<String>) {
        // An exit code comes from a command that ran, and has told its failure.
        guard !(error is ExitCode), Hangar.exitCode(for: error) == .validationFailure else { return nil }
        let arguments = Array(arguments)
        isJSON = arguments.contains("--json")
        if let unknown = Self.unknownCommand(arguments) {
            (what, remedy) = ("there is no command '\(unknown.path)'", unknown.remedy)
            (usage, command) = ("", "")
            return
        }
        command = arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 } ?? ""
        var text = Hangar.message(for: error)
        // A list of what is possible stands on lines of its own, and a fault is one line. Line feeds of the operator's own are shown.
        if !arguments.contains(where: { $0.contains("\n") }) { text.replace(#/\n\s*/#, with: " ") }
        let first = text.first?.lowercased() ?? ""
        what = first + text.dropFirst()
        remedy = ""
        let rest = Hangar.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("Usage:") }
        usage = rest.joined(separator: "\n")
    }

    /// Writes the fault as every other error, and below it how the command is used.
    func report(to environment: CommandEnvironment) {
        environment.report(Failure(.usage, what, remedy: remedy), command: command.isEmpty ? "hangar" : command, isJSON: isJSON)
        if !usage.isEmpty { environment.console.writeDiagnostic(usage) }
    }

    /// The first argument that stands where a command must, and is none.
    private static func unknownCommand(_ arguments: [String]) -> (path: String, remedy: String)? {
        var (command, path): (any ParsableCommand.Type, [String]) = (Hangar.self, [])
        for argument in arguments {
            let names = command.configuration.subcommands.map { $0.configuration.commandName ?? "" }
            guard !names.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return nil }
            path.append(argument)
            guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == argument }) else {
                let meant = NameSuggestion.nearest(to: argument, among: names).map {
                    "Did you mean '\((path.dropLast() + [$0]).joined(separator: " "))'?"
                }
                return (path.joined(separator: " "), meant ?? "The commands are \(names.joined(separator: ", ")).")
            }
            command = next
        }
        return nil
    }
}
