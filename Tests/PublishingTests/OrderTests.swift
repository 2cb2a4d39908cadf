import TestSupport
import Testing

@testable import Publishing

@Suite struct OrderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func changes(from before: [String: String]?, to after: [String: String], _ method: PublishOptions.Method = .inPlace) throws -> [String]
    {
        if let before { try Build(method: method).publish(before, to: folder) }
        let interruption = Interruption()
        let transaction = try Build(method: method, disk: interruption.disk).begin(folder)
        try Build().add(after, to: transaction)
        let staged = interruption.changes.count
        _ = try transaction.publish()
        return Array(interruption.changes[staged...])
    }

    @Test func aFirstBuildIsOneMove() throws {
        #expect(
            try changes(from: nil, to: InterruptionTests.oldSite) == [
                "create file .hangar-manifest", "write file .hangar-manifest", "move public", "remove file lock",
                "remove folder .public.staging",
            ])
    }

    @Test func whatIsNewComesFirstThenWhatChangedThenRemovals() throws {
        #expect(
            try changes(from: InterruptionTests.oldSite, to: InterruptionTests.newSite).upToLast("move .hangar-manifest") == [
                // All files, old and new, are named as Hangar's.
                "create file manifest", "write file manifest", "move .hangar-manifest",
                // New files that nothing links to yet: assets, then folders.
                "move 2.css", "move 2", "move f", "move 3",
                // Changed files: pages, then lists including the home page, then feeds.
                "move index.html", "move index.html", "move index.html", "move index.html", "move feed.json",
                // Removed files: pages, with the lists first, then the files that they used.
                "remove file index.html", "remove folder 1", "remove folder c", "remove file index.html", "remove folder 2",
                "remove folder s",
                "remove file 1.css", "remove folder assets",
                // Only the new files are named.
                "create file manifest", "write file manifest", "move .hangar-manifest",
            ])
    }
}

extension [String] {
    /// The changes up to this one, without clearing staging away, which follows the disk's order.
    fileprivate func upToLast(_ change: String) -> [String] { lastIndex(of: change).map { Array(self[...$0]) } ?? [] }
}
