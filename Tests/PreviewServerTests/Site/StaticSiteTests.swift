import Foundation
import TestSupport
import Testing

@testable import PreviewServer

@Suite struct StaticSiteTests {
    private static let script = #"<script src="/.hangar/reload.js" defer></script>"#

    private func answer(
        _ request: String, _ headers: String..., files: [String: String] = [:], basePath: String = "/"
    ) async throws -> String {
        try await TemporaryFolder.with(files) { folder in
            try await PreviewServer(output: folder("public"), basePath: basePath, snapshot: nil, port: 0).serving { address in
                try await RawClient.exchange(address, ([request + " HTTP/1.1", "Connection: close"] + headers).joined(separator: "\n"))
            }
        }
    }

    /// The first line and the body.
    private func outline(_ answer: String) -> [Substring] {
        [answer.prefix { $0 != "\n" }, answer.range(of: "\n\n").map { answer[$0.upperBound...] } ?? ""]
    }

    @Test func aFileIsAnsweredWholeWithItsTypeItsTagAndNotToBeShownAgainWithoutAsking() async throws {
        let expected = """
            HTTP/1.1 200 OK
            Cache-Control: no-cache
            Content-Length: 7
            Content-Type: text/css; charset=utf-8
            ETag: "e05d0bf79209a63b-7"
            X-Content-Type-Options: nosniff

            body{}

            """
        #expect(try await answer("GET /assets/a.css", files: ["public/assets/a.css": "body{}\n"]) == expected)
    }

    @Test(arguments: [
        ("<body>Hello</body></html>", "<body>Hello\(script)</body></html>"), ("<p>Hello", "<p>Hello\(script)"),
        ("<pre>&lt;/body></pre></BODY\n>", "<pre>&lt;/body></pre>\(script)</BODY\n>"), ("", script),
    ])
    func htmlComesWithTheScriptThatReloadsItBeforeTheEndOfTheBodyIfThatIsMarked(page: String, served: String) async throws {
        #expect(try await outline(answer("GET /", files: ["public/index.html": page])) == ["HTTP/1.1 200 OK", served[...]])
    }

    @Test(arguments: [
        ("/craft/", "HTTP/1.1 200 OK", "craft\(script)"), ("/craft/index.html", "HTTP/1.1 200 OK", "craft\(script)"),
        ("/craft/?x=1", "HTTP/1.1 200 OK", "craft\(script)"), ("/data.json", "HTTP/1.1 200 OK", "{}"),
        ("/data.json/", "HTTP/1.1 404 Not Found", "lost\(script)"), ("/empty/", "HTTP/1.1 404 Not Found", "lost\(script)"),
        ("/nothing", "HTTP/1.1 404 Not Found", "lost\(script)"), ("/de/nothing", "HTTP/1.1 404 Not Found", "weg\(script)"),
        ("/craft/nothing", "HTTP/1.1 404 Not Found", "lost\(script)"), ("/%D0%91%20b.txt", "HTTP/1.1 200 OK", "B"),
        ("/craft", "HTTP/1.1 301 Moved Permanently", ""),
    ])
    func anAddressIsAnsweredAsAStaticServerDoes(target: String, status: String, body: String) async throws {
        let files = [
            "public/craft/index.html": "craft", "public/data.json": "{}", "public/404.html": "lost", "public/de/404.html": "weg",
            "public/empty/a.txt": "a",
            "public/Б b.txt": "B",
        ]
        #expect(try await outline(answer("GET \(target)", files: files)) == [status[...], body[...]])
    }

    @Test func aFoldersAddressGetsItsSlashAndKeepsItsQuery() async throws {
        let answer = try await answer("GET /a%20b/c?x=1&y", files: ["public/a b/c/index.html": "c"])
        #expect(answer == "HTTP/1.1 301 Moved Permanently\nContent-Length: 0\nLocation: /a%20b/c/?x=1&y\n\n")
    }

