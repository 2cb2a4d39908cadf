import Foundation
import Support
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// Files are changed, or the build is stopped, while it publishes. A fingerprint never describes a site wrongly.
@Suite struct FingerprintDuringBuildTests {
    static let old = ["index.html": "home", "a.html": "old a", "b.html": "old b", "same.html": "same"]
    static let new = ["index.html": "home", "a.html": "new a", "b.html": "new b", "c/index.html": "new c", "same.html": "same"]

    /// A disk on which `work` is run just before the `step`-th change of a build.
    final class Moment: Sendable {
        private let step: Int
        private let work: @Sendable () throws -> Void
        private let changes = Mutex(0)

        init(before step: Int, _ work: @escaping @Sendable () throws -> Void) {
            self.step = step
            self.work = work
        }

        var hasCome: Bool { changes.withLock { $0 > step } }

        var disk: DiskAccess {
            DiskAccess(
                before: { [self] (_, _) throws(Errno) in
                    let change = changes.withLock { changes in
                        defer { changes += 1 }
                        return changes
                    }
                    do { if change == step { try work() } } catch { throw Errno(code: 5) }
                }, waits: false)
        }
    }

    /// At each step of a build the file is changed in place, with the same size and times.
    @Test(arguments: PublishOptions.Method.allCases, ["index.html", "a.html", "b.html", "c/index.html", "same.html"])
    func aFileThatIsChangedMeanwhileGivesNoFingerprint(_ method: PublishOptions.Method, _ path: String) throws {
        var wrongSites = 0
        var step = 0
        while true {
            let folder = try TemporaryFolder()
            try Build(method: method).publish(Self.old, to: folder)
            let hand = Hand(folder.output)
            let timestamp = Moment(before: step) {
                guard case .file(let text) = try FileTree.read(hand.output)?.nodes[path] else { return }
                try hand.overwriteSecretly(path, String(text.reversed()))
            }
            let fingerprint = try Build(method: method, takesFingerprint: true, disk: timestamp.disk).publish(Self.new, to: folder)
                .fingerprint
            let isRight = try FileTree.read(folder.output) == published(Self.new)
            let report = try fingerprint.flatMap { try Build(method: method).publisher(folder.output).report(ifUnchangedSince: $0) }
            #expect(isRight || report == nil, "step \(step)")
            wrongSites += isRight ? 0 : 1
            guard timestamp.hasCome else { break }
            step += 1
        }
        #expect(step > 8)
        #expect(wrongSites > 0)
    }

    @Test(arguments: PublishOptions.Method.allCases, InterruptionTests.changes.filter { $0.before != nil })
    func afterAKillTheOldSealHoldsOnlyForTheOldSite(_ method: PublishOptions.Method, _ change: InterruptionTests.Change) throws {
        var step = 0
        var isStopped = true
        while isStopped {
            let folder = try TemporaryFolder()
            try change.others.write(to: folder.output)
            let build = Build(method: method, force: true, takesFingerprint: true)
            let fingerprint = try #require(try build.publish(change.before ?? [:], to: folder).fingerprint)
            let before = try FileTree.read(folder.output)
            isStopped = try kill(build, after: step, change.after, folder)
            if try build.publisher(folder.output).report(ifUnchangedSince: fingerprint) != nil {
                #expect(try FileTree.read(folder.path) == before?.under("public"), "step \(step)")
            }
            let next = try build.publish(change.after, to: folder)
            #expect(try FileTree.read(folder.path) == published(change.after, and: change.others).under("public"), "step \(step)")
            #expect(
                try build.publisher(folder.output).report(ifUnchangedSince: try #require(next.fingerprint))?.files == change.after.count)
            step += 1
        }
        #expect(step > 8)
    }

    /// - Returns: whether the build was stopped.
    private func kill(_ build: Build, after steps: Int, _ site: [String: String], _ folder: TemporaryFolder) throws -> Bool {
        let interruption = Interruption(after: steps)
        var killed = build
        killed.disk = interruption.disk
        do {
            let transaction = try killed.begin(folder)
            try build.add(site, to: transaction)
            _ = try transaction.publish()
        } catch is PublishError {
            return true
        }
        // The last steps only clear staging away. A build stopped there has done its work, and reports that.
        return interruption.changes.count == steps
    }
}
