import LaunchLibrary
import Synchronization
import TestSupport
import Testing

@testable import PreviewServer

@Suite struct LiveReloadTests {
    private func server(_ folder: String) -> PreviewServer {
        let output = OutputFolder(path: folder)
        return PreviewServer(
            site: StaticSite(folder: output, basePath: "/"), mirror: nil,
            events: BuildEvents(stamp: { output.stamp(of: ".hangar-manifest") }, interval: .milliseconds(5)))
    }

    @Test func aListeningPageHearsAtOnceOfTheBuildItIsOfAndAgainWhenTheManifestIsAnother() async throws {
        try await TemporaryFolder.with([".hangar-manifest": "hangar-manifest 1\n"]) { folder in
            let before = OutputFolder(path: folder.path).stamp(of: ".hangar-manifest")
            let answer = try await server(folder.path).serving { address in
                try await RawClient.exchange(address, "GET /.hangar/events HTTP/1.1") { text in
                    let events = text.split(separator: "data: ").count - 1
                    if events == 1 { try folder.write("hangar-manifest 1\nindex.html\n", to: ".hangar-manifest", atomically: true) }
                    return events > 1
                }
            }
            let lines = answer.split(separator: "\n").map(String.init)
            #expect(
                lines.prefix(4) == [
                    "HTTP/1.1 200 OK", "Cache-Control: no-store", "Content-Type: text/event-stream", "Transfer-Encoding: chunked",
                ])
            let events = lines.filter { $0.hasPrefix("data: ") }
            #expect(events.first == "data: \(before)")
            #expect(events.count > 1)
            #expect(Set(events).count == events.count)
        }
    }

    @Test func aSiteThatIsNotBuiltYetIsNewsWhenItIs() async throws {
        try await TemporaryFolder.with([:]) { folder in
            let answer = try await server(folder("public")).serving { address in
                try await RawClient.exchange(address, "GET /.hangar/events HTTP/1.1") { text in
                    if text.contains("data: none") {
                        try folder.write("x", to: "public/.hangar-manifest", atomically: true)
                    }
                    return text.split(separator: "data: ").count > 2
                }
            }
            #expect(answer.contains("data: none\n\n"))
        }
    }

    @Test func withoutNewsACommentIsSentFromTimeToTimeByWhichAClosedConnectionIsNoticed() async throws {
        let answer = try await server("/nowhere").serving { address in
            try await RawClient.exchange(address, "GET /.hangar/events HTTP/1.1") { $0.contains(": no news") }
        }
        #expect(answer.hasSuffix(": no news\n\n\n"))
    }

    @Test func theScriptIsAFileOfTheSameOriginAsThePagesContentSecurityPolicyWantsItAndListensToTheseEvents() async throws {
        let answer = try await server("/nowhere").serving { try await ask($0, "GET /.hangar/reload.js") }
        let expected = """
            HTTP/1.1 200 OK
            Cache-Control: no-cache
            Content-Length: \(LiveReload.script.utf8.count)
            Content-Type: text/javascript; charset=utf-8

            \(LiveReload.script)
            """
        #expect(answer == expected)
        #expect(LiveReload.script.contains("new EventSource(\"\(LiveReload.eventsPath)\")"))
    }
}
