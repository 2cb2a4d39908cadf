import Foundation
import Support
import TestSupport
import Testing

@testable import Publishing

/// A file whose inputs and state are those of the last build is kept without a look at its bytes.
@Suite struct KeptFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let site = FingerprintTests.site
    static let page = "spacecraft/2-mir/index.html"

    @Test(arguments: PublishOptions.Method.allCases)
    func allFilesOfAnUnchangedSiteAreKept(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, takesFingerprint: true)
        let first = try build.publish(Self.site, to: folder, since: nil)
        #expect(first.made == Self.site.keys.sorted())
        let before = try Identity.read(folder.output)
        let second = try build.publish(Self.site, to: folder, since: first.report.fingerprint)
        #expect(second.made == [])
        #expect(
            second.report
                == PublishReport(files: 6, bytes: 21, written: [], unchanged: 6, removed: [], fingerprint: first.report.fingerprint))
        #expect(try Identity.read(folder.output) == before)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func onlyTheFileWithOtherInputsIsMadeInAnyNumberOfBuilds(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, takesFingerprint: true)
        var last = try build.publish(Self.site, to: folder, since: nil).report
        for round in 1...3 {
            let site = Self.site.merging([Self.page: "Mir \(round)"]) { $1 }
            let next = try build.publish(site, to: folder, since: last.fingerprint)
            #expect(next.made == [Self.page])
            #expect(next.report.written == [Self.page])
            #expect(try FileTree.read(folder.path) == published(site).under("public"))
            last = next.report
        }
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func filesComeAndGoBesideKeptOnes(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, takesFingerprint: true)
        let last = try build.publish(Self.site, to: folder, since: nil).report
        var site = Self.site
        site[Self.page] = nil
        site["spacecraft/3-vostok/index.html"] = "Vostok"
        let next = try build.publish(site, to: folder, since: last.fingerprint)
        #expect(next.made == ["spacecraft/3-vostok/index.html"])
        #expect(next.report.removed == [Self.page])
        #expect(try FileTree.read(folder.path) == published(site).under("public"))
    }

    #if os(Linux)
        /// After a checkout from a Mac, say. The two are different files on Linux.
        @Test(arguments: PublishOptions.Method.allCases, ["same", "other"])
        func aFileThatIsSpeltAnotherWayIsPublishedByItsNewName(_ method: PublishOptions.Method, _ content: String) throws {
            let build = Build(method: method, takesFingerprint: true)
            var site = Self.site
            site["caf\u{e9}.txt"] = "same"
            let last = try build.publish(site, to: folder, since: nil).report
            site["caf\u{e9}.txt"] = nil
            site["cafe\u{301}.txt"] = content
            let next = try build.publish(site, to: folder, since: last.fingerprint)
            #expect(next.report.written.map { Array($0.utf8) } == [Array("cafe\u{301}.txt".utf8)])
            #expect(next.report.removed.map { Array($0.utf8) } == [Array("caf\u{e9}.txt".utf8)])
            #expect(try folder.text("public/cafe\u{301}.txt") == content)
        }
    #endif

    @Test(arguments: PublishOptions.Method.allCases)
    func precompressedFilesAreKeptWithTheirSource(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, compression: CompressionTests.both, takesFingerprint: true)
        let first = try build.publish(CompressionTests.site, to: folder, since: nil).report
        let second = try build.publish(CompressionTests.site, to: folder, since: first.fingerprint)
        #expect(second.made == [])
        #expect(second.report.files == 7)
        #expect(try build.publish(CompressionTests.site, to: folder).files == 7)
    }

    @Test(arguments: ["index.html.gz", "index.html.br"], [true, false])
    func aSourceIsMadeAgainWhenSomeoneTouchesAPrecompressedFileOfIt(_ path: String, _ isRemoved: Bool) throws {
        let build = Build(compression: CompressionTests.both, takesFingerprint: true)
        let first = try build.publish(CompressionTests.site, to: folder, since: nil).report
        let tree = try FileTree.read(folder.output)
        if isRemoved { try Hand(folder.output).remove(path) } else { try Hand(folder.output).overwriteSecretly(path, "x") }
        #expect(try build.publish(CompressionTests.site, to: folder, since: first.fingerprint).made == ["index.html"])
        #expect(try FileTree.read(folder.output) == tree)
    }

    @Test func withAnotherCompressionAllIsMade() throws {
        let first = try Build(takesFingerprint: true).publish(CompressionTests.site, to: folder, since: nil).report
        let build = Build(compression: CompressionTests.both, takesFingerprint: true)
        #expect(try build.publish(CompressionTests.site, to: folder, since: first.fingerprint).made == CompressionTests.site.keys.sorted())
    }

    @Test func afterARestartOfTheSystemAllIsMade() throws {
        let first = try Build(takesFingerprint: true).publish(Self.site, to: folder, since: nil).report
        let build = Build(takesFingerprint: true, disk: DiskAccess(waits: false, session: { "another" }))
        #expect(try build.publish(Self.site, to: folder, since: first.fingerprint).made == Self.site.keys.sorted())
    }

    @Test func inAnotherOutputAllIsMade() throws {
        let first = try Build(takesFingerprint: true).publish(Self.site, to: folder, since: nil).report
        let other = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.output, toPath: other.output)
        #expect(try Build(takesFingerprint: true).publish(Self.site, to: other, since: first.fingerprint).made == Self.site.keys.sorted())
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func afterABuildInBetweenOnlyWhatThatOneChangedIsMade(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, takesFingerprint: true)
        let first = try build.publish(Self.site, to: folder, since: nil).report
        // The build in between remembers nothing.
        try Build(method: method).publish(Self.site.merging([Self.page: "Saljut"]) { $1 }, to: folder)
        let next = try build.publish(Self.site, to: folder, since: first.fingerprint)
        #expect(next.made.contains(Self.page))
        #expect(try FileTree.read(folder.path) == published(Self.site).under("public"))
    }

    /// A kill after each number of changes to the disk: the next build still has the old fingerprint.
    @Test(arguments: PublishOptions.Method.allCases)
    func afterAKillTheOldFingerprintKeepsNothingWrong(_ method: PublishOptions.Method) throws {
        let later = FingerprintTests.larger
        var changes = 0
        var isKilled = true
        while isKilled {
            let folder = try TemporaryFolder()
            let build = Build(method: method, takesFingerprint: true)
            let first = try build.publish(Self.site, to: folder, since: nil).report
            isKilled = try build.isKilled(publishing: later, to: folder, after: changes)
            for site in [Self.site, later] {
                _ = try build.publish(site, to: folder, since: first.fingerprint)
                #expect(try FileTree.read(folder.path) == published(site).under("public"), "\(changes) changes")
            }
            changes += 1
        }
        #expect(changes > 5)
    }
}
