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
