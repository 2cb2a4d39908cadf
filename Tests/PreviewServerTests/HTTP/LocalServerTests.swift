import PreviewServer
import Testing

@Suite struct LocalServerTests {
    /// What a server that repeats each request answers to these bytes.
    private func answer(_ head: String) async throws -> String {
        let server = LocalServer(host: "127.0.0.1", port: 0) { request in
            let headers = request.headers.filter { $0.key != "host" }.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
            let text = "\(request.method) \(request.path)|\(request.query)\(headers.joined())"
            return ServerResponse(status: 200, body: .bytes(Array(text.utf8)))
        }
        return try await server.run { try await RawClient.exchange($0, head) }
    }

    @Test func aRequestHasItsMethodItsAddressAndItsHeaders() async throws {
        #expect(
            try await answer("GET /a%20b/?x=1&y?z HTTP/1.1\nACCEPT:  text/html \nX-Empty:\naccept: */*\nConnection: close")
                == "HTTP/1.1 200 OK\nContent-Length: 67\n\nGET /a%20b/|x=1&y?z accept=text/html, */* connection=close x-empty=")
    }

    @Test func aConnectionServesOneRequestAfterAnotherUntilTheClientClosesIt() async throws {
        let second = "Host: a\n\nGET /2 HTTP/1.1\nHost: a\n\n\nHEAD /3 HTTP/1.1\nHost: a\nConnection: Close"
        #expect(
            try await answer("GET /1 HTTP/1.1\n" + second)
                == "HTTP/1.1 200 OK\nContent-Length: 7\n\nGET /1|HTTP/1.1 200 OK\nContent-Length: 7\n\nGET /2|"
                + "HTTP/1.1 200 OK\nContent-Length: 25\n\n")
    }

    @Test func aRequestOfHTTP10IsTheLastOfItsConnection() async throws {
        #expect(try await answer("GET / HTTP/1.0\n\nGET / HTTP/1.0") == "HTTP/1.1 200 OK\nContent-Length: 6\n\nGET /|")
    }

    @Test func aShortBodyIsSkippedAndALongOneEndsTheConnection() async throws {
        let short = "POST / HTTP/1.1\nHost: a\nContent-Length: 4\n\nabc\nGET / HTTP/1.1\nConnection: close"
        // The line feed of the body is sent as two bytes, so that the second belongs to the next request.
        #expect(
            try await answer(short).hasPrefix("HTTP/1.1 200 OK\nContent-Length: 24\n\nPOST /| content-length=4HTTP/1.1 200 OK\n"))
        for framing in ["Content-Length: 65537", "Transfer-Encoding: chunked", "Content-Length: x"] {
            #expect(
                try await answer("POST / HTTP/1.1\nHost: a\n\(framing)").hasPrefix("HTTP/1.1 200 OK\nConnection: close\nContent-Length: "),
                "\(framing)")
        }
    }

    @Test(arguments: [
        "GET /", "GET / HTTP/2", "GET  HTTP/1.1", "GET /a b HTTP/1.1", "GET / HTTP/1.1\nName", "GET / HTTP/1.1\n: value",
        "GET / HTTP/1.1\nA name: value", "GET / HTTP/1.1\nName: a\n folded: b", "GET /\u{1} HTTP/1.1", "GET / HTTP/1.1\nName: \u{7F}",
    ])
    func whatIsNoRequestIsRefusedAndTheConnectionClosed(head: String) async throws {
        let expected = """
            HTTP/1.1 400 Bad Request
            Connection: close
            Content-Length: 32
            Content-Type: text/plain; charset=utf-8

            This is no request of HTTP/1.1.

            """
        #expect(try await answer(head + "\nHost: a") == expected)
    }

    @Test func aHeadWithoutEndIsRefused() async throws {
        let head = "GET / HTTP/1.1\nHost: a\nName: " + String(repeating: "x", count: 1 << 16) + "\nConnection: close"
        #expect(try await answer(head).hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\nConnection: close\n"))
    }

    @Test func aBodyOfUnknownLengthComesInChunksAndToHTTP10AsItIs() async throws {
        let server = LocalServer(host: "127.0.0.1", port: 0) { _ in
            ServerResponse(
                status: 200,
                body: .stream { send in for text in ["one", "", "and eleven more"] { try await send(Array(text.utf8)) } })
        }
        let (new, old) = try await server.run { origin in
            (
                try await RawClient.exchange(origin, "GET / HTTP/1.1\nConnection: close"),
                try await RawClient.exchange(origin, "GET / HTTP/1.0")
            )
        }
        #expect(new == "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\none\nf\nand eleven more\n0\n\n")
        #expect(old == "HTTP/1.1 200 OK\n\noneand eleven more")
    }

    @Test func aHandlerThatFailsIsAnsweredForAndABodyThatFailsClosesTheConnection() async throws {
        struct Fault: Error {}
        let server = LocalServer(host: "127.0.0.1", port: 0) { request in
            guard request.path == "/cut" else { throw Fault() }
            return ServerResponse(
                status: 200,
                body: .stream(length: 10) { send in
                    try await send(Array("half".utf8))
                    throw Fault()
                })
        }
        let (failed, cut) = try await server.run { origin in
            (
                try await RawClient.exchange(origin, "GET / HTTP/1.1\nConnection: close"),
                try await RawClient.exchange(origin, "GET /cut HTTP/1.1")
            )
        }
        #expect(failed.hasPrefix("HTTP/1.1 500 Internal Server Error\n"))
        #expect(cut == "HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf")
    }
}
