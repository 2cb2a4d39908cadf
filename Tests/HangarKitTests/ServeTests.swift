import HangarKit
import LaunchLibrary
import Synchronization
import TestSupport
import Testing

@Suite struct ServeTests {
    @Test func aFinishedSiteIsServedItsSnapshotIsFetchedBackFromTheAPIsRoutesAndCancellingEndsIt() async throws {
        let folder = try await fetchedSite(adding: ["copy/hangar.yml": smallestConfiguration])
        #expect(await Terminal(folder: folder).build(folder("site"), to: folder("public")).status == .done)
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

    @Test func aPortInUseIsStatus73() async throws {
        let folder = try await fetchedSite()
        try await StubAPI(answeringSpacecraft: Records.two).serve { root in
            let place = try #require(root.firstMatch(of: /127\.0\.0\.1:(\d+)/))
            let outcome = await Terminal(folder: folder).run(
                ServeCommand.self, ["--site", folder("site"), "--port", String(place.1)])
            #expect(
                outcome
                    == Outcome(
                        status: .cannotWrite,
                        diagnostics: [
                            "hangar: error: \(place.0): another program listens there. "
                                + "Stop it, or choose another port; port 0 takes any that is free."
                        ]))
        }
    }

    @Test func withoutASnapshotThereIsNothingToShow() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let outcome = await Terminal(folder: folder).run(ServeCommand.self, ["--site", folder("site"), "--port", "0"])
        #expect(
            outcome
                == Outcome(
                    status: .noInput,
                    diagnostics: [
                        "hangar: error: ~/site/data/snapshot.json: there is no snapshot yet. Run 'hangar fetch' first, or build with --from."
                    ]))
    }

    private static let about = "site/Templates/pages/about.html.mustache"
    private static func template(_ text: String) -> String {
        "{{< layouts/page}}{{$main}}<h1>\(text)</h1>{{/main}}{{/ layouts/page}}\n"
    }

    @Test func eachChangeOfTheFolderIsShownAndWritesNothing() async throws {
        let folder = try await fetchedSite(adding: ["site/static/notes.txt": "notes"])
        try await Serving.run(folder) { serving in
            #expect(
                try await serving.told("Watching")
                    == "Watching ~/site/hangar.yml and, beside it, Templates, assets, content, static, data.")
            #expect(try await serving.text("notes.txt") == "notes")
            #expect(try await serving.text("spacecraft/11-aurora-1/").contains("<title>Aurora 1, Aurora M"))
            let before = try folder.paths(in: ".")
            try folder.write("# Contact", to: "site/content/contact.md")
            try await serving.shows("contact/", "<h1><bdi>Contact</bdi></h1>")
            try folder.write(Self.template("Of mine"), to: Self.about, atomically: true)
            try await serving.shows("about/", "<h1>Of mine</h1>")
            try folder.write("about:\n  name: \"Us\"\n", to: "site/Templates/words/en.yml")
            try await serving.shows("", "<a href=\"about/\">Us</a>")
            try folder.write("h1 { color: red }", to: "site/assets/own.css")
            try await serving.shows("", "own.")
            try folder.write(smallestConfiguration.replacing("Polar", with: "Solar"), to: "site/hangar.yml")
            try await serving.shows("", "<title>Solar Register</title>")
            try folder.write(
                try folder.text("site/data/snapshot.json").replacing("\"name\":\"Aurora 1\"", with: "\"name\":\"Aurora X\""),
                to: "site/data/snapshot.json", atomically: true)
            try await serving.shows("spacecraft/", "Aurora X")
            try await serving.shows("2.3.0/spacecraft/11/", "Aurora X")
            let added = Set(try folder.paths(in: ".")).subtracting(before)
            #expect(
                added.map { $0.replacing("./", with: "") }.sorted()
                    == [Self.about, "site/Templates/words/en.yml", "site/assets/own.css", "site/content/contact.md"])
        }
    }

    @Test func aFaultIsToldWithItsPlaceAndLeavesThePagesUntilItIsMended() async throws {
        let folder = try await fetchedSite(adding: [Self.about: Self.template("{{headnig}}")])
        try await Serving.run(folder) { serving in
            let message = "~/\(Self.about):1:32: the view of 'pages/about.html.mustache' has no 'headnig' here. Did you mean 'heading'?"
            #expect(try await serving.told("hangar: error").hasPrefix("hangar: error: " + message) == true)
            let page = try await serving.text("about/")
            #expect(page.contains(message))
            #expect(page.contains("^"))
            try folder.write(Self.template("{{heading}}"), to: Self.about)
            try await serving.shows("about/", "<h1>About this register</h1>")
            #expect(try await serving.told("The fault") == "The fault is mended.")
            try folder.write("titel: A\n", to: "site/hangar.yml")
            #expect(try await serving.told("hangar: error: ~/site/hangar.yml:1:1").contains("Did you mean \"title\"?"))
            #expect(try await serving.text("about/").contains("<h1>About this register</h1>"))
            try folder.write(smallestConfiguration, to: "site/hangar.yml")
            #expect(try await serving.told("The fault") == "The fault is mended.")
        }
    }
}

/// A preview that runs while a test works on its site.
private struct Serving {
    let folder: TemporaryFolder
    let root: String
    private let lines: Lines

    /// What the command has said and nobody has asked for.
    private final class Lines: Sendable {
        private let rest = Mutex<[String]>([])

        /// Where the site is served. The line stays.
        func address() async throws -> String {
            while true {
                let line = rest.withLock { $0.first { $0.hasPrefix("Serving ") } }
                if let address = line?.firstMatch(of: /http:[^;]*/)?.0 { return String(address) }
                try await Task.sleep(for: .milliseconds(5))
            }
        }

        func add(_ line: String) { rest.withLock { $0.append(line) } }

        /// The first line that begins so, with a place in it as `~`. Those before it are passed over.
        func first(_ beginning: String, _ folder: TemporaryFolder) async throws -> String {
            while true {
                let line = rest.withLock { lines -> String? in
                    let shown = lines.map { $0.replacing(folder.path, with: "~") }
                    guard let place = shown.firstIndex(where: { $0.hasPrefix(beginning) }) else { return nil }
                    lines.removeFirst(place + 1)
                    return shown[place]
                }
                if let line { return line }
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    static func run(_ folder: TemporaryFolder, _ body: (Serving) async throws -> Void) async throws {
        let lines = Lines()
        let console = Console(writeOutput: { _ in }, writeDiagnostic: { lines.add($0) })
        let task = Task {
            await Terminal(folder: folder).run(ServeCommand.self, ["--site", folder("site"), "--port", "0"]) { $0.console = console }
        }
        let ready = try await lines.address()
        do { try await body(Serving(folder: folder, root: ready, lines: lines)) } catch {
            task.cancel()
            _ = await task.value
            throw error
        }
        task.cancel()
        #expect(await task.value.status == .done)
    }

    func told(_ beginning: String) async throws -> String { try await lines.first(beginning, folder) }

    func text(_ path: String) async throws -> String {
        let response = try await HTTPTransport.curl(userAgent: "test").send(HTTPRequest(url: root + path))
        return String(decoding: response.body, as: UTF8.self).replacing(folder.path, with: "~")
    }

    /// Waits until a page has a text.
    func shows(_ path: String, _ text: String) async throws {
        while !(try await self.text(path).contains(text)) { try await Task.sleep(for: .milliseconds(5)) }
    }
}
