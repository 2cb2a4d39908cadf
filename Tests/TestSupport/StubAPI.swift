import Foundation
import LaunchLibrary
import PreviewServer
import Support
import Synchronization

/// A Launch Library for tests, which can be made to fail. It answers as a value (``transport``) or over HTTP (``serve(_:)``).
public final class StubAPI: Sendable {
    public static let root = "https://stub.example/2.3.0/"

    /// The fault that it produces instead of an answer.
    public enum Fault: Sendable {
        case answer(Int, headers: [HTTPHeader] = [], body: String = "")
        case transport(TransportError.Kind)
    }

    /// Answers a request by its address without the root, such as `spacecraft/?limit=100`. Nil means that nothing exists at the address.
    public typealias Rule = @Sendable (_ address: String, _ root: String) -> HTTPResponse?

    private struct State {
        var root: String
        var faults: [String: [Fault]] = [:]
        var requests: [HTTPRequest] = []
        var extra: [String: String] = [:]
    }

    private let state: Mutex<State>
    private let rule: Rule

    public init(root: String = StubAPI.root, answering rule: @escaping Rule) {
        state = Mutex(State(root: root))
        self.rule = rule
    }

    /// The root of the API: ``root`` of the type, or the root of the server.
    public var root: String { state.withLock { $0.root } }

    public var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// The requested addresses, without the root.
    public var asked: [String] { requests.map { Self.address(of: $0) } }

    /// The received values of the header `Authorization`.
    public var authorizations: Set<String?> {
        Set(requests.map { request in request.headers.first { $0.name.lowercased() == "authorization" }?.value })
    }

    /// The next requests of addresses with this beginning meet these faults, one each.
    public func fail(_ start: String, _ faults: [Fault]) {
        state.withLock { $0.faults[start, default: []] += faults }
    }

    /// Gives this text as the answer at exactly this address.
    public func answer(_ address: String, _ body: String) {
        state.withLock { $0.extra[address] = body }
    }

    public var transport: HTTPTransport {
        HTTPTransport { (request) async throws(TransportError) in try self.respond(to: request) }
    }

    /// Answers over HTTP on 127.0.0.1 while the body runs. The body receives the root of the API.
    public func serve<Result>(_ body: (_ root: String) async throws -> Result) async throws -> Result {
        try await StubServer.run { request in
            let address = self.root + request.target.dropFirst("/2.3.0/".count)
            let headers = request.headers.map { HTTPHeader(Self.customary($0.key), $0.value) }
            let answer = try self.respond(to: HTTPRequest(url: address, headers: headers))
            let fields = Dictionary(answer.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            return ServerResponse(status: answer.status, headers: fields, body: .bytes(answer.body))
        } _: { origin in
            let root = origin + "/2.3.0/"
            state.withLock { $0.root = root }
            return try await body(root)
        }
    }

    /// The name of a header as it is usually written: `Authorization`. The server has it in lower case.
    private static func customary(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
    }

    private func respond(to request: HTTPRequest) throws(TransportError) -> HTTPResponse {
        let address = Self.address(of: request)
        let (fault, extra, root) = state.withLock { state in
            state.requests.append(request)
            let start = state.faults.keys.sorted().first { address.hasPrefix($0) && state.faults[$0]?.isEmpty == false }
            return (start.flatMap { state.faults[$0]?.removeFirst() }, state.extra[address], state.root)
        }
        switch fault {
        case .answer(let status, let headers, let body)?:
            return HTTPResponse(status: status, headers: headers, body: Array(body.utf8), url: request.url)
        case .transport(let kind)?: throw TransportError(kind, url: request.url, what: "fault")
        case nil: break
        }
        var response = extra.map { .json($0) } ?? rule(address, root) ?? .json(#"{"detail": "Not found."}"#, status: 404)
        response.url = request.url
        return response
    }

    private static func address(of request: HTTPRequest) -> String {
        request.url.split(separator: "/2.3.0/", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first.map(String.init)
            ?? request.url
    }
}

extension HTTPResponse {
    /// An answer that is declared as JSON, whatever the text is.
    public static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> HTTPResponse {
        let fields = headers.merging(["Content-Type": "application/json"]) { own, _ in own }.map { HTTPHeader($0.key, $0.value) }
        return HTTPResponse(status: status, headers: fields, body: Array(text.utf8), url: "")
    }
}

/// An HTTP server on a free port of 127.0.0.1.
enum StubServer {
    /// - Parameter body: receives the origin, `http://127.0.0.1:8080`. The server stops when it returns.
    static func run<Result>(
        answering handler: @escaping LocalServer.Handler,
        _ body: (String) async throws -> Result
    ) async throws -> Result {
        try await LocalServer(host: "127.0.0.1", port: 0, handler: handler).run(body)
    }
}
