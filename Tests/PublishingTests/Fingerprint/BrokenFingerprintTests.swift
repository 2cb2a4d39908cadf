import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Any change to a fingerprinted site is noticed, and the next build mends it.
@Suite struct BrokenFingerprintTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Tampering: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// The files that the next build writes.
        var mended: [String] = ["s/1/index.html"]
        let work: @Sendable (Hand) throws -> Void

        init(_ description: String, mended: [String] = ["s/1/index.html"], _ work: @escaping @Sendable (Hand) throws -> Void) {
            testDescription = description
            self.mended = mended
            self.work = work
        }
    }

    static let site = ["index.html": "home", "s/1/index.html": "Soyuz", "s/2/index.html": "Mir"]
    static let page = "s/1/index.html"

    static let tamperings = [
        Tampering("another text") { try $0.overwrite(page, "Sojuz TM") },
        Tampering("another text of the same size") { try $0.overwrite(page, "Sojuz") },
        Tampering("another text of the same size and with the same time") { try $0.overwriteSecretly(page, "Sojuz") },
        Tampering("another file") { try $0.replace(page, "Sojuz") },
        Tampering("another file with the same text", mended: []) { try $0.replace(page, "Soyuz") },
        Tampering("the same text written again", mended: []) { try $0.overwrite(page, "Soyuz") },
        Tampering("another time", mended: []) { try $0.touch(page) },
        Tampering("other permissions", mended: []) { try $0.setPermissions(page, 0o600) },
        Tampering("another name and back", mended: []) {
            try $0.move(page, to: "s/1/other.html")
            try $0.move("s/1/other.html", to: page)
        },
        Tampering("a second name", mended: []) { try $0.linkHard("s/1/second.html", to: page) },
        Tampering("gone") { try $0.remove(page) },
        Tampering("a hard link to another page in its place") {
            try $0.remove(page)
            try $0.linkHard(page, to: "s/2/index.html")
        },
        Tampering("a symbolic link to what it was in its place") {
            try $0.move(page, to: "s/1/other.html")
            try $0.link(page, to: "other.html")
        },
        Tampering("an empty folder in its place") {
            try $0.remove(page)
            try $0.makeFolder(page)
        },
        Tampering("its folder gone") { try $0.remove("s/1") },
        Tampering("two pages exchanged", mended: ["s/1/index.html", "s/2/index.html"]) {
            try $0.move("s/1", to: "s/3")
            try $0.move("s/2", to: "s/1")
            try $0.move("s/3", to: "s/2")
        },
        Tampering("a line of the manifest gone", mended: []) {
            try $0.replace(SitePath.manifest, "hangar-manifest 1\nindex.html\n\(page)\n")
        },
        Tampering("a line more in the manifest", mended: []) {
            try $0.replace("extra.html", "extra")
            try $0.replace(SitePath.manifest, "hangar-manifest 1\nextra.html\nindex.html\n\(page)\ns/2/index.html\n")
        },
    ]

    @Test(arguments: PublishOptions.Method.allCases, tamperings)
    func itIsNoticedAndMended(_ method: PublishOptions.Method, _ tampering: Tampering) throws {
        let build = Build(method: method, force: true, takesFingerprint: true)
        let fingerprint = try #require(try build.publish(Self.site, to: folder).fingerprint)
        try tampering.work(Hand(folder.output))
        #expect(try build.publisher(folder.output).report(ifUnchangedSince: fingerprint) == nil)
        let full = try build.publish(Self.site, to: folder)
        #expect(full.written == tampering.mended)
        let tree = try #require(try FileTree.read(folder.output))
        for (path, text) in Self.site { #expect(tree.nodes[path] == .file(text)) }
        #expect(tree.nodes[SitePath.manifest] == published(Self.site).nodes[SitePath.manifest])
        // The build that mends a hard link takes a name from the other page. This touches that page once more.
        let next = try build.publish(Self.site, to: folder)
        #expect(try build.publisher(folder.output).report(ifUnchangedSince: try #require(next.fingerprint)) == next)
    }

    @Test(arguments: PublishOptions.Method.allCases, tamperings)
    func aBuildThatKeepsWhatItCanMendsItToo(_ method: PublishOptions.Method, _ tampering: Tampering) throws {
        let build = Build(method: method, force: true, takesFingerprint: true)
        let fingerprint = try build.publish(Self.site, to: folder, since: nil).report.fingerprint
        try tampering.work(Hand(folder.output))
        let mending = try build.publish(Self.site, to: folder, since: try #require(fingerprint))
        #expect(mending.report.written == tampering.mended)
        let tree = try #require(try FileTree.read(folder.output))
        for (path, text) in Self.site { #expect(tree.nodes[path] == .file(text)) }
        #expect(tree.nodes[SitePath.manifest] == published(Self.site).nodes[SitePath.manifest])
    }

    @Test(arguments: PublishOptions.Method.allCases, ["", "hangar-manifest 9\n", "hangar-manifest 1\n../outside\n"])
    func aDamagedManifestIsForTheBuildToName(_ method: PublishOptions.Method, _ manifest: String) throws {
        let build = Build(method: method, takesFingerprint: true)
        let fingerprint = try #require(try build.publish(Self.site, to: folder).fingerprint)
        try Hand(folder.output).overwrite(SitePath.manifest, manifest)
        try Hand(folder.output).replace(SitePath.manifest, manifest)
        #expect(try build.publisher(folder.output).report(ifUnchangedSince: fingerprint) == nil)
        #expect(throws: PublishError.self) { try build.publish(Self.site, to: folder) }
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func aFolderReplacedByALinkToItIsForTheBuildToName(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, takesFingerprint: true)
        let fingerprint = try #require(try build.publish(Self.site, to: folder).fingerprint)
        let hand = Hand(folder.output)
        try hand.move("s", to: "../elsewhere")
        try hand.link("s", to: "../elsewhere")
        #expect(try build.publisher(folder.output).report(ifUnchangedSince: fingerprint) == nil)
        let error = #expect(throws: PublishError.self) { try build.publish(Self.site, to: folder) }
        #expect(error?.kind == .foreign)
    }

    @Test func aFileThatCannotBeReadIsWrittenAgain() throws {
        // Root reads everything.
        let build = Build(takesFingerprint: true)
        let fingerprint = try #require(try build.publish(Self.site, to: folder).fingerprint)
        try Hand(folder.output).setPermissions(Self.page, 0)
        #expect(try build.publisher(folder.output).report(ifUnchangedSince: fingerprint) == nil)
        let full = try build.publish(Self.site, to: folder)
        #expect(full.written == (getuid() == 0 ? [] : [Self.page]))
        #expect(try build.publisher(folder.output).report(ifUnchangedSince: try #require(full.fingerprint)) != nil)
    }

    /// The clock of the disk may not have advanced between the publication and the change.
    @Test(arguments: PublishOptions.Method.allCases)
    func aChangeRightAfterThePublicationIsNoticed(_ method: PublishOptions.Method) throws {
        let build = Build(method: method, takesFingerprint: true)
        var text = "Soyuz"
        for round in 0..<60 {
            let fingerprint = try #require(try build.publish(Self.site.merging([Self.page: text]) { $1 }, to: folder).fingerprint)
            try Hand(folder.output).overwriteSecretly(Self.page, String(text.reversed()))
            #expect(try build.publisher(folder.output).report(ifUnchangedSince: fingerprint) == nil, "round \(round)")
            text = String(text.reversed())
        }
    }
}
