import Foundation
import TestSupport
import Testing

/// An output folder that several users share by a group. The tests run the command, because the umask belongs to a whole process.
@Suite struct SharedFolderTests {
    static let methods = ["in-place", "swap"]

    /// A site, and its output folder `www` with this mode and a group that new files do not get by themselves, if this user has one.
    static func site(_ method: String, www mode: mode_t) async throws -> TemporaryFolder {
        let folder = try await fetchedSite()
        try folder.write(smallestConfiguration + "publish: {method: \(method)}\n", to: "site/hangar.yml")
        try folder.write("", to: "www/")
        try #require(chown(folder("www"), uid_t.max, otherGroup) == 0)
        try #require(chmod(folder("www"), mode) == 0)
        return folder
    }

    /// Root may use any number. Others may use the groups that they are in.
    static var otherGroup: gid_t {
        if geteuid() == 0 { return 4_242 }
        var groups = [gid_t](repeating: 0, count: 256)
        let count = max(0, Int(getgroups(Int32(groups.count), &groups)))
        return groups.prefix(count).first { $0 != getegid() } ?? getegid()
    }

    static func build(_ folder: TemporaryFolder, umask: String) async throws -> Executable.Result {
        try await Executable.run(
            ["-c", "umask \(umask); exec \"$0\" build --quiet --site site --output www", Executable.path], program: "/bin/sh", in: folder)
    }

