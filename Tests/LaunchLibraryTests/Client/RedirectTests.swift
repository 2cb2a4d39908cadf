import LaunchLibrary
import Testing

@Suite struct RedirectTests {
    private static func redirect(to target: String, status: Int = 301) -> String {
        "HTTP/1.1 \(status) Moved\r\nLocation: \(target)\r\nContent-Length: 0\r\n\r\n"
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func withinTheOriginARedirectIsFollowedWithTheSameHeaders(status: Int) async throws {
        try await withServer { connection in
            while true {
                let request = try connection.readRequest()
                let isFinal = request.hasPrefix("GET /2.3.0/spacecraft/ ") && request.contains("Token k")
                try connection.write(isFinal ? response("whole") : Self.redirect(to: "/2.3.0/spacecraft/", status: status))
            }
        } _: { server in
            let answer = try await testTransport.send(
                HTTPRequest(url: server.root + "spacecraft", headers: [.init("Authorization", "Token k")]))
            #expect(answer.body == Array("whole".utf8))
            #expect(answer.url == server.root + "spacecraft/")
        }
    }

    @Test(arguments: ["http://127.0.0.1:1/2.3.0/", "https://127.0.0.1/", "http://localhost/", "//evil.example/", "http://me:k@127.0.0.1/"])
    func toAnotherOriginItIsNot(target: String) async throws {
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write(Self.redirect(to: target))
        }
        #expect(error?.kind == .redirect)
        #expect(error?.what.hasPrefix("redirects to another origin: ") == true)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/"])
    func toWhatIsNotTheWebItIsNot(target: String) async throws {
        let error = try await failure { connection in
            try connection.readRequest()
            try connection.write(Self.redirect(to: target))
        }
        #expect(error?.kind == .redirect)
    }

    @Test func redirectsInACircleEnd() async throws {
        let error = try await failure { connection in
            while true {
                try connection.readRequest()
                try connection.write(Self.redirect(to: "/2.3.0/"))
            }
        }
        #expect(error?.kind == .redirect)
        #expect(error?.what == "redirects more than 3 times")
    }
}
