import FlyingFox
import Foundation
import LaunchLibrary
import PreviewServer

import struct LaunchLibrary.HTTPHeader
import struct LaunchLibrary.HTTPResponse

extension APIMirror {
    /// The root of the API that ``transport`` answers for.
    public static let root = "http://mirror.example\(rootPath)"

    /// Answers the requests of a client as a value, without a server. Other addresses do not exist.
    public var transport: HTTPTransport {
        HTTPTransport { (request) async throws(TransportError) in
            let target = request.url.hasPrefix(Self.root) ? APIMirror.rootPath + request.url.dropFirst(Self.root.count) : ""
            let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let path = parts.first, !path.isEmpty else { return HTTPResponse(status: 404, url: request.url) }
            let asked = FlyingFox.HTTPRequest(
                method: .GET, version: .http11, target: .init(path: path, query: parts.count > 1 ? parts[1] : ""),
                headers: [.host: "mirror.example"], body: HTTPBodySequence(data: Data()))
            guard let response = response(to: asked) else { return HTTPResponse(status: 404, url: request.url) }
            do {
                return HTTPResponse(
                    status: response.statusCode.code, headers: [HTTPHeader("Content-Type", "application/json")],
                    body: Array(try await response.bodyData), url: request.url)
            } catch {
                throw TransportError(.interrupted, url: request.url, what: "\(error)")
            }
        }
    }
}