    @Test(arguments: [
        "/../secret.txt", "/%2e%2e/secret.txt", "/a/../../secret.txt", "/a/%2e%2e/%2E%2e/secret.txt", "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt", "//secret.txt", "/./a/x.txt", "/a//x.txt", "/a/x.txt%00.html", "/link.txt", "/linked/secret.txt",
        "/linked/",
        "/..", "/%2e%2e/", "/public/a/x.txt", "/../public/a/x.txt", "//127.0.0.1/..", "/../public-secret/s.txt", "/sibling/s.txt",
    ])
    func nothingOutsideOfTheFolderIsGivenAway(target: String) async throws {
        let files = ["secret.txt": "secret", "index.html": "secret", "public/a/x.txt": "x", "public-secret/s.txt": "secret"]
        try await TemporaryFolder.with(files) { folder in
            let output = folder("public")
            for (link, place) in [("link.txt", "/secret.txt"), ("linked", "/"), ("sibling", "/public-secret")] {
                try FileManager.default.createSymbolicLink(atPath: "\(output)/\(link)", withDestinationPath: folder.path + place)
            }
            let answer = try await PreviewServer(output: output, snapshot: nil, port: 0).serving { try await ask($0, "GET \(target)") }
            #expect(outline(answer) == ["HTTP/1.1 404 Not Found", "Not found.\n"])
        }
    }

    @Test func aLinkWithinTheFolderIsFollowed() async throws {
        try await TemporaryFolder.with(["public/a/x.txt": "x"]) { folder in
            try FileManager.default.createSymbolicLink(atPath: folder("public/y.txt"), withDestinationPath: "a/x.txt")
            let answer = try await PreviewServer(output: folder("public"), snapshot: nil, port: 0).serving {
                try await ask($0, "GET /y.txt")
            }
            #expect(outline(answer) == ["HTTP/1.1 200 OK", "x"])
        }
    }

    @Test(arguments: ["/my%20site/", "/my site", "my%20site/"])
    func underABasePathWithOrWithoutItsSlashesTheSiteIsThereAndNowhereElse(_ basePath: String) async throws {
        let files = ["public/index.html": "home", "public/a/index.html": "a", "public/404.html": "lost"]
        for (target, line) in [
            ("/my%20site/", "HTTP/1.1 200 OK"), ("/a/", "HTTP/1.1 404 Not Found"), ("/my%20sites/", "HTTP/1.1 404 Not Found"),
        ] {
            #expect(try await outline(answer("GET \(target)", files: files, basePath: basePath))[0] == line)
        }
        #expect(
            try await answer("GET /", files: files, basePath: basePath)
                == "HTTP/1.1 302 Found\nContent-Length: 0\nLocation: /my%20site/\n\n")
        #expect(
            try await answer("GET /my%20site", files: files, basePath: basePath)
                == "HTTP/1.1 301 Moved Permanently\nContent-Length: 0\nLocation: /my%20site/\n\n")
        #expect(
            try await answer("GET /my%20site/a", files: files, basePath: basePath)
                == "HTTP/1.1 301 Moved Permanently\nContent-Length: 0\nLocation: /my%20site/a/\n\n")
    }

    @Test func headHasTheHeadersOfGETAndNoBody() async throws {
        let files = ["public/index.html": "<p>Hello"]
        let get = try await answer("GET /", files: files)
        let end = try #require(get.range(of: "\n\n"))
        #expect(try await answer("HEAD /", files: files) == String(get[..<end.upperBound]))
    }

    @Test(arguments: [
        (#""e05d0bf79209a63b-7""#, "304 Not Modified"), (#""x", W/"e05d0bf79209a63b-7""#, "304 Not Modified"),
        ("*", "304 Not Modified"),
        (#""x""#, "200 OK"), ("e05d0bf79209a63b-7", "200 OK"),
    ])
    func whoHasTheRightContentAlreadyIsReportedSoAndGetsNoBody(condition: String, status: String) async throws {
        let answer = try await answer("GET /a.css", "If-None-Match: \(condition)", files: ["public/a.css": "body{}\n"])
        #expect(
            answer == """
                HTTP/1.1 \(status)
                Cache-Control: no-cache
                Content-Length: 7
                Content-Type: text/css; charset=utf-8
                ETag: "e05d0bf79209a63b-7"
                X-Content-Type-Options: nosniff


                """ + (status == "200 OK" ? "body{}\n" : ""))
    }

    @Test func aPageThatSaysNotFoundIsNeverNotModified() async throws {
        let answer = try await answer("GET /x", "If-None-Match: *", files: ["public/404.html": "lost"])
        #expect(outline(answer) == ["HTTP/1.1 404 Not Found", "lost\(Self.script)"])
    }

    @Test func nothingCanBeWritten() async throws {
        let expected = """
            HTTP/1.1 405 Method Not Allowed
            Allow: GET, HEAD
            Content-Length: 37
            Content-Type: text/plain; charset=utf-8

            Only GET and HEAD are answered here.

            """
        #expect(try await answer("POST /") == expected)
    }
}
