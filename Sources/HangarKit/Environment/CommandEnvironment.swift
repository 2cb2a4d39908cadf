import Catalogue
import LaunchLibrary
import Support

/// Everything a command takes from the world around it. A test replaces what it likes.
public struct CommandEnvironment: Sendable {
    public var console: Console
    public var files: FileAccess
    /// The next bytes of standard input, as many as are there; empty at its end.
    public var readInput: @Sendable () throws(Failure) -> [UInt8]
    public var transport: HTTPTransport
    public var fetchClock: FetchClock
    /// The value of an environment variable, nil where it is not set.
    public var variable: @Sendable (String) -> String?
    /// Seconds of a clock that only goes forward, for the report's 'in 0.42 s'.
    public var uptime: @Sendable () -> Double
    /// Differs between any two builds of this program and of the libraries that it uses; nil where that is not known.
    public var programIdentity: @Sendable () -> [UInt8]?
    /// The folder for what may be lost at any time, of this user alone; nil without one.
    public var cacheFolder: String?

    public init(
        console: Console, files: FileAccess, readInput: @escaping @Sendable () throws(Failure) -> [UInt8], transport: HTTPTransport,
        fetchClock: FetchClock,
        variable: @escaping @Sendable (String) -> String?, uptime: @escaping @Sendable () -> Double,
        programIdentity: @escaping @Sendable () -> [UInt8]?, cacheFolder: String?
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
    }
}
