import Catalogue
import LaunchLibrary
import Support

/// Everything that a command takes from its surroundings. A test may replace any part.
public struct CommandEnvironment: Sendable {
    public var console: Console
    public var files: FileAccess
    /// All bytes of standard input that are available now. It is empty at the end of the input.
    public var readInput: @Sendable () throws(Failure) -> [UInt8]
    public var transport: HTTPTransport
    public var fetchClock: FetchClock
    /// The value of an environment variable. It is nil when the variable is not set.
    public var variable: @Sendable (String) -> String?
    /// The seconds of a clock that only goes forward, for the 'in 0.42 s' of the report.
    public var uptime: @Sendable () -> Double
    /// An identity that differs between any two builds of this program and of the libraries that it uses. It is nil when it is not known.
    public var programIdentity: @Sendable () -> [UInt8]?
    /// A folder of this user alone, for files that may be lost at any time. It is nil when there is none.
    public var cacheFolder: String?
    /// Keeps a value until the process ends, which frees all memory at once: to free the many small parts of a site one by one takes a
    /// twentieth of a build. It is nil where the process goes on after the command.
    public var keepUntilExit: (@Sendable (any Sendable) -> Void)?

    public init(
        console: Console, files: FileAccess, readInput: @escaping @Sendable () throws(Failure) -> [UInt8], transport: HTTPTransport,
        fetchClock: FetchClock,
        variable: @escaping @Sendable (String) -> String?, uptime: @escaping @Sendable () -> Double,
        programIdentity: @escaping @Sendable () -> [UInt8]?, cacheFolder: String?,
        keepUntilExit: (@Sendable (any Sendable) -> Void)? = nil
    ) {
        self.console = console
        self.files = files
        self.readInput = readInput
        self.transport = transport
        self.fetchClock = fetchClock
        self.variable = variable
        self.uptime = uptime
        self.programIdentity = programIdentity
        self.cacheFolder = cacheFolder
        self.keepUntilExit = keepUntilExit
    }
}

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
