import FlyingSocks
import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The reason why the preview does not start.
public struct PreviewServerError: FaultError, Sendable, Hashable {
    public let fault: Fault

    private init(_ place: String, _ what: String, remedy: String) {
        fault = Fault(place: place, what: what, remedy: remedy)
    }

    /// The host to listen on is not an IP address in a form that this machine accepts.
    static func notAnAddress(_ host: String) -> PreviewServerError {
        PreviewServerError(host, "this is not an address to listen on", remedy: "Name an IP address such as 127.0.0.1, or localhost")
    }

    static func cannotListen(host: String, port: UInt16, _ error: any Error) -> PreviewServerError {
        let place = "\(host):\(port)"
        guard case SocketError.failed(_, let code, let message) = error else {
            return PreviewServerError(place, "cannot listen there: \(error)", remedy: "Choose another address or port")
        }
        guard code == EADDRINUSE else {
            return PreviewServerError(place, "cannot listen there: \(message)", remedy: "Choose another address or port")
        }
        return PreviewServerError(
            place, "another program listens there", remedy: "Stop it, or choose another port; port 0 takes any that is free")
    }
}
