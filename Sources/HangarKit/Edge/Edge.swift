import Catalogue
import LaunchLibrary

/// Everything a command takes from the world around it. A test replaces what it likes.
public struct Edge: Sendable {
    public var console: Console
    public var files: FileAccess
    /// The next line of standard input without its line break; nil at the end.
    public var readLine: @Sendable () -> [UInt8]?
    public var transport: HTTPTransport
    public var fetchClock: FetchClock
    /// The value of an environment variable, nil where it is not set.
    public var environmentVariable: @Sendable (String) -> String?
    /// Seconds of a clock that only goes forward, for the report's 'in 0.42 s'.
    public var uptime: @Sendable () -> Double

    public init(
        console: Console, files: FileAccess, readLine: @escaping @Sendable () -> [UInt8]?, transport: HTTPTransport, fetchClock: FetchClock,
        environmentVariable: @escaping @Sendable (String) -> String?, uptime: @escaping @Sendable () -> Double
    ) {
        self.console = console
        self.files = files
        self.readLine = readLine
        self.transport = transport
        self.fetchClock = fetchClock
        self.environmentVariable = environmentVariable
        self.uptime = uptime
    }
}
