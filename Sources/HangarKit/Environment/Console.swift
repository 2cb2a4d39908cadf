/// The outputs of a command. Results go to standard output, diagnostics to standard error.
public struct Console: Sendable {
    public enum Verbosity: Sendable {
        case quiet
        case normal
        case verbose
    }

    public var verbosity: Verbosity
    /// Writes bytes to standard output immediately. It throws if they do not arrive, so that a truncated result does not look complete.
    public var writeOutput: @Sendable ([UInt8]) throws(Failure) -> Void
    /// Writes one line to standard error. The text has no line break.
    public var writeDiagnostic: @Sendable (String) -> Void
    /// Writes to the terminal without a line break. It is nil if standard error is not a terminal.
    public var writeStatus: (@Sendable (String) -> Void)?

    public init(
        verbosity: Verbosity = .normal, writeOutput: @escaping @Sendable ([UInt8]) throws(Failure) -> Void,
        writeDiagnostic: @escaping @Sendable (String) -> Void, writeStatus: (@Sendable (String) -> Void)? = nil
    ) {
        self.verbosity = verbosity
        self.writeOutput = writeOutput
        self.writeDiagnostic = writeDiagnostic
        self.writeStatus = writeStatus
    }

    /// Prints one line of a result.
    public func print(_ line: String) throws(Failure) {
        try writeOutput(Array(line.utf8) + [UInt8(ascii: "\n")])
    }

    /// Reports work that is done. A report that does not arrive is only a warning, because the work is not undone by it.
    ///
    /// - Parameter done: what is done, as a sentence.
    func reporting(_ done: String, _ work: () throws(Failure) -> Void) throws(Failure) {
        do throws(Failure) {
            try work()
        } catch {
            guard error.status == .cannotWrite else { throw error }
            for diagnostic in error.diagnostics {
                report(Diagnostic(.warning, at: diagnostic.place, diagnostic.what, remedy: done))
            }
        }
    }

    /// Writes errors always, warnings unless quiet, notes only when verbose.
    public func report(_ diagnostic: Diagnostic) {
        switch (diagnostic.severity, verbosity) {
        case (.error, _), (.warning, .normal), (.warning, .verbose), (.note, .verbose): writeDiagnostic(diagnostic.description)
        case (.warning, .quiet), (.note, _): break
        }
    }
}

extension Console {
    /// Whether a line of progress is shown. With `--verbose` every step gets its own line instead.
    var showsStatus: Bool { writeStatus != nil && verbosity == .normal }

    /// Shows a line of progress in place of the last one.
    func show(_ words: String) {
        if showsStatus { writeStatus?("\r" + words + Self.restErased) }
    }

    /// Removes the line of progress, so that the next output can begin there.
    func clearStatus() {
        if showsStatus { writeStatus?("\r" + Self.restErased) }
    }

    /// ECMA-48, 8.3.41 (EL): erases from the cursor to the end of the line.
    private static let restErased = "\u{1B}[K"
}
