import ArgumentParser

/// A command of `hangar`: the options that it takes, and what it does in an environment.
public protocol HangarCommand: AsyncParsableCommand, Sendable {
    /// How much it says.
    var verbosity: Console.Verbosity { get }

    /// - Throws: a ``Failure``, which says why the command did not do its work and with which status it exits.
    func run(in environment: CommandEnvironment) async throws(Failure)
}

extension HangarCommand {
    public var verbosity: Console.Verbosity { .normal }
}

extension CommandEnvironment {
    /// Runs a command and reports why it failed, if it did.
    ///
    /// - Returns: the status to exit with.
    public func status(of command: some HangarCommand) async -> ExitStatus {
        do throws(Failure) {
            try await command.run(in: self)
            return .done
        } catch {
            for diagnostic in error.diagnostics { console.report(diagnostic) }
            return error.status
        }
    }
}
