/// Where a command's words go: results to standard output, diagnostics to standard error.
public struct Console: Sendable {
    public enum Verbosity: Sendable {
        case quiet
        case normal
        case verbose
    }

    public var verbosity: Verbosity
    /// Writes bytes to standard output, at once. Throws if they do not arrive: a result cut short must not look like a whole one.
    public var writeOutput: @Sendable ([UInt8]) throws(Failure) -> Void
    /// Writes one line, given without its line break, to standard error.
    public var writeDiagnostic: @Sendable (String) -> Void
    /// Writes to the terminal, without a line break; nil if standard error is no terminal.
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

    /// One line of a result.
    public func print(_ line: String) throws(Failure) {
        try writeOutput(Array(line.utf8) + [UInt8(ascii: "\n")])
    }

    /// Errors are always written, warnings unless quiet, notes only when verbose.
    public func report(_ diagnostic: Diagnostic) {
        switch (diagnostic.severity, verbosity) {
        case (.error, _), (.warning, .normal), (.warning, .verbose), (.note, .verbose): writeDiagnostic(diagnostic.description)
        case (.warning, .quiet), (.note, _): break
        }
    }
}

extension Console {
    /// Whether a line of progress is shown. With `--verbose` every step is a line of its own instead.
    var showsStatus: Bool { writeStatus != nil && verbosity == .normal }

    /// Shows a line of progress in the place of the last one.
    func show(_ words: String) {
        if showsStatus { writeStatus?("\r" + words + Self.restErased) }
    }

    /// Takes the line of progress away, as what comes next begins there.
    func clearStatus() {
        if showsStatus { writeStatus?("\r" + Self.restErased) }
    }

    /// ECMA-48, 8.3.41 (EL): erases from the cursor to the end of the line.
    private static let restErased = "\u{1B}[K"
}
