import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct ServeTests {
    @Test
    func theSiteIsBuiltAndServedItsSnapshotIsFetchedBackFromTheAPIsRoutesAndCancellingEndsIt() async throws {
        let folder = try await fetchedSite(adding: ["copy/hangar.yml": smallestConfiguration])
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        let console = Console(writeOutput: { _ in }, writeDiagnostic: { sink.yield($0) })
        let serving = Task {
            await Terminal(folder: folder).run(
                ServeCommand.self, ["--site", folder("site"), "--output", folder("public"), "--port", "0"]
            ) { $0.console = console }
        }
        let line = try #require(await lines.first { $0.hasPrefix("Serving ") })
        let address = try #require(line.split(separator: " ").first { $0.hasPrefix("http://") }?.drop { $0 == ";" })
        let root = address.filter { $0 != ";" }
        var terminal = Terminal(folder: folder)
        terminal.transport = .curl(userAgent: "test")
        let outcome = await terminal.fetch(folder("copy"), from: ["\(root)2.3.0/"])
        serving.cancel()
        #expect(await serving.value.status == .done)
        #expect(outcome.status == .done, "\(outcome)")
        let original = try Snapshot(decoding: Array(folder.text("site/data/snapshot.json").utf8), path: "original")
        let copy = try Snapshot(decoding: Array(folder.text("copy/data/snapshot.json").utf8), path: "copy")
        #expect(copy.catalogue == original.catalogue)
    }

    @Test func aPortInUseIsStatus73BeforeAnythingIsBuilt() async throws {
        let folder = try await fetchedSite()
        try await StubAPI(answeringSpacecraft: Records.two).serve { root in
            let place = try #require(root.firstMatch(of: /127\.0\.0\.1:(\d+)/))
            let outcome = await Terminal(folder: folder).run(
                ServeCommand.self, ["--site", folder("site"), "--output", folder("public"), "--port", String(place.1)])
            #expect(
                outcome
                    == Outcome(
                        status: .cannotWrite,
                        diagnostics: [
                            "hangar: error: \(place.0): another program listens there. "
                                + "Stop it, or choose another port; port 0 takes any that is free."
                        ]))
            #expect(!folder.exists("public"))
        }
    }

    @Test func aBuildThatFailsEndsTheServerWithItsOwnStatus() async throws {
        let folder = try await fetchedSite(adding: ["site/Templates/pages/home.html.mustache": "{{#a}}"])
        let outcome = await Terminal(folder: folder).run(
            ServeCommand.self, ["--site", folder("site"), "--output", folder("public"), "--port", "0"])
        #expect(outcome.status == .badData)
    }
}
