import FlyingFox
import FlyingSocks
import Foundation
import PreviewServer

extension APIMirror {
    /// Serves the API on 127.0.0.1 while the body runs.
    ///
    /// - Parameters:
    ///   - faults: the faults to produce. Each counts from the start of this call.
    ///   - requested: called with the address of each request, without the API's root: `spacecraft/?limit=100`.
    ///   - body: receives the root of the API: `http://127.0.0.1:8080/2.3.0/`.
    /// - Throws: ``PreviewServerError`` when it cannot listen, or any error of the body.
    public func serving<Result>(
        faults: [MirrorFault] = [], requested: @escaping @Sendable (String) -> Void = { _ in }, _ body: (String) async throws -> Result
    ) async throws -> Result {
        let plan = FaultPlan(faults, mirror: self)
        return try await StubServer.run { request in
            let address = String(request.target.rawValue.dropFirst(APIMirror.rootPath.count))
            requested(address)
            let (effect, mirror) = plan.next(address)
            guard let response = mirror.response(to: request) else {
                let headers = ["Content-Type": "application/json", "Vary": "Accept"]
                return .stub(404, headers: headers, body: Array(#"{"detail":"Not found."}"#.utf8))
            }
            return try await effect?.applied(to: response) ?? response
        } _: { origin in
            try await body(origin + APIMirror.rootPath)
        }
    }
}

extension MirrorFault.Effect {
    func applied(to response: HTTPResponse) async throws -> HTTPResponse {
        switch self {
        case .moved: return response
        case .answer(let status, let headers, let body): return .stub(status, headers: headers, body: Array(body.utf8))
        case .delay(let duration):
            try await Task.sleep(for: duration)
            return response
        case .cutOff(let count):
            let body = try await response.bodyData
            return response.replacing(HTTPBodySequence(from: CutOffBody(rest: Array(body.prefix(count))), count: body.count))
        case .endlessBody:
            return response.replacing(HTTPBodySequence(from: EndlessBody(), suggestedBufferSize: EndlessBody.chunk.count))
        case .wrongCount(let count):
            let text = String(decoding: try await response.bodyData, as: UTF8.self)
            return response.replacing(HTTPBodySequence(data: Data(text.replacing(/^{"count":\d+/, with: "{\"count\":\(count)").utf8)))
        case .brokenJSON:
            let body = try await response.bodyData
            return response.replacing(HTTPBodySequence(data: body.prefix(body.count / 2)))
        case .html:
            let page = Array("<!DOCTYPE html><title>Sign in</title><h1>Sign in</h1>\n".utf8)
            return .stub(200, headers: ["Content-Type": "text/html; charset=utf-8"], body: page)
        case .redirect(let location): return .stub(302, headers: ["Location": location])
        }
    }
}

extension HTTPResponse {
    static func stub(_ status: Int, headers: [String: String] = [:], body: [UInt8] = []) -> HTTPResponse {
        var fields = HTTPHeaders()
        for (name, value) in headers { fields[HTTPHeader(name)] = value }
        return HTTPResponse(statusCode: statusCode(status), headers: fields, body: Data(body))
    }

    private static func statusCode(_ code: Int) -> HTTPStatusCode {
        HTTPStatusCode(code, phrase: [404: "Not Found", 503: "Service Unavailable"][code] ?? "Status \(code)")
    }

    fileprivate func replacing(_ body: HTTPBodySequence) -> HTTPResponse {
        HTTPResponse(statusCode: statusCode, headers: headers, body: body)
    }
}

/// A body that stops early. This closes the connection.
private struct CutOffBody: AsyncBufferedSequence, AsyncBufferedIteratorProtocol {
    private struct ConnectionCut: Error {}

    var rest: [UInt8]

    func makeAsyncIterator() -> CutOffBody { self }

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
        guard !rest.isEmpty else { throw ConnectionCut() }
        let buffer = rest.prefix(Swift.max(count, 1))
        rest.removeFirst(buffer.count)
        return Array(buffer)
    }
}

/// Endless white space, which JSON allows before a value.
private struct EndlessBody: AsyncBufferedSequence, AsyncBufferedIteratorProtocol {
    static let chunk = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 16)

    func makeAsyncIterator() -> EndlessBody { self }

    func next() async -> UInt8? { Self.chunk[0] }

    func nextBuffer(suggested count: Int) async -> [UInt8]? { Self.chunk }
}
