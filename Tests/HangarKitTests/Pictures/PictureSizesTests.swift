import Catalogue
import Foundation
import LaunchLibrary
import Synchronization
import TestSupport
import Testing

@testable import HangarKit

/// The smaller sizes of copies, which a fetch makes where a program for it is there.
@Suite struct PictureSizesTests {
    private static let rules = "images:\n  delivery: copy\n  licences:\n    attribution: copy\n    no_derivatives: copy\n"
    private static let records = Records.page(
        Records.craft(11, "Aurora 1", licence: "CC BY 4.0"), Records.craft(12, "Aurora 2", licence: "CC BY-ND 4.0"))
    /// 640 by 480, of more bytes than its sizes.
    private static let picture = PictureHost.png + [UInt8](repeating: 0, count: 5_000)

    /// The names of the sizes of a content.
    private func sizeNames(of content: [UInt8] = picture) throws -> [String] {
        let copy = StoredPicture(
            id: 7011, size: .original, name: "7011-original-11.png", header: try #require(PictureHeader(content)),
            contentHash: StoredPicture.hash(of: content))
        return copy.widths.map(copy.sizeName)
    }

    private func site(_ configuration: String = rules) throws -> TemporaryFolder {
        try TemporaryFolder(["site/hangar.yml": smallestConfiguration + configuration])
    }

    private func terminal(_ folder: TemporaryFolder, _ path: String, picture: [UInt8] = picture, records: String = records) -> Terminal {
        let host = PictureHost(records) { .init(status: 200, body: picture, url: $0) }
        return Terminal(variables: ["PATH": path], transport: host.transport, folder: folder)
    }

    private func sizes(in folder: TemporaryFolder) throws -> [String] {
        try folder.files(in: "site/data/pictures").keys.filter { $0.hasSuffix(".webp") }.sorted()
    }

