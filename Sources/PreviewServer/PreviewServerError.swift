import FlyingSocks

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why the preview does not start.
public enum PreviewServerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The host to listen on is no address of this machine's form.
    case notAnAddress(String)
    /// Another program listens there.
    case inUse(host: String, port: UInt16)
    case cannotListen(host: String, port: UInt16, reason: String)

    static func cannotListen(host: String, port: UInt16, _ error: any Error) -> PreviewServerError {
        guard case SocketError.failed(_, let code, let message) = error else {
            return .cannotListen(host: host, port: port, reason: "\(error)")
        }
        return code == EADDRINUSE ? .inUse(host: host, port: port) : .cannotListen(host: host, port: port, reason: message)
    }

    public var description: String {
        switch self {
        case .notAnAddress(let host):
            "\(host): this is not an address to listen on. Name an IP address such as 127.0.0.1, or localhost"
        case .inUse(let host, let port):
            "\(host):\(port): another program listens there. Stop it, or choose another port; port 0 takes any that is free"
        case .cannotListen(let host, let port, let reason):
            "\(host):\(port): cannot listen there: \(reason). Choose another address or port"
        }
    }
}
