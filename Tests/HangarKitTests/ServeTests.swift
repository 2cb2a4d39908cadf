import HangarKit
import LaunchLibrary
import Testing

@Suite("hangar serve") struct ServeTests {
    @Test("the site is built and served, its snapshot is fetched back from the API's routes, and cancelling ends it")
    func roundTrip() async throws {
        let folder = try await fetchedSite(adding: ["copy/hangar.yml": smallestConfiguration])
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        let console = Console(writeOutput: { _ in }, writeDiagnostic: { sink.yield($0) })
        var serve = ServeCommand()
        serve.site = folder("site")
        serve.output = folder("public")
        serve.port = 0
        let serving = Task { [serve] in
            await Terminal(folder: folder).run { (edge) async throws(Failure) in
                var edge = edge
                edge.console = console
                try await serve.run(edge)
            }
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
}
