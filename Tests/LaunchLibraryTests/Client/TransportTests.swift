import Foundation
import LaunchLibrary
import Testing

@Suite struct TransportTests {
    @Test func aRequestCarriesItsHeadersAndTheProgramsNameTheAnswerComesWithStatusHeadersAndBody() async throws {
        try await withServer { connection in
            let request = try connection.readRequest()
            try connection.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
            try connection.write(
                "HTTP/1.1 418 I'm a teapot\r\nRetry-After:  12 \r\nContent-Length: \(request.utf8.count)\r\n\r\n" + request)
        } _: { server in
            let request = HTTPRequest(url: server.root + "spacecraft/?limit=100", headers: [.init("Authorization", "Token k")])
            let answer = try await testTransport.send(request)
            #expect(answer.status == 418)
            #expect(answer.header("retry-after") == "12")
            #expect(answer.header("link") == nil)
            #expect(answer.url == request.url)
            #expect(
                String(decoding: answer.body, as: UTF8.self) == """
                    GET /2.3.0/spacecraft/?limit=100 HTTP/1.1\r
                    Host: 127.0.0.1:\(server.port)\r
                    Accept: */*\r
                    Accept-Encoding: gzip\r
                    Authorization: Token k\r
                    User-Agent: Hangar/test (+https://example.org)\r
                    \r\n
                    """)
        }
    }

    @Test func oneConnectionServesManyRequests() async throws {
        try await withServer { connection in
            while true {
                try connection.readRequest()
                try connection.write(response("{}"))
            }
        } _: { server in
            let transport = HTTPTransport.curl(testLimits, userAgent: "Hangar/test")
            for _ in 1...5 {
                let answer = try await transport.send(HTTPRequest(url: server.root))
                #expect(answer.body == Array("{}".utf8))
            }
            #expect(server.connections.count == 1)
        }
    }

    @Test func manyRequestsRunSideBySide() async throws {
        try await withServer { connection in
            let path = try connection.readRequest().split(separator: " ")[1]
            try connection.write(response(String(path)))
        } _: { server in
            let bodies = try await withThrowingTaskGroup(of: String.self) { group in
                for index in 1...40 {
                    group.addTask {
                        String(decoding: try await testTransport.send(HTTPRequest(url: server.root + "\(index)")).body, as: UTF8.self)
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(bodies == Set((1...40).map { "/2.3.0/\($0)" }))
        }
    }

    @Test func aCompressedAnswerIsUnpacked() async throws {
        let body = try #require(Data(base64Encoded: Self.gzippedPage))
        try await withServer { connection in
            try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n")
            try connection.write(Array(body))
        } _: { server in
            let answer = try await testTransport.send(HTTPRequest(url: server.root))
            #expect(answer.body == Array(#"{"count": 0}"#.utf8))
        }
    }

    /// Made with Python's gzip.compress(…, mtime=0): an empty page, and 200 KiB of spaces.
    private static let gzippedPage = "H4sIAAAAAAACA6tWSs4vzStRslIwqAUALdpVCwwAAAA="
    private static let gzippedSpaces = """
        H4sIAAAAAAACA+3BAQ0AAADCoCrvn9IeDigAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACeDBarbr4AIAMA
        """

    @Test func aSmallAnswerThatUnpacksToALargeOneIsGivenUpAtTheLimit() async throws {
        let body = try #require(Data(base64Encoded: Self.gzippedSpaces))
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n")
            try connection.write(Array(body))
        }
        #expect(error?.kind == .tooLarge)
        #expect(error?.what == "the answer is larger than 65536 bytes")
    }

    @Test(arguments: [true, false])
    func aCompressedAnswerThatBreaksOffOrIsDamagedIsNotTakenForWhole(breaksOff: Bool) async throws {
        let whole = try #require(Data(base64Encoded: Self.gzippedPage))
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(whole.count)\r\n\r\n")
            try connection.write(breaksOff ? Array(whole.prefix(20)) : whole.map { $0 ^ 0x10 })
        }
        #expect(error?.kind == .interrupted)
    }

    @Test(arguments: ["", "Content-Length: 99999999\r\n"])
    func aBodyWithoutEndAnnouncedOrNotIsGivenUpAtTheLimit(header: String) async throws {
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\n\(header)\r\n")
            while true { try connection.write(Array(repeating: 0x20, count: 10_000)) }
        }
        #expect(error?.kind == .tooLarge)
        #expect(error?.what == "the answer is larger than 65536 bytes")
    }

    @Test func headersWithoutEndAreGivenUpToo() async throws {
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\n")
            while true { try connection.write("X-Padding: " + String(repeating: "x", count: 1_000) + "\r\n") }
        }
        #expect(error?.kind == .tooLarge)
    }

    @Test func aConnectionThatIsRefusedIsUnreachable() async throws {
        let url = "http://127.0.0.1:1/2.3.0/"
        await #expect(throws: TransportError(.unreachable, url: url, what: "no connection to the host")) {
            try await testTransport.send(HTTPRequest(url: url))
        }
    }

    @Test(arguments: [0, 1, 2, 3])
    func aConnectionThatBreaksBeforeOrInTheMiddleOfTheAnswerIsInterrupted(way: Int) async throws {
        let error = try await failure { connection in
            try connection.readRequest()
            switch way {
            case 0: try connection.reset()
            case 1: break
            case 2: try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"count\"")
            default: try connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"count\"\r\n")
            }
        }
        #expect(error?.kind == .interrupted)
        #expect(error?.isTransient == true)
    }

    @Test(arguments: [0, 1, 2])
    func aServerThatIsSilentStopsOrDribblesIsTimedOut(way: Int) async throws {
        var limits = testLimits
        limits.silence = .seconds(3)
        let error = try await failure(limits) { connection in
            try connection.readRequest()
            if way > 0 { try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n{") }
            if way < 2 { return connection.waitForClient() }
            while true {
                try connection.write(" ")
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
        #expect(error?.kind == .timedOut)
        #expect(error?.what == (way == 0 ? "no answer came in time" : "the answer stopped coming"))
        #expect(error?.isTransient == true)
    }

    @Test func theTimeForTheWholeTransferIsLimitedHoweverBusyItIs() async throws {
        var limits = testLimits
        limits.total = .milliseconds(300)
        limits.bodySize = 1 << 30
        let error = try await failure(limits) { connection in
            try connection.readRequest()
            try connection.write("HTTP/1.1 200 OK\r\n\r\n")
            while true {
                try connection.write(Array(repeating: 0x20, count: 1_000))
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
        #expect(error?.kind == .timedOut)
    }

    @Test func whatDoesNotSpeakHTTPOrCannotBeAskedIsNotHTTP() async throws {
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write("SSH-2.0-OpenSSH_9.2\r\n")
        }
        #expect(error?.kind == .notHTTP)
        for url in ["file:///etc/passwd", "gopher://127.0.0.1/", "nonsense", ""] {
            await #expect(throws: TransportError(.notHTTP, url: url, what: "this is not an address of the web")) {
                try await testTransport.send(HTTPRequest(url: url))
            }
        }
    }

    @Test func aHeaderThatWouldSmuggleInAnotherOneIsRefusedAndItsValueIsNotShown() async throws {
        let request = HTTPRequest(url: "http://127.0.0.1:1/", headers: [.init("Authorization", "Token k\r\nX: y")])
        let error = await #expect(throws: TransportError.self) { try await testTransport.send(request) }
        #expect(error?.description == "http://127.0.0.1:1/: the header Authorization holds a character that no header may hold")
    }

    @Test func aCancelledRequestEnds() async throws {
        try await withServer {
            $0.waitForClient()
        } _: { server in
            let task = Task { () throws(TransportError) in try await HTTPTransport.curl(userAgent: "t").send(HTTPRequest(url: server.root))
            }
            task.cancel()
            let result = await task.result
            #expect(throws: TransportError(.cancelled, url: server.root, what: "cancelled")) { try result.get() }
        }
    }
}
