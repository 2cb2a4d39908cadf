import Foundation
import Support
import Testing

@Suite final class AtomicFileTests {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "support-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: folder) } catch { print("cannot remove \(folder): \(error)") }
    }

    func names() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() }

    @Test func aFileIsReplacedAndItsFoldersAreMade() throws {
        let path = folder + "/a/b/c.txt"
        try AtomicFile.replace(path, with: Array("old".utf8))
        try AtomicFile.replace(path, with: Array("new".utf8), durable: false)
        #expect(try FileAccess.disk.contents(path) == Array("new".utf8))
        #expect(try names() == ["a", "a/b", "a/b/c.txt"])
    }

    @Test func whatAKilledRunLeftIsWrittenOver() throws {
        let left = folder + "/.c.txt.hangar-new"
        try Data("half".utf8).write(to: URL(fileURLWithPath: left))
        #expect(AtomicFile.isUnfinished(".c.txt.hangar-new"))
        #expect(!AtomicFile.isUnfinished("c.txt"))
        try AtomicFile.replace(folder + "/c.txt", with: Array("new".utf8))
        #expect(try names() == ["c.txt"])
    }

    @Test func aRefusalNamesTheFileAndLeavesNothing() throws {
        try FileManager.default.createDirectory(atPath: folder + "/c.txt/d", withIntermediateDirectories: true)
        let error = #expect(throws: OutputError.self) { try AtomicFile.replace(self.folder + "/c.txt", with: [1]) }
        #expect(error?.description == "\(folder)/c.txt: cannot be written: a folder is in its place. Mend that and run this again")
        #expect(try names() == ["c.txt", "c.txt/d"])
    }

    @Test func whatCannotBeReadIsNamed() {
        let error = #expect(throws: InputError.self) { try FileAccess.disk.contents(self.folder + "/none") }
        #expect(
            error?.fault
                == Fault(
                    place: folder + "/none", what: "cannot be read: No such file or directory", remedy: "Check the path and its permissions"
                ))
        #expect(FileAccess.disk.kind(folder) == .folder)
        #expect(FileAccess.disk.kind(folder + "/none") == nil)
    }

    @Test func aFolderBehindALinkToNothingIsNamedWithItsTarget() throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "/nowhere/at/all")
        let error = #expect(throws: OutputError.self) { try AtomicFile.replace(self.folder + "/link/a/c.txt", with: [1]) }
        #expect(
            error?.description
                == "\(folder)/link: is a symbolic link to '/nowhere/at/all', which is no folder. Create that folder or remove the link")
        #expect(try names() == ["link"])
    }

    @Test func aPrivateFileIsForTheUserAlone() throws {
        try AtomicFile.replace(folder + "/a/b/c.txt", with: [1], durable: false, isPrivate: true)
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: folder + path)[.posixPermissions] as? Int
        }
        #expect(try ["/a", "/a/b", "/a/b/c.txt"].map(mode) == [0o700, 0o700, 0o600])
    }
}
