/// Where a command's words go: results to standard output, diagnostics to standard error.
public struct Console: Sendable {
    public enum Verbosity: Sendable {
        case quiet
        case normal
        case verbose
    }

    public var verbosity: Verbosity
    /// Writes bytes to standard output, at once. Throws where they do not arrive: a result cut short must not look like a whole one.
    public var writeOutput: @Sendable ([UInt8]) throws(Failure) -> Void
    /// Writes one line, given without its line break, to standard error.
    public var writeDiagnostic: @Sendable (String) -> Void

    public init(
        verbosity: Verbosity = .normal, writeOutput: @escaping @Sendable ([UInt8]) throws(Failure) -> Void,
        writeDiagnostic: @escaping @Sendable (String) -> Void
    ) {
        self.verbosity = verbosity
        self.writeOutput = writeOutput
        self.writeDiagnostic = writeDiagnostic
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
