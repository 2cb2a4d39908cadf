import LaunchLibrary
import TestSupport
import Testing

@testable import PreviewServer

/// A site that changes while it is shown.
@Suite struct LivePreviewTests {
    private func files(_ pages: [String: String]) -> SiteFiles {
        SiteFiles { parts in
            let path = parts.joined(separator: "/")
            if let page = pages[path] { return .file(Array(page.utf8)) }
            return pages.keys.contains { path.isEmpty || $0.hasPrefix(path + "/") } ? .folder : .nothing
        }
    }

    private func answer(_ live: LivePreview, _ path: String) async throws -> String {
        try await PreviewServer(live, basePath: "/", port: 0).serving { try await ask($0, "GET \(path)") }
    }

    /// The texts of the first events, while something is done with the site after each of them.
    private func news(_ live: LivePreview, _ works: [@Sendable (LivePreview) -> Void]) async throws -> [String] {
        let answer = try await PreviewServer(live, basePath: "/", port: 0).serving { address in
            try await RawClient.exchange(address, "GET /.hangar/events HTTP/1.1") { text in
                let count = text.split(separator: "data: ").count - 1
                if works.indices.contains(count - 1) { works[count - 1](live) }
                return count > works.count
            }
        }
        return answer.split(separator: "\n").filter { $0.hasPrefix("data: ") }.map { String($0.dropFirst(6)) }
    }

    @Test func aPageIsThatOfTheSiteThatIsShownAndNamesItsNumber() async throws {
        let live = LivePreview()
        live.show(files(["index.html": "<body>One</body>"]))
        #expect(try await answer(live, "/").hasSuffix("<body>One<script src=\"/.hangar/reload.js?1\" defer></script></body>"))
        live.show(files(["a/index.html": "<body>Two</body>"]))
        #expect(try await answer(live, "/a/").hasSuffix("<body>Two<script src=\"/.hangar/reload.js?2\" defer></script></body>"))
        #expect(try await answer(live, "/a").hasPrefix("HTTP/1.1 301 "))
        #expect(try await answer(live, "/index.html").hasPrefix("HTTP/1.1 404 "))
    }

    @Test func openPagesHearOfEachChange() async throws {
        let live = LivePreview()
        live.show(files(["index.html": "One"]))
        let news = try await news(
            live,
            [
                { $0.show(SiteFiles { _ in .nothing }, styles: ["assets/a.1.css": "assets/a.2.css"]) },
                { $0.fail("a.mustache:1:2: \"no\"\n  {{a}}\n  ^") }, { $0.mend() }, { $0.show(SiteFiles { _ in .nothing }) },
            ])
        #expect(
            news == [
                #"{"build":"1"}"#, #"{"build":"2","since":"1","styles":{"assets/a.1.css":"assets/a.2.css"}}"#,
                #"{"build":"2","since":"1","styles":{"assets/a.1.css":"assets/a.2.css"},"fault":"a.mustache:1:2: \"no\"\n  {{a}}\n  ^"}"#,
                #"{"build":"2","since":"1","styles":{"assets/a.1.css":"assets/a.2.css"}}"#, #"{"build":"3"}"#,
            ])
    }

    @Test(arguments: [("site.0123456789.css", "max-age=3600, immutable"), ("site.css", "no-cache"), ("index.html", "no-cache")])
    func aStyleSheetWithItsContentInItsNameIsNotAskedForAgain(name: String, caching: String) async throws {
        let live = LivePreview()
        live.show(files([name: "a{}"]))
        #expect(try await answer(live, "/" + name).contains("\nCache-Control: \(caching)\n"))
    }

    @Test func aFaultBeforeThereIsASiteAndOneOfASinglePageStandInThePlaceOfThePage() async throws {
        let live = LivePreview()
        live.fail("a.mustache:1:2: <no>")
        let answer = try await answer(live, "/spacecraft/")
        #expect(answer.hasPrefix("HTTP/1.1 500 "))
        #expect(answer.contains("<pre>a.mustache:1:2: &lt;no></pre><script src=\"/.hangar/reload.js?0\" defer></script></body>"))
        live.show(SiteFiles { $0 == ["index.html"] ? .fault("too long") : .folder })
        #expect(try await self.answer(live, "/").contains("<pre>too long</pre>"))
    }

    @Test func theAPIsRoutesAreThoseOfTheLastRecords() async throws {
        let live = LivePreview()
        live.show(files([:]))
        #expect(try await answer(live, "/2.3.0/spacecraft/").hasPrefix("HTTP/1.1 404 "))
        live.show(files([:]), snapshot: try Small.snapshot())
        live.show(files([:]))
        #expect(try await answer(live, "/2.3.0/spacecraft/").hasPrefix("HTTP/1.1 200 "))
    }
}