    /// The owners, groups and modes in `www`, each with the kinds of files that have them.
    static func access(_ folder: TemporaryFolder) throws -> Set<String> {
        let paths = [""] + (try FileManager.default.subpathsOfDirectory(atPath: folder("www"))).map { "/" + $0 }
        return Set(
            try paths.map { path in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder("www" + path))
                let kind = attributes[.type] as? FileAttributeType == .typeDirectory ? "folder" : "file"
                let mode = String(attributes[.posixPermissions] as? Int ?? 0, radix: 8)
                return "\(path.isEmpty ? "www" : kind) \(mode) \(attributes[.groupOwnerAccountID] ?? "none")"
            })
    }

    @Test(arguments: methods)
    func filesGetTheGroupOfTheOutputFolderAndTheUmaskDecidesTheirModes(method: String) async throws {
        let folder = try await Self.site(method, www: 0o2750)
        let group = Self.otherGroup
        #expect(try await Self.build(folder, umask: "027") == .init())
        #expect(try Self.access(folder) == ["www 2750 \(group)", "folder 2750 \(group)", "file 640 \(group)"])
        // Another member of the group, who lets the group write.
        try folder.write("title: Other\nbase_url: https://polar.example/\npublish: {method: \(method)}\n", to: "site/hangar.yml")
        #expect(try await Self.build(folder, umask: "002") == .init())
        let after = try Self.access(folder)
        #expect(after.isSuperset(of: ["www 2750 \(group)", "folder 2750 \(group)", "file 664 \(group)"]), "\(after)")
        #expect(after.allSatisfy { $0.hasSuffix(" \(group)") }, "\(after)")
    }

    @Test(arguments: methods)
    func aNewOutputFolderGetsWhatTheFolderAboveItGives(method: String) async throws {
        let folder = try await Self.site(method, www: 0o2775)
        try FileManager.default.moveItem(atPath: folder("www"), toPath: folder("srv"))
        let result = try await Executable.run(
            ["-c", "umask 002; exec \"$0\" build --quiet --site site --output srv/a/www", Executable.path], program: "/bin/sh", in: folder)
        #expect(result == .init())
        // So does a folder above it that was not there.
        try FileManager.default.moveItem(atPath: folder("srv/a"), toPath: folder("www"))
        let group = Self.otherGroup
        #expect(try Self.access(folder) == ["www 2775 \(group)", "folder 2775 \(group)", "file 664 \(group)"])
    }

    @Test(arguments: methods)
    func aFolderInTheOutputMayHaveAGroupOfItsOwn(method: String) async throws {
        let folder = try await Self.site(method, www: 0o755)
        #expect(try await Self.build(folder, umask: "022") == .init())
        try #require(chown(folder("www/spacecraft"), uid_t.max, Self.otherGroup) == 0)
        try #require(chmod(folder("www/spacecraft"), 0o2770) == 0)
        try folder.write("title: Other\nbase_url: https://polar.example/\npublish: {method: \(method)}\n", to: "site/hangar.yml")
        #expect(try await Self.build(folder, umask: "022") == .init())
        func mode(_ path: String) throws -> [Int?] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder(path))
            return [attributes[.posixPermissions] as? Int, (attributes[.groupOwnerAccountID] as? NSNumber)?.intValue]
        }
        #expect(try mode("www/spacecraft") == [0o2770, Int(Self.otherGroup)])
        #expect(try mode("www/spacecraft/index.html") == [0o644, Int(Self.otherGroup)])
        #expect(try mode("www/agencies/index.html") == [0o644, Int(getegid())])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a folder to another user"), arguments: methods)
    func aBuildByRootKeepsTheOwnerOfTheOutputFolder(method: String) async throws {
        let folder = try await Self.site(method, www: 0o2750)
        try #require(chown(folder("www"), 4_241, 4_242) == 0)
        #expect(try await Self.build(folder, umask: "077") == .init())
        let attributes = try FileManager.default.attributesOfItem(atPath: folder("www"))
        #expect((attributes[.ownerAccountID] as? NSNumber)?.intValue == 4_241)
        #expect(try Self.access(folder) == ["www 2750 4242", "folder 2700 4242", "file 600 4242"])
    }

    /// Two users of one group, and a folder `srv` with the output `www` in which both may write.
    private static func members(_ folder: TemporaryFolder) throws -> (OtherUser, OtherUser) {
        try folder.write("", to: "srv/")
        try FileManager.default.moveItem(atPath: folder("www"), toPath: folder("srv/www"))
        for path in ["srv", "srv/www"] {
            try #require(chown(folder(path), 4_301, 4_242) == 0)
            try #require(chmod(folder(path), 0o2775) == 0)
        }
        return (OtherUser(user: 4_301, groups: [4_301, 4_242]), OtherUser(user: 4_302, groups: [4_302, 4_242]))
    }

    private static let build = ["build", "--quiet", "--site", "site", "--output", "srv/www"]

    @Test(.enabled(if: geteuid() == 0, "only root can build as two users"), arguments: methods)
    func anotherMemberOfTheGroupBuildsIntoTheSameFolderOrLearnsWhyNot(method: String) async throws {
        let folder = try await Self.site(method, www: 0o2775)
        let (first, second) = try Self.members(folder)
        #expect(try await first.run(Self.build, umask: "002", in: folder) == .init())
        let before = try folder.identities(in: "srv")
        try folder.write("title: Other\nbase_url: https://polar.example/\npublish: {method: \(method)}\n", to: "site/hangar.yml")
        let result = try await second.run(Self.build, umask: "002", in: folder)
        if method == "swap" {
            #expect(
                result
                    == .init(
                        status: 73,
                        diagnostics:
                            "hangar: error: srv/www: cannot be exchanged: the user who builds cannot give the new folder its owner, "
                            + "group and permissions. Let the user who owns it build, or use the method in-place.\n"))
            #expect(try folder.identities(in: "srv") == before)
        } else {
            #expect(result == .init())
            #expect(try folder.text("srv/www/index.html").contains("<title>Other</title>"))
        }
        try FileManager.default.moveItem(atPath: folder("srv/www"), toPath: folder("www"))
        #expect(try Self.access(folder) == ["www 2775 4242", "folder 2775 4242", "file 664 4242"])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can build as two users"))
    func anotherMemberOfTheGroupClearsAwayAfterAKilledBuild() async throws {
        let folder = try await Self.site("in-place", www: 0o2775)
        let (first, second) = try Self.members(folder)
        // With a cache a build needs the clock of the disk, for which it changes the lock that another member owns.
        try folder.write("", to: "cache/")
        try #require(chmod(folder("cache"), 0o777) == 0)
        // What a build leaves that was killed: the folder where it worked, and its lock.
        let leave = "mkdir -m 2770 srv/.www.staging && echo 1 >srv/.www.staging/lock && chmod 660 srv/.www.staging/lock"
        #expect(try await first.run(["-c", leave], program: "/bin/sh", umask: "002", in: folder) == .init())
        #expect(try await second.run(Self.build, umask: "002", in: folder) == .init())
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("srv")) == ["www"])
        #expect(folder.exists("srv/www/index.html"))
        #expect(try !FileManager.default.subpathsOfDirectory(atPath: folder("cache")).isEmpty)
    }

    @Test(arguments: ["data", "site"])
    func aDataFolderThatCannotBeWrittenNamesNoOutputFolder(closed: String) async throws {
        let folder = try await fetchedSite()
        try folder.write(Records.page(Records.craft(11, "Aurora 1"), Records.craft(12, "Aurora II")), to: "records.json")
        if closed == "site" { try FileManager.default.removeItem(atPath: folder("site/data")) }
        let path = closed == "site" ? folder("site") : folder("site/data")
        try #require(chmod(path, 0o555) == 0)
        defer { chmod(path, 0o755) }
        let fetch = ["fetch", "--site", "site", "--from", "records.json"]
        let place = closed == "site" ? "site/data: cannot be created" : "site/data/history.jsonl: cannot be written"
        #expect(
            try await OtherUser.unprivileged(fetch, in: folder)
                == .init(
                    status: 73, diagnostics: "hangar: error: \(place): permission denied. Let the user who runs this write there.\n"))
    }

    @Test func aFileInAFolderThatLetsNobodyInIsNotSaidToExist() async throws {
        let folder = try await fetchedSite()
        try folder.write("", to: "site/Templates/words/")
        try #require(chmod(folder("site/Templates/words"), 0) == 0)
        defer { chmod(folder("site/Templates/words"), 0o755) }
        let remedy = "Run this as the user to whom the site folder belongs, or let a group of yours read it."
        for (arguments, name) in [(["words", "new", "pl"], "pl.yml"), (["theme", "eject", "Templates/words/de.yml"], "de.yml")] {
            #expect(
                try await OtherUser.unprivileged(arguments + ["--site", "site"], in: folder)
                    == .init(
                        status: 66,
                        diagnostics: "hangar: error: site/Templates/words/\(name): cannot be read: permission denied. \(remedy)\n"))
        }
    }

    @Test(arguments: ["site", "site/data"])
    func aSiteFolderThatLetsNobodyInIsNotSaidToBeEmpty(closed: String) async throws {
        let folder = try await fetchedSite()
        try #require(chmod(folder(closed), 0) == 0)
        defer { chmod(folder(closed), 0o755) }
        let file = closed == "site" ? "site/hangar.yml" : "site/data/snapshot.json"
        let remedy = "Run this as the user to whom the site folder belongs, or let a group of yours read it."
        #expect(
            try await OtherUser.unprivileged(["status", "--site", "site"], in: folder)
                == .init(status: 66, diagnostics: "hangar: error: \(file): cannot be read: permission denied. \(remedy)\n"))
    }
}
