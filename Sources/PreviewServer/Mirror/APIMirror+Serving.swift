import FlyingFox

extension APIMirror {
    /// Serves the API on 127.0.0.1 while the body runs: for tests, and for trying a command without asking the real API.
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - faults: what goes wrong; each counts from the start of this call.
    ///   - requested: told the address of each request, without that of the API: `spacecraft/?limit=100`.
    ///   - body: given the root of the API: `http://127.0.0.1:8080/2.3.0/`.
    /// - Throws: ``PreviewServerError`` when it cannot listen, or what the body throws.
    public func serving<Result>(
        port: UInt16 = 0, faults: [MirrorFault] = [], requested: @escaping @Sendable (String) -> Void = { _ in },
        _ body: (String) async throws -> Result
    ) async throws -> Result {
        let plan = FaultPlan(faults, mirror: self)
        // A fault may make a client wait for longer than a server's patience.
        let server = LocalServer(host: "127.0.0.1", port: port, handlerTimeout: 86_400) { request in
            guard let request = APIRequest(request) else { return Answer.json(404, detail: "Not found.").response(isHead: false) }
            requested(request.address)
            let (effect, mirror) = plan.next(request.address)
            return try await mirror.response(to: request, with: effect)
        }
        return try await server.run { origin in try await body(origin + Self.rootPath) }
    }
}
