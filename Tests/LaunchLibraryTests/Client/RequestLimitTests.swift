import LaunchLibrary
import Testing

@Suite struct RequestLimitTests {
    @Test(arguments: [(10, 20), (20, 10), (nil, 10)] as [(Int?, Int)])
    func aBodyIsTakenUpToTheTighterLimitOfTheRequestAndTheTransport(request: Int?, transport: Int) async throws {
        var limits = testLimits
        limits.bodySize = transport
        let sender = HTTPTransport.curl(limits, userAgent: "Hangar/test")
        for (size, isTaken) in [(10, true), (11, false)] {
            try await withServer { connection in
                _ = try connection.readRequest()
                try connection.write(response(String(repeating: "x", count: size)))
            } _: { server in
                let request = HTTPRequest(url: server.root, bodyLimit: request)
                if isTaken {
                    let answer = try await sender.send(request)
                    #expect(answer.body.count == size)
                } else {
                    let error = await #expect(throws: TransportError.self) { try await sender.send(request) }
                    #expect(error == TransportError(.tooLarge, url: server.root, what: "the answer is larger than 10 bytes"))
                }
            }
        }
    }

    @Test func aRequestIsGivenUpWhenItsOwnTimeIsOver() async throws {
        try await withServer { connection in
            _ = try connection.readRequest()
            connection.waitForClient()
        } _: { server in
            let error = await #expect(throws: TransportError.self) {
                try await testTransport.send(HTTPRequest(url: server.root, timeLimit: .milliseconds(100)))
            }
            #expect(error?.kind == .timedOut)
        }
    }
}
