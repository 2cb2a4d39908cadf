import FlyingFox
import Foundation
import Synchronization

/// A Launch Library on a free port of this machine, as long as `body` runs.
func withStubAPI<Result: Sendable>(
    _ lists: [String: String], _ body: @Sendable (_ root: String, _ requests: Requests) async throws -> Result
) async throws -> Result {
    try await withStubAPI(
        answering: { request, _ in
            guard let list = request.path.split(separator: "/").last, let body = lists[String(list)] else {
                return HTTPResponse(statusCode: .notFound)
            }
            return .json(body)
        }, body)
}

/// The same, each request being answered by a rule.
func withStubAPI<Result: Sendable>(
    answering answer: @escaping @Sendable (_ request: HTTPRequest, _ root: String) -> HTTPResponse,
    _ body: @Sendable (_ root: String, _ requests: Requests) async throws -> Result
) async throws -> Result {
    let requests = Requests()
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
    await server.appendRoute("*") { request in
        requests.note(request)
        return answer(request, "http://\(request.headers[.host] ?? "")/2.3.0/")
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        // A busy machine may take its time; the tests say nothing of how fast it is.
        try await server.waitUntilListening(timeout: 120)
        guard case .ip4(_, let port) = await server.listeningAddress else { throw NoPort() }
        let result = try await body("http://127.0.0.1:\(port)/2.3.0/", requests)
        await server.stop()
        group.cancelAll()
        return result
    }
}

extension HTTPResponse {
    static func json(_ text: String, status: HTTPStatusCode = .ok, headers: [HTTPHeader: String] = [:]) -> HTTPResponse {
        var all = HTTPHeaders([.contentType: "application/json"])
        for (name, value) in headers { all[name] = value }
        return HTTPResponse(statusCode: status, headers: all, body: Data(text.utf8))
    }
}

struct NoPort: Error {}

/// What was asked of the stub.
final class Requests: Sendable {
    private let noted = Mutex<[(path: String, authorization: String?)]>([])

    func note(_ request: HTTPRequest) {
        noted.withLock { $0.append((request.path, request.headers[.authorization])) }
    }

    var paths: [String] { noted.withLock { $0.map(\.path) } }
    var authorizations: Set<String?> { Set(noted.withLock { $0.map(\.authorization) }) }
}

/// The lists that a fetch asks for, the craft being `records`.
func lists(spacecraft records: String) -> [String: String] {
    let empty = "{\"count\": 0, \"next\": null, \"previous\": null, \"results\": []}"
    return ["spacecraft": records, "spacecraft_configurations": empty, "spacecraft_configuration_families": empty]
}
