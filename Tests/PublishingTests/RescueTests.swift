import Foundation
import Support
import TestSupport
import Testing

@testable import Publishing

/// Others may write into the output folder while a build by `swap` prepares the second tree.
@Suite struct RescueTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let late: FileTree = ["late.txt": "late", "own/late.txt": "late too", "notes.txt": "second thoughts"]

    /// Writes `late` into the output at the last moment before the exchange.
    func lateWriter(stopAfterExchange: Bool) -> DiskAccess {
        let output = folder.output
        return DiskAccess(
            before: { (change, name) throws(Errno) in
                if stopAfterExchange, change.hasPrefix("remove") || change == "move",
                    FileManager.default.fileExists(atPath: output + "/new.html")
                {
                    throw Errno(code: 5)
                }
                guard change == "exchange", name == "public" else { return }
                do {
                    // An editor saves in the same way: another inode under the old name.
                    try FileManager.default.removeItem(atPath: output + "/notes.txt")
                    try Self.late.write(to: output)
                } catch {
                    throw Errno(code: 5)
                }
            }, waits: false)
    }

    @Test func whatComesAtTheLastMomentIsCarriedOver() throws {
        try Build().publish(["index.html": "home"], to: folder)
        try FileTree(["notes.txt": "mine"]).write(to: folder.output)
        try Build(method: .swap, disk: lateWriter(stopAfterExchange: false)).publish(["new.html": "new"], to: folder)
        #expect(try FileTree.read(folder.path) == published(["new.html": "new"], and: Self.late).under("public"))
    }

    /// Stops the build directly after the exchange, when the late files are only in the old tree.
    func stoppedBuild() throws -> PublishTransaction {
        try Build().publish(["index.html": "home"], to: folder)
        try FileTree(["notes.txt": "mine"]).write(to: folder.output)
        let transaction = try Build(method: .swap, disk: lateWriter(stopAfterExchange: true)).begin(folder)
        try Build().add(["new.html": "new"], to: transaction)
        #expect(throws: PublishError.self) { try transaction.publish() }
        #expect(try FileTree.read(folder.output)?.nodes["late.txt"] == nil)
        return transaction
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func alsoWhenTheBuildIsKilledAfterTheExchange(_ next: PublishOptions.Method) throws {
        // The build is released without an end, as after a kill.
        _ = try stoppedBuild()
        try Build(method: next).publish(["new.html": "new"], to: folder)
        #expect(try FileTree.read(folder.path) == published(["new.html": "new"], and: Self.late).under("public"))
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func alsoWhenTheDiskFailsAfterTheExchange(_ next: PublishOptions.Method) throws {
        try stoppedBuild().abandon()
        try Build(method: next).publish(["new.html": "new"], to: folder)
        #expect(try FileTree.read(folder.path) == published(["new.html": "new"], and: Self.late).under("public"))
    }
}
