import ArgumentParser

/// A command of `hangar`: its options, and its work in an environment.
public protocol HangarCommand: AsyncParsableCommand, Sendable {
    /// The amount of output.
    var verbosity: Console.Verbosity { get }

    /// - Throws: a ``Failure`` with the reason why the command did not do its work, and with its exit status.
    func run(in environment: CommandEnvironment) async throws(Failure)
}

extension HangarCommand {
    public var verbosity: Console.Verbosity { .normal }
}

extension CommandEnvironment {
    /// Runs a command and reports the reason if it fails.
    ///
    /// - Returns: the exit status.
    public func status(of command: some HangarCommand) async -> ExitStatus {
        do throws(Failure) {
            try await command.run(in: self)
            return .done
        } catch {
            let isShort = error.isAboutRecords && console.verbosity != .verbose
            for diagnostic in isShort ? error.diagnostics.limited(.error) : error.diagnostics { console.report(diagnostic) }
            return error.status
        }
    }
}
