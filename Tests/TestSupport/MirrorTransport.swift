import LaunchLibrary
import PreviewServer

extension APIMirror {
    /// The root of the API that ``transport`` answers for.
    public static let root = "http://mirror.example\(rootPath)"

    /// Answers the requests of a client as a value, without a server. Other addresses do not exist.
    public var transport: HTTPTransport {
        HTTPTransport { (request) async throws(TransportError) in
            let target = request.url.hasPrefix(Self.root) ? APIMirror.rootPath + request.url.dropFirst(Self.root.count) : ""
            guard !target.isEmpty, let response = response(to: ServerRequest(target: target, headers: ["host": "mirror.example"])) else {
                return HTTPResponse(status: 404, url: request.url)
            }
            return HTTPResponse(
                status: response.status, headers: [HTTPHeader("Content-Type", "application/json")], body: response.bytes, url: request.url)
        }
    }
}
