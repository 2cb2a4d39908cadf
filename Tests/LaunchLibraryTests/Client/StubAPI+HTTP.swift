import FlyingFox
import Foundation
import LaunchLibrary

extension StubAPI {
    /// Answers over HTTP on 127.0.0.1 while the body runs.
    func serve<Result>(_ body: () async throws -> Result) async throws -> Result {
        let server = try HTTPServer(
            address: .inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
            handler: ClosureHTTPHandler { request in
                // The path that FlyingFox routes by has lost its trailing slash; the target has not.
                let address = self.root + request.target.rawValue.dropFirst("/2.3.0/".count)
                let headers = request.headers.map { LaunchLibrary.HTTPHeader($0.key.rawValue, $0.value) }
                let answer = try self.respond(to: LaunchLibrary.HTTPRequest(url: address, headers: headers))
                var fields: [FlyingFox.HTTPHeader: String] = [:]
                for header in answer.headers { fields[FlyingFox.HTTPHeader(header.name)] = header.value }
                return FlyingFox.HTTPResponse(
                    statusCode: HTTPStatusCode(answer.status, phrase: "Stub"), headers: HTTPHeaders(fields), body: Data(answer.body))
            })
        let running = Task { try await server.run() }
        // A busy machine may take its time; the tests say nothing of how fast it is.
        try await server.waitUntilListening(timeout: 120)
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw CancellationError() }
        root = "http://127.0.0.1:\(port)/2.3.0/"
        do {
            let result = try await body()
            await server.stop()
            running.cancel()
            return result
        } catch {
            await server.stop()
            running.cancel()
            throw error
        }
    }
}
