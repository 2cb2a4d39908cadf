import Foundation
import Support
import TestSupport
import Testing

@testable import Publishing

@Suite struct BeginTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func expectError(_ kind: PublishError.Kind, _ description: String, _ work: () throws -> Void) {
        let error = #expect(throws: PublishError.self) { try work() }
        #expect(error?.kind == kind)
        #expect(error?.description.replacing(folder.path, with: "~") == description)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func oneBuildAtATime(_ method: PublishOptions.Method) throws {
        let first = try Build(method: method).begin(folder)
        let error = #expect(throws: PublishError.self) { try Build(method: method).begin(folder) }
        #expect(error?.kind == .locked)
        #expect(error?.place == folder.output)
        let process = ProcessInfo.processInfo.processIdentifier
        #expect(
            error?.what.wholeMatch(of: /another build \(process (\d+), since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\) is at work on it/)?.1
                == "\(process)")
        #expect(error?.remedy == "Wait until it has ended, or stop it")
        // The refused one takes nothing from the one at work.
        try Build().add(["index.html": "home"], to: first)
        _ = try first.publish()
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"]).under("public"))
        try Build(method: method).begin(folder).abandon()
    }

    @Test func theTimeOfALockIsWrittenInUTC() {
        #expect(BuildLock.text(0) == "1970-01-01T00:00:00Z")
        #expect(BuildLock.text(951_827_696) == "2000-02-29T12:34:56Z")
    }

    @Test(arguments: PublishOptions.Method.allCases, [[:], ["index.html": "home"]] as [[String: String]])
    func anAbandonedBuildLeavesEverythingAsItWas(_ method: PublishOptions.Method, _ before: [String: String]) throws {
        try Build(method: method).publish(before, to: folder)
        let identity = try Identity.read(folder.output)
        let transaction = try Build(method: method).begin(folder)
        try Build().add(["index.html": "other", "a/b/c.html": "new"], to: transaction)
        transaction.abandon()
        transaction.abandon()
        #expect(try FileTree.read(folder.path) == published(before).under("public"))
        #expect(try Identity.read(folder.output) == identity)
    }

    @Test func anAbandonedFirstBuildLeavesNoFolders() throws {
        let transaction = try Build().begin(folder, output: folder.path + "/srv/www/public")
        try Build().add(["index.html": "other"], to: transaction)
        transaction.abandon()
        #expect(try FileTree.read(folder.path) == [:])
    }

    @Test(arguments: [
        ("", "output: no folder is named. Name one with --output"),
        ("/", "/: is the root of the disk. Name a folder of its own for the site"),
        ("~/none/..", "~/none/..: does not exist. Name the folder itself"),
        ("~/file", "~/file: cannot be opened as a folder: not a folder. Mend that and build again"),
        ("~/file/public", "~/file/public: cannot be opened: not a folder. Mend that and build again"),
        (
            "~/dangling",
            "~/dangling: is a symbolic link to 'nowhere', which cannot be opened: no such file or folder. Create that folder or remove the link"
        ),
    ])
    func anOutputThatCannotBeIsNamed(_ output: String, _ description: String) throws {
        let before: FileTree = ["file": "x", "dangling": .link(to: "nowhere")]
        try before.write(to: folder.path)
        expectError(.cannotWrite, description) { _ = try Build().begin(folder, output: output.replacing("~", with: folder.path)) }
        #expect(try FileTree.read(folder.path) == before)
    }

    @Test(arguments: [
        (["../up.html"], "'../up.html': is a segment '.' or '..' in the path. Give the file an address inside the site, like 'a/b.html'"),
        (["a", "a"], "'a': is published twice in one build. Give each file of the site an address of its own"),
        (["a", "a/b"], "'a/b': makes 'a' both a file and a folder. Give each file of the site an address of its own"),
        (["a/b", "a"], "'a': makes 'a' both a file and a folder. Give each file of the site an address of its own"),
    ])
    func aPathThatNoSiteCanHaveIsNamed(_ paths: [String], _ description: String) throws {
        let transaction = try Build().begin(folder)
        defer { transaction.abandon() }
        expectError(.badPath, description) {
            for path in paths { try transaction.add(path, [1], kind: .page) }
        }
    }

    /// A half-made page is private, but another member of the group may clear away after a killed build.
    @Test func whereFilesAreStagedTheGroupMayWriteAsTheUmaskSaysAndOthersMayNothing() throws {
        let transaction = try Build().begin(folder)
        defer { transaction.abandon() }
        func permissions(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        let openToAll = try #require(try permissions(folder.path))
        #expect(try permissions(folder.path + "/.public.staging") == openToAll & 0o770)
    }

    @Test func nothingComesAfterTheEnd() throws {
        let transaction = try Build().begin(folder)
        _ = try transaction.publish()
        expectError(.badPath, "'a': comes after the end of its build. Begin a new build") { try transaction.add("a", [1], kind: .page) }
        expectError(.badPath, "~/public: cannot be published: a file is missing, or the build has ended. Begin a new build") {
            _ = try transaction.publish()
        }
    }

    @Test func aStagingFolderOfOthersIsNotUsed() throws {
        let before: FileTree = [".public.staging/mine.txt": "x"]
        try before.write(to: folder.path)
        expectError(
            .foreign, "~/.public.staging: holds 'mine.txt', which no build put there. Move that folder away: builds are staged there"
        ) { _ = try Build().begin(folder) }
        #expect(try FileTree.read(folder.path) == before)
    }

    @Test func swapNeedsTheRealFolder() throws {
        let before: FileTree = ["real": .emptyFolder, "public": .link(to: "real")]
        try before.write(to: folder.path)
        expectError(
            .cannotWrite,
            "~/public: is a symbolic link, which the method swap cannot exchange. Name the folder itself (~/real), or use the method in-place"
        ) { _ = try Build(method: .swap).begin(folder) }
        #expect(try FileTree.read(folder.path) == before)
    }

    /// A disk on which the folder beside the output cannot be made, as for a user who owns only the output.
    static let closedParent = DiskAccess(
        before: { (change, name) throws(Errno) in
            if change == "create folder", name == ".public.staging" { throw Errno(code: EACCES) }
        }, waits: false)

    @Test func whereNothingCanBeMadeBesideTheOutputItIsStagedInside() throws {
        try Build().publish(["index.html": "home", "old.html": "old"], to: folder)
        let transaction = try Build(disk: Self.closedParent).begin(folder)
        #expect(FileManager.default.fileExists(atPath: folder.output + "/.hangar-staging"))
        try Build().add(["index.html": "new", "a/b.html": "page"], to: transaction)
        let report = try transaction.publish()
        #expect(report == PublishReport(files: 2, bytes: 7, written: ["a/b.html", "index.html"], unchanged: 0, removed: ["old.html"]))
        #expect(try FileTree.read(folder.path) == published(["index.html": "new", "a/b.html": "page"]).under("public"))
    }

    @Test func aBuildInsideAndOneBesideExcludeEachOther() throws {
        try Build().publish(["index.html": "home"], to: folder)
        let inside = try Build(disk: Self.closedParent).begin(folder)
        let error = #expect(throws: PublishError.self) { try Build().begin(folder) }
        #expect(error?.kind == .locked)
        inside.abandon()
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"]).under("public"))
    }

    @Test func whatABuildKilledInsideLeftGoesAlsoWhenTheNextIsBeside() throws {
        try Build().publish(["index.html": "home"], to: folder)
        do {
            let killed = try Build(disk: Self.closedParent).begin(folder)
            try Build().add(["index.html": "new"], to: killed)
        }
        #expect(FileManager.default.fileExists(atPath: folder.output + "/.hangar-staging/tree/index.html"))
        try Build().publish(["index.html": "home"], to: folder)
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"]).under("public"))
    }

    @Test func aStagingFolderThatCannotBeOpenedIsNotPassedBy() throws {
        try Build().publish(["index.html": "home"], to: folder)
        try FileTree([".public.staging": .link(to: "public")]).write(to: folder.path)
        expectError(.cannotWrite, "~/.public.staging: cannot be used for staging: not a folder. Mend that and build again") {
            _ = try Build().begin(folder)
        }
    }

    @Test func swapCannotStageInside() throws {
        try Build().publish(["index.html": "home"], to: folder)
        expectError(
            .cannotWrite,
            "~/public: cannot be exchanged: nothing can be made beside it on the same disk. "
                + "Make ~ writable for the user who builds, or use the method in-place"
        ) { _ = try Build(method: .swap, disk: Self.closedParent).begin(folder) }
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"]).under("public"))
    }

    @Test func withoutAnOutputFolderThereIsNoInside() throws {
        expectError(
            .cannotWrite,
            "~/.public.staging: cannot be used for staging: permission denied. Let the user who builds own it, or choose another output folder"
        ) { _ = try Build(disk: Self.closedParent).begin(folder) }
    }

    @Test func aDiskWithoutExchangeSaysSoBeforeTheWork() throws {
        try Build().publish(["index.html": "home"], to: folder)
        let old = DiskAccess(before: { (change, _) throws(Errno) in if change == "exchange" { throw Errno(code: EINVAL) } }, waits: false)
        expectError(
            .cannotWrite,
            "~/public: cannot be exchanged: this system or file system has no atomic exchange (Invalid argument). Use the method in-place"
        ) { _ = try Build(method: .swap, disk: old).begin(folder) }
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"]).under("public"))
    }

    /// A disk for a user who cannot give folders to others, or to groups that the user is not in.
    static let othersGroup = DiskAccess(
        before: { (change, _) throws(Errno) in if change == "change access" { throw Errno(code: EPERM) } }, waits: false)

    @Test func whereTheGroupOfTheOutputCannotBeGivenBesideItFilesAreStagedInside() throws {
        try Build().publish(["index.html": "home"], to: folder)
        try Hand(folder.output).setPermissions("", 0o2755)
        let transaction = try Build(disk: Self.othersGroup).begin(folder)
        #expect(FileManager.default.fileExists(atPath: folder.output + "/.hangar-staging"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.public.staging"))
        try Build().add(["index.html": "new"], to: transaction)
        _ = try transaction.publish()
        #expect(try FileTree.read(folder.path) == published(["index.html": "new"]).under("public"))
    }

    static let unkeptAccess: [(mode_t, String)] = [
        (
            0o2755,
            "~/public: cannot be exchanged: the user who builds cannot give the new folder its group. "
                + "Add that user to the group, or use the method in-place"
        ),
        (
            0o711,
            "~/public: cannot be exchanged: the user who builds cannot give the new folder its owner, group and permissions. "
                + "Let the user who owns it build, or use the method in-place"
        ),
    ]

    @Test(arguments: unkeptAccess)
    func swapRefusesAFolderWhoseAccessItCannotKeep(permissions: mode_t, _ description: String) throws {
        try Build().publish(["index.html": "home"], to: folder)
        try Hand(folder.output).setPermissions("", permissions)
        expectError(.cannotWrite, description) { _ = try Build(method: .swap, disk: Self.othersGroup).begin(folder) }
        #expect(try FileTree.read(folder.path) == published(["index.html": "home"]).under("public"))
    }
}