    @Test func aFetchMakesThemOnceAndPagesOfferThemBesideThePicture() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let terminal = terminal(folder, tool.path)
        let outcome = await terminal.update(folder("site"), to: folder("public"))
        let count = try folder.files(in: "public").count - 1
        #expect(
            outcome == Outcome(output: "~/public: 4 added; 4 pictures copied, sizes made of 1; \(count) files written\n"))
        // A licence that allows no changes allows no smaller picture.
        #expect(try sizes(in: folder) == sizeNames())
        #expect(try tool.widths == [320, 480, 640])
        let page = try folder.text("public/spacecraft/11-aurora-1/index.html")
        let sources = zip(try sizeNames(), [320, 480, 640]).map { "../../pictures/\($0) \($1)w" }.joined(separator: ", ")
        #expect(
            page.contains(
                """
                <picture>
                <source type="image/webp" srcset="\(sources)" sizes="(min-width: 78rem) 470px, (min-width: 50rem) 38vw, 100vw">
                <img src="../../pictures/7011-original-11.png" alt="Picture of 11" width="640" height="480" loading="eager" decoding="async" referrerpolicy="no-referrer">
                </picture>
                """))
        #expect(page.contains("<p>Reduced copy.</p>"))
        #expect(page.contains("Credit: <bdi>I. Berg</bdi>."))
        #expect(try !folder.text("public/spacecraft/12-aurora-2/index.html").contains("<picture>"))
        for name in try sizeNames() { #expect(folder.exists("public/pictures/\(name)")) }
        #expect(await terminal.check(folder("public")).status == .done)

        let before = try folder.identities(in: ".")
        #expect(await terminal.update(folder("site"), to: folder("public")) == Outcome())
        #expect(try folder.identities(in: ".") == before)
    }

    @Test func theProgramGetsThePictureAndNoPathOfTheSite() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder, "env | sort > $answers/env; cat > $answers/input; exec cat $answers/$width.webp")
        _ = await terminal(folder, tool.path).fetch(folder("site"))
        #expect(
            try folder.text("bin/runs").split(separator: "\n").contains(
                "stdin[fail_on=truncated] --size 640x> --export-profile srgb -o .webp[Q=76,strip,profile=none]"))
        #expect(try folder.bytes("bin/answers/input") == Self.picture)
        let environment = try folder.text("bin/answers/env").split(separator: "\n").filter { !$0.hasPrefix("PWD=") && !$0.hasPrefix("_=") }
        #expect(
            environment == ["PATH=\(tool.path)", "VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1", "VIPS_NOVECTOR=1", "VIPS_WARNING=0"])
    }

    @Test func withoutTheProgramAllIsAsBeforeAndTheOperatorIsToldOnce() async throws {
        let folder = try site()
        try folder.write("", to: "bin/")
        let terminal = terminal(folder, folder("bin"))
        let told =
            "hangar: warning: ~/site/data/pictures: pictures are served in the source's sizes alone: there is no vipsthumbnail in the folders "
            + "of PATH. Install it (Debian: libvips-tools) for smaller files, or leave it as it is. This is told once."
        #expect(
            await terminal.fetch(folder("site"))
                == Outcome(
                    output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added; 4 pictures copied\n", diagnostics: [told]))
        #expect(
            await terminal.fetch(folder("site"))
                == Outcome(output: "~/site/data/snapshot.json: 2 spacecraft, 1 configuration; nothing changed\n"))
        #expect(await terminal.build(folder("site"), to: folder("public")).diagnostics == [])
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<img src=\"../../pictures/7011-original-11.png\""))

        // The next fetch after it was installed makes up for it.
        let tool = try StandInTool(in: folder)
        let made = await self.terminal(folder, tool.path).fetch(folder("site"))
        #expect(made.output.hasSuffix("; nothing changed; sizes made of 1\n"))
        #expect(made.diagnostics == [])
        #expect(try sizes(in: folder) == sizeNames())
    }

    @Test func aProgramThatDoesNotWorkIsNoFaultOfThePictures() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder, "echo 'libvips.so.42: not found' >&2; exit 127")
        let terminal = terminal(folder, tool.path)
        let first = await terminal.fetch(folder("site"))
        #expect(
            first.diagnostics == [
                "hangar: warning: ~/site/data/pictures: pictures are served in the source's sizes alone: vipsthumbnail cannot be used: it "
                    + "ended with code 127, and said: libvips.so.42: not found. "
                    + "Install it (Debian: libvips-tools) for smaller files, or leave it as it is. This is told once."
            ])
        #expect(await terminal.fetch(folder("site")).diagnostics == [])
        try tool.change("exec cat $answers/$width.webp")
        #expect(await terminal.fetch(folder("site")).output.hasSuffix("; sizes made of 1\n"))
    }

    @Test(
        arguments: [
            ("libvips 8.12.2-Thu Jan 20 2022", "it is of libvips 8.12"), ("", "it does not tell its version"),
            ("libvips 9.0.0", nil), ("libvips 8.13.0", nil),
        ])
    func aVersionThatGivesUntrustedPicturesToAllDecodersIsNotUsed(version: String, why: String?) async throws {
        let folder = try site()
        var tool = try StandInTool(in: folder)
        tool.version = version
        try tool.change("exec cat $answers/$width.webp")
        let terminal = terminal(folder, tool.path)
        let told = why.map {
            "hangar: warning: ~/site/data/pictures: pictures are served in the source's sizes alone: vipsthumbnail cannot be used: \($0), "
                + "and those before 8.13 keep no decoder from untrusted pictures. "
                + "Install it (Debian: libvips-tools) for smaller files, or leave it as it is. This is told once."
        }
        #expect(await terminal.fetch(folder("site")).diagnostics == (told.map { [$0] } ?? []))
        #expect(await terminal.fetch(folder("site")).diagnostics == [])
        #expect(try sizes(in: folder) == (told == nil ? sizeNames() : []))
    }

    @Test func aSystemThatCannotHoldTheProgramToItsBoundsDoesNotUseIt() throws {
        #expect(BoundedProgram.canHold)
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let scaler = try #require(PictureScaler(path: tool.path, folder: folder("site"), files: .disk))
        #expect(throws: Never.self) { try scaler.check() }
        #expect(throws: BoundedProgram.Refusal(what: "this system has no way to bound its time and memory", isPassing: true)) {
            try scaler.check(canHold: false)
        }
    }

    @Test func whatPassesIsTriedAgainByTheNextFetch() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder, "[ $width = 4 ] || kill -KILL $$\nexec cat $answers/$width.webp")
        let terminal = terminal(folder, tool.path)
        let first = await terminal.fetch(folder("site"))
        #expect(first.output.hasSuffix("; 4 pictures copied, sizes of 1 left\n"))
        #expect(
            first.diagnostics == [
                "hangar: warning: ~/site/data/pictures/7011-original-11.png: no smaller sizes were made of this picture yet: "
                    + "it was ended by signal 9. The next fetch tries it again."
            ])
        #expect(!folder.exists("site/data/pictures/sizes.txt"))
        try tool.change("exec cat $answers/$width.webp")
        #expect(await terminal.fetch(folder("site")).output.hasSuffix("; nothing changed; sizes made of 1\n"))
    }

    @Test func whatAKilledFetchLeftOfItsWorkIsRemoved() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        try folder.write("half", to: "site/data/pictures/.size-a1b2c3")
        _ = await terminal(folder, tool.path).fetch(folder("site"))
        #expect(!folder.exists("site/data/pictures/.size-a1b2c3"))
    }

    @Test func theMemoryIsNoneOfTheFilesThatPagesAreMadeOf() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        _ = await terminal(folder, tool.path).fetch(folder("site"))
        let store = PictureStore(folder: folder("site/data/pictures"), files: .disk)
        #expect(try store.names().subtracting(store.stored().map(\.name)) == ["sizes.txt"])
    }

    @Test(
        arguments: [
            ("[ $width = 4 ] || { echo 'premature end' >&2; exit 1; }", "it ended with code 1, and said: premature end"),
            ("[ $width = 4 ] || { echo '<svg/>'; exit; }", "what it makes is no WebP of this width"),
            ("[ $width = 4 ] || width=320", "what it makes is no WebP of this width"),
            ("[ $width = 4 ] || kill -SEGV $$", "it was ended by signal 11"),
        ])
    func aPictureThatCannotBeReducedCostsItsOwnSizesIsToldOnceAndIsNotTriedAgain(script: String, why: String) async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder, script + "\nexec cat $answers/$width.webp")
        let terminal = terminal(folder, tool.path)
        let first = await terminal.fetch(folder("site"))
        #expect(first.output.hasSuffix("; 4 pictures copied, none of 1\n"))
        #expect(
            first.diagnostics == [
                "hangar: warning: ~/site/data/pictures/7011-original-11.png: no smaller sizes were made of this picture: \(why). It is served as it is."
            ])
        let runs = try folder.text("bin/runs")
        #expect(await terminal.fetch(folder("site")).diagnostics == [])
        #expect(try folder.text("bin/runs") == runs)
        #expect(await terminal.build(folder("site"), to: folder("public")).status == .done)
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<img src="))
    }

    @Test(
        arguments: [
            (Array("GIF89a".utf8) + [0x80, 0x02, 0xE0, 0x01, 0, 0, 0], "it may move"),
            (PictureHost.webP(width: 640, height: 480).replacing(at: 20, with: 0x12), "it may move"),
            (PictureHost.png + [0, 0, 0, 0] + [0, 0, 0, 8] + Array("acTL".utf8) + [0, 0, 0, 0, 0, 0, 0, 0], "it may move"),
            (PictureHost.png.replacing(at: 18, with: 0xF0).replacing(at: 22, with: 0xF0), "it has more than 100 million pixels"),
        ] as [([UInt8], String)])
    func whatMovesOrWouldFillTheMemoryIsNotGivenToTheProgram(picture: [UInt8], why: String) async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let outcome = await terminal(folder, tool.path, picture: picture).fetch(folder("site"))
        #expect(outcome.diagnostics.count == 1 && outcome.diagnostics[0].contains(": \(why). It is served as it is."), "\(outcome)")
        #expect(try tool.widths == [])
    }

    @Test func aPictureThatIsSmallEnoughStaysAsItIsWithoutAWord() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let terminal = terminal(folder, tool.path, picture: PictureHost.png + [UInt8](repeating: 0, count: 500))
        let outcome = await terminal.fetch(folder("site"))
        #expect(outcome.diagnostics == [])
        #expect(outcome.output.hasSuffix("; 4 pictures copied\n"))
        // A smaller one in its place would be the widest that a page has.
        #expect(try sizes(in: folder) == [])
        #expect(try tool.widths == [640])
        _ = await terminal.fetch(folder("site"))
        #expect(try tool.widths == [640])
    }

    @Test func aPictureThatVanishesTakesItsSizesWithItAndAnotherContentHasOthers() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        _ = await terminal(folder, tool.path).update(folder("site"), to: folder("public"))
        let other = Self.picture + [1]
        try folder.write(other, to: "site/data/pictures/7011-original-11.png")
        // Until the next fetch has made others, the sizes of the former content are not shown.
        _ = await terminal(folder, tool.path).build(folder("site"), to: folder("public"))
        #expect(try !folder.text("public/spacecraft/11-aurora-1/index.html").contains("<picture>"))
        _ = await terminal(folder, tool.path).update(folder("site"), to: folder("public"))
        let sizes = try sizeNames(of: other)
        #expect(try self.sizes(in: folder) == sizes)
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains(sizes[0]))

        let without = terminal(folder, tool.path, records: Self.records.replacing("CC BY 4.0", with: "Kyodo News Copyright"))
        _ = await without.update(folder("site"), to: folder("public"))
        #expect(try self.sizes(in: folder) == [])
        #expect(try folder.files(in: "public/pictures").keys.filter { $0.hasSuffix(".webp") } == [])
    }

    @Test func aMemoryThatIsLostOrDamagedCostsAnotherAttemptAndNothingElse() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let terminal = terminal(folder, tool.path)
        _ = await terminal.fetch(folder("site"))
        let before = try folder.files(in: "site/data/pictures")
        let memory = try folder.text("site/data/pictures/sizes.txt")
        #expect(
            memory == """
                # The sizes of each picture, WebP of quality 76. Made by hangar; may be removed.
                7011-original-\(try sizeNames()[0].suffix(21).dropLast(5)) made 320 480 640

                """)
        for damaged in ["", memory.replacing("320", with: "321"), "\u{0}\n", memory.replacing("made", with: "?")] {
            try folder.write(damaged, to: "site/data/pictures/sizes.txt")
            _ = await terminal.fetch(folder("site"))
            #expect(try folder.files(in: "site/data/pictures") == before)
        }
        try folder.remove("site/data/pictures/\(sizeNames()[1])")
        _ = await terminal.fetch(folder("site"))
        #expect(try folder.files(in: "site/data/pictures") == before)
    }

    @Test func withoutSizesInTheConfigurationNoProgramIsLookedForAndThoseThatAreThereGo() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        _ = await terminal(folder, tool.path).update(folder("site"), to: folder("public"))
        try folder.write(smallestConfiguration + Self.rules + "  sizes: none\n", to: "site/hangar.yml")
        let outcome = await terminal(folder, "/nowhere").update(folder("site"), to: folder("public"))
        #expect(outcome.diagnostics == [])
        #expect(try sizes(in: folder) == [])
        #expect(!folder.exists("site/data/pictures/sizes.txt"))
        #expect(try !folder.text("public/spacecraft/11-aurora-1/index.html").contains("<picture>"))
    }

    @Test func whatTheDeadlineLeavesNoTimeForIsLeftToTheNextFetch() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let host = PictureHost(Self.records) { .init(status: 200, body: Self.picture, url: $0) }
        _ = await Terminal(transport: host.transport, folder: folder).fetch(folder("site"))
        let now = Mutex(0)
        // The families are the last list to be requested. Then the time is over.
        let slow = HTTPTransport { (request) async throws(TransportError) in
            if request.url.contains("families") { now.withLock { $0 = 600 } }
            return try await host.transport.send(request)
        }
        let late = Terminal(variables: ["PATH": tool.path], transport: slow, later: { now.withLock { $0 } }, folder: folder)
        #expect(await late.fetch(folder("site")).output.hasSuffix("; nothing changed; sizes of 1 left\n"))
        #expect(try tool.widths == [])
        #expect(await terminal(folder, tool.path).fetch(folder("site")).output.hasSuffix("; nothing changed; sizes made of 1\n"))
    }

    @Test func theReportInJSONCountsThem() async throws {
        let folder = try site()
        let tool = try StandInTool(in: folder)
        let outcome = await terminal(folder, tool.path).fetch(folder("site"), ["--json"])
        #expect(outcome.output.contains("\"sizes\": {\n      \"made\": 1,\n      \"failed\": 0,\n      \"left\": 0\n    }"), "\(outcome)")
        #expect(try JSONSchema("fetch").faults(in: outcome.output) == [])
    }

    /// The program itself, on a picture that it really reads.
    @Test(.enabled(if: Executable.isInstalled("vipsthumbnail"), "vipsthumbnail is not installed (Debian: libvips-tools)"))
    func theProgramMakesWebPOfEachWidthAndRefusesWhatIsCutOff() async throws {
        let folder = try site()
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let picture = PlainPNG.gradient(width: 700, height: 500)
        let outcome = await terminal(folder, path, picture: picture).fetch(folder("site"))
        #expect(outcome.diagnostics == [])
        #expect(outcome.output.hasSuffix("; 4 pictures copied, sizes made of 1\n"))
        let sizes = try sizes(in: folder)
        let headers = try sizes.map { PictureHeader(try folder.bytes("site/data/pictures/\($0)")) }
        #expect(headers.map { $0?.format } == [.webp, .webp, .webp])
        #expect(headers.map { $0?.width } == [320, 480, 700])
        #expect(headers.map { $0?.height } == [229, 343, 500])

        try folder.write(Array(picture.dropLast(picture.count / 2)), to: "site/data/pictures/7011-original-11.png")
        let cutOff = await terminal(folder, path).fetch(folder("site"))
        #expect(cutOff.output.hasSuffix("; none of 1\n"))
        #expect(cutOff.diagnostics.count == 1)
    }
}

extension [UInt8] {
    fileprivate func replacing(at index: Int, with byte: UInt8) -> [UInt8] {
        var bytes = self
        bytes[index] = byte
        return bytes
    }
}
