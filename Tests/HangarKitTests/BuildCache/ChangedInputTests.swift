import Catalogue
import Foundation
import HangarKit
import TestSupport
import Testing

/// After any change that can affect a site, the next build examines everything.
@Suite struct ChangedInputTests {
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let work: @Sendable (TemporaryFolder) throws -> Void

        init(_ description: String, _ work: @escaping @Sendable (TemporaryFolder) throws -> Void) {
            testDescription = description
            self.work = work
        }

        /// Replaces the first `text` in a file.
        static func replace(_ text: String, by other: String, in file: String) -> Change {
            Change("\(file): \(text) → \(other)") { folder in
                let old = try folder.text(file)
                try #require(old.contains(text))
                try folder.write(old.replacing(text, with: other, maxReplacements: 1), to: file)
            }
        }

        static func write(_ text: String, to file: String) -> Change {
            Change("\(file) with '\(text)'") { try $0.write(text, to: file) }
        }

        static func remove(_ file: String) -> Change {
            Change("\(file) gone") { try FileManager.default.removeItem(atPath: $0(file)) }
        }
    }

    private static let site = [
        "site/Templates/pages/about.html.mustache": "<p>{{site.title}}</p>", "site/Templates/partials/own.html.mustache": "own",
        "site/assets/own.css": "p { color: teal }", "site/content/about.txt": "Words of our own.",
    ]

    @Test(
        arguments: [
            .replace("Aurora 1", by: "Aurora 7", in: "site/data/snapshot.json"),
            .replace("A craft.", by: "A kraft.", in: "site/data/snapshot.json"),
            .replace("\"name\":\"Aurora 2\"", by: "\"name\":\"Aurora 3\"", in: "site/data/history.jsonl"),
            .remove("site/data/history.jsonl"),
            .replace("<p>", by: "<b>", in: "site/Templates/pages/about.html.mustache"),
            .remove("site/Templates/pages/about.html.mustache"),
            .write("other", to: "site/Templates/partials/own.html.mustache"),
            .write("new", to: "site/Templates/partials/new.html.mustache"),
            .replace("teal", by: "pink", in: "site/assets/own.css"),
            .write("p {}", to: "site/assets/site.css"),
            .remove("site/assets/own.css"),
            Change("site/assets/own.css under another name") {
                try FileManager.default.moveItem(atPath: $0("site/assets/own.css"), toPath: $0("site/assets/other.css"))
            },
            .replace("own", by: "mine", in: "site/content/about.txt"),
            .write("<p>Others.</p>", to: "site/content/about.html"),
            .remove("site/content/about.txt"),
            .replace("Polar", by: "Solar", in: "site/hangar.yml"),
            .write(smallestConfiguration + "publish: {compress: {gzip: 1}}\n", to: "site/hangar.yml"),
            .write(smallestConfiguration + "publish: {method: swap}\n", to: "site/hangar.yml"),
        ] as [Change])
    func aFileOfTheSite(change: Change) async throws {
        try await expectNoticed(change, in: try await fetchedSite(adding: Self.site))
    }

    private func expectNoticed(_ change: Change, in folder: TemporaryFolder) async throws {
        let rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        try await rebuild.expectShort()
        try change.work(folder)
        try await rebuild.expectFull()
        try await rebuild.expectShort()
    }

    @Test func theAddressOfTheSite() async throws {
        let folder = try await fetchedSite()
        var rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        for address in ["https://other.example/", nil, "https://polar.example/craft/"] {
            rebuild.baseURL = address
            try await rebuild.expectFull()
            try await rebuild.expectShort()
        }
    }

    @Test func anotherProgramBuildsAll() async throws {
        let folder = try await fetchedSite()
        var rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        rebuild.program = Array("this program, built again".utf8)
        try await rebuild.expectFull()
        try await rebuild.expectShort()
        // Without a known program, no one can say whether it would write the same.
        rebuild.program = nil
        for _ in 1...2 { try await rebuild.expectFull() }
    }

    @Test func theSavedCopiesThatItIsBuiltFrom() async throws {
        let folder = try await fetchedSite(adding: [
            "copies/a.json": Records.page(Records.craft(12, "Aurora 2")), "copies/b.json": Records.page(Records.craft(11, "Aurora 1")),
        ])
        var rebuild = Rebuild(folder: folder)
        try await rebuild.expectFull()
        rebuild.from = ["copies"]
        let changes: [Change] = [
            .replace("Aurora 2", by: "Aurora 5", in: "copies/a.json"),
            .write(Records.page(Records.craft(13, "Aurora 3")), to: "copies/c.json"),
            .remove("copies/a.json"),
        ]
        for change in changes {
            try await rebuild.expectFull()
            try await rebuild.expectShort()
            try change.work(folder)
        }
        try await rebuild.expectFull()
        rebuild.from = ["copies/b.json", "copies/c.json"]
        try await rebuild.expectShort()
        rebuild.from = ["copies/none.json"]
        #expect(await rebuild.build().status == .noInput)
        rebuild.from = []
        try await rebuild.expectFull()
    }

    @Test func anAPIWhichMaySaySomethingElseEachTime() async throws {
        let folder = try await fetchedSite()
        let terminal = Terminal(verbosity: .verbose, transport: .answering(Records.two), cache: folder("cache"), folder: folder)
        for _ in 1...2 {
            let outcome = await terminal.build(folder("site"), to: folder("public"), ["--from", "https://api.example/2.3.0/"])
            #expect(outcome.status == .done)
            #expect(!outcome.diagnostics.contains(Rebuild.note))
        }
    }

    @Test(
        arguments: [
            .remove("site/data/pictures/7011-original-11.png"),
            .write("no picture", to: "site/data/pictures/7011-original-11.png"),
            Change("one of the same size and with the same time") { folder in
                let path = folder("site/data/pictures/7011-original-11.png")
                let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
                let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try file.seek(toOffset: UInt64(PictureHost.png.count - 1))
                try file.write(contentsOf: Data([7]))
                try file.close()
                try FileManager.default.setAttributes([.modificationDate: try #require(time)], ofItemAtPath: path)
            },
        ] as [Change])
    func aCopyOfAPicture(change: Change) async throws {
        try await expectNoticed(change, in: try await siteWithPictures())
    }

    private func siteWithPictures() async throws -> TemporaryFolder {
        let rules = "images:\n  delivery: copy\n  licences:\n    attribution: copy\n"
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + rules])
        let host = PictureHost(Records.page(Records.craft(11, "Aurora 1", licence: "CC BY 4.0")))
        _ = await Terminal(transport: host.transport).fetch(folder("site"))
        return folder
    }

    @Test func picturesSoNewThatTheyCouldChangeAgainWithoutShowingIt() async throws {
        let folder = try await siteWithPictures()
        // By this clock the pictures are from the future.
        let terminal = Terminal(verbosity: .verbose, now: Timestamp(secondsSince1970: 0), cache: folder("cache"), folder: folder)
        for _ in 1...2 { #expect(await !terminal.build(folder("site"), to: folder("public")).diagnostics.contains(Rebuild.note)) }
    }
}
