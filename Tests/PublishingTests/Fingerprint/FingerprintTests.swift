import Foundation
import Support
import TestSupport
import Testing

@testable import Publishing

@Suite struct FingerprintTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let site = PublishTests.site.merging(["spacecraft/2-mir/index.html": "Mir"]) { $1 }
    static let larger = site.merging(["index.html": "other", "about/index.html": "us", "spacecraft/3-vostok/index.html": "Vostok"]) { $1 }

    func build(_ method: PublishOptions.Method = .inPlace) -> Build { Build(method: method, takesFingerprint: true) }

    /// The report of a build that examines no page.
    func report(ifUnchangedSince fingerprint: OutputFingerprint?, _ build: Build? = nil, output: String? = nil) throws -> PublishReport? {
        let build = build ?? self.build()
        return try build.publisher(output ?? folder.output).report(ifUnchangedSince: try #require(fingerprint))
    }

    // MARK: - The fingerprint holds

    @Test(arguments: PublishOptions.Method.allCases)
    func anUnchangedSiteIsReportedAsByABuildThatFindsNothingToChange(_ method: PublishOptions.Method) throws {
        let build = build(method)
        let fingerprint = try build.publish(Self.site, to: folder).fingerprint
        let before = try Identity.read(folder.output)
        let short = try report(ifUnchangedSince: fingerprint, build)
        #expect(short == PublishReport(files: 6, bytes: 21, written: [], unchanged: 6, removed: [], fingerprint: fingerprint))
        #expect(try build.publish(Self.site, to: folder) == short)
        #expect(try Identity.read(folder.output) == before)
        #expect(try FileTree.read(folder.path) == published(Self.site).under("public"))
    }

    static let ways: [(before: [String: String]?, after: [String: String])] = [
        (nil, site), ([:], site), (site, larger), (larger, site), (site, [:]), (["a": "1", "b/c": "2"], ["a/d": "3", "b": "4"]),
        (larger, larger),
    ]

    @Test(arguments: PublishOptions.Method.allCases, ways.indices)
    func everyPublicationHasAFingerprint(_ method: PublishOptions.Method, _ way: Int) throws {
        let build = build(method)
        if let before = Self.ways[way].before { try build.publish(before, to: folder) }
        let fingerprint = try build.publish(Self.ways[way].after, to: folder).fingerprint
        let short = try report(ifUnchangedSince: fingerprint, build)
        #expect(try build.publish(Self.ways[way].after, to: folder) == short)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func soCanOneIntoAnEmptyFolderAndOneAmongFilesOfOthers(_ method: PublishOptions.Method) throws {
        try FileManager.default.createDirectory(atPath: folder.output, withIntermediateDirectories: true)
        #expect(try report(ifUnchangedSince: try build(method).publish(Self.site, to: folder).fingerprint, build(method)) != nil)
        try FileTree(["CNAME": "example.org", "own/notes.txt": "mine"]).write(to: folder.output)
        #expect(try report(ifUnchangedSince: try build(method).publish(Self.larger, to: folder).fingerprint, build(method)) != nil)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func theFingerprintCoversPrecompressedFiles(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, compression: CompressionTests.both, takesFingerprint: true)
        for site in [CompressionTests.site, CompressionTests.site.merging(["index.html": CompressionTests.page + "more"]) { $1 }] {
            let fingerprint = try build.publish(site, to: folder).fingerprint
            let short = try report(ifUnchangedSince: fingerprint, build)
            #expect(short?.files == 7)
            #expect(try build.publish(site, to: folder) == short)
        }
        let fingerprint = try build.publish(CompressionTests.site, to: folder).fingerprint
        try Hand(folder.output).touch("index.html.br")
        #expect(try report(ifUnchangedSince: fingerprint, build) == nil)
    }

    @Test func filesOfOthersDoNotBreakIt() throws {
        let fingerprint = try build().publish(Self.site, to: folder).fingerprint
        try FileTree(["CNAME": "example.org", "spacecraft/notes.txt": "mine"]).write(to: folder.output)
        #expect(try report(ifUnchangedSince: fingerprint) != nil)
    }

    @Test func aMovedOutputIsTheSameAndACopiedOneIsNot() throws {
        let fingerprint = try build().publish(Self.site, to: folder).fingerprint
        let (moved, copied) = (folder.path + "/moved", folder.path + "/copied")
        try FileManager.default.moveItem(atPath: folder.output, toPath: moved)
        #expect(try report(ifUnchangedSince: fingerprint, output: moved) != nil)
        // `cp -a` keeps all times that it can.
        try FileManager.default.copyItem(atPath: moved, toPath: copied)
        #expect(try report(ifUnchangedSince: fingerprint, output: copied) == nil)
        let full = try build().publish(Self.site, to: folder, output: copied)
        #expect(full.written == [])
        #expect(try report(ifUnchangedSince: full.fingerprint, output: copied) == full)
    }

    // MARK: - Where there is none

    @Test func withoutTheOptionThereIsNone() throws {
        #expect(try Build().publish(Self.site, to: folder).fingerprint == nil)
    }

    @Test func itIsOfOneSessionOfTheSystem() throws {
        let first = Build(takesFingerprint: true, disk: DiskAccess(waits: false, session: { "first" }))
        let second = Build(takesFingerprint: true, disk: DiskAccess(waits: false, session: { "second" }))
        let fingerprint = try first.publish(Self.site, to: folder).fingerprint
        #expect(try report(ifUnchangedSince: fingerprint, first) != nil)
        #expect(try report(ifUnchangedSince: fingerprint, second) == nil)
        let nameless = Build(takesFingerprint: true, disk: DiskAccess(waits: false, session: { nil }))
        #expect(try nameless.publish(Self.site, to: folder).fingerprint == nil)
        #expect(try report(ifUnchangedSince: fingerprint, nameless) == nil)
    }

    @Test func theSystemNamesItsSession() {
        #expect(BootSession.name()?.isEmpty == false)
        #expect(BootSession.name() == BootSession.name())
    }

    @Test func anInventedOneFitsNothing() throws {
        let report = try build().publish(Self.site, to: folder)
        let bytes = try #require(report.fingerprint).bytes
        for place in [0, 8, 16, bytes.count - 1] {
            var invented = bytes
            invented[place] ^= 1
            let fingerprint = try #require(OutputFingerprint(bytes: invented))
            #expect(
                (try self.report(ifUnchangedSince: fingerprint) == nil) == (place != 8), "the inputs of a file say nothing of its state")
            #expect(try self.report(ifUnchangedSince: fingerprint, output: folder.path + "/none/deep") == nil)
        }
        #expect(OutputFingerprint(bytes: bytes) == report.fingerprint)
        #expect(OutputFingerprint(bytes: bytes.dropLast()) == nil)
        #expect(OutputFingerprint(bytes: []) == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
    }

    // MARK: - Beside other builds

    @Test func whileAnotherBuildIsAtWorkNothingIsSaid() throws {
        let fingerprint = try build().publish(Self.site, to: folder).fingerprint
        let other = try build().begin(folder)
        let error = #expect(throws: PublishError.self) { try report(ifUnchangedSince: fingerprint) }
        #expect(error?.kind == .locked)
        other.abandon()
        #expect(try report(ifUnchangedSince: fingerprint) != nil)
    }

    @Test func whatAnInterruptedBuildLeftIsClearedAway() throws {
        let fingerprint = try build().publish(Self.site, to: folder).fingerprint
        try FileTree(["tree/index.html": "half"]).write(to: folder.path + "/.public.staging")
        #expect(try report(ifUnchangedSince: fingerprint) != nil)
        #expect(try FileTree.read(folder.path) == published(Self.site).under("public"))
    }

    @Test func whereTheMethodCannotWorkItFailsAsABuildDoes() throws {
        let fingerprint = try build(.swap).publish(Self.site, to: folder).fingerprint
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "public")
        let errors = [
            #expect(throws: PublishError.self) { try report(ifUnchangedSince: fingerprint, build(.swap), output: folder.path + "/link") },
            #expect(throws: PublishError.self) { try build(.swap).publish(Self.site, to: folder, output: folder.path + "/link") },
        ]
        #expect(errors[0] == errors[1])
        #expect(try report(ifUnchangedSince: fingerprint, build(.swap)) != nil)
    }
}
