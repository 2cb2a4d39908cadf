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
            let address = String(request.target.dropFirst(APIMirror.rootPath.count))
            requested(address)
            let (effect, mirror) = plan.next(address)
            guard let response = mirror.response(to: request) else {
                let headers = ["Content-Type": "application/json", "Vary": "Accept"]
                return ServerResponse(status: 404, headers: headers, body: .bytes(Array(#"{"detail":"Not found."}"#.utf8)))
            }
            return try await effect?.applied(to: response) ?? response
        } _: { origin in
            try await body(origin + APIMirror.rootPath)
        }
    }
}

extension MirrorFault.Effect {
    func applied(to response: ServerResponse) async throws -> ServerResponse {
        switch self {
        case .moved: return response
        case .answer(let status, let headers, let body):
            return ServerResponse(status: status, headers: headers, body: .bytes(Array(body.utf8)))
        case .delay(let duration):
            try await Task.sleep(for: duration)
            return response
        case .cutOff(let count):
            let body = response.bytes
            return response.replacing(
                .stream(length: body.count) { send in
                    try await send(Array(body.prefix(count)))
                    throw ConnectionCut()
                })
        case .endlessBody:
            let whiteSpace = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 16)
            return response.replacing(.stream { send in while true { try await send(whiteSpace) } })
        case .wrongCount(let count):
            let text = String(decoding: response.bytes, as: UTF8.self)
            return response.replacing(.bytes(Array(text.replacing(/^{"count":\d+/, with: "{\"count\":\(count)").utf8)))
        case .brokenJSON:
            return response.replacing(.bytes(Array(response.bytes.prefix(response.bytes.count / 2))))
        case .html:
            let page = Array("<!DOCTYPE html><title>Sign in</title><h1>Sign in</h1>\n".utf8)
            return ServerResponse(status: 200, headers: ["Content-Type": "text/html; charset=utf-8"], body: .bytes(page))
        case .redirect(let location): return ServerResponse(status: 302, headers: ["Location": location])
        }
    }
}

/// A body that stops early. This closes the connection.
private struct ConnectionCut: Error {}

extension ServerResponse {
    /// The body of an answer of the mirror.
    var bytes: [UInt8] {
        guard case .bytes(let bytes) = body else { return [] }
        return bytes
    }

    fileprivate func replacing(_ body: Body) -> ServerResponse { ServerResponse(status: status, headers: headers, body: body) }
}
