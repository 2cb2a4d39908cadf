import Publishing
import Support

/// One build of a small site, declared by a test.
package struct Build {
    package var method: PublishOptions.Method
    package var force: Bool
    package var compression: Compression
    package var takesFingerprint: Bool
    package var disk: DiskAccess

    package init(
        method: PublishOptions.Method = .inPlace, force: Bool = false, compression: Compression = .none, takesFingerprint: Bool = false,
        disk: DiskAccess = DiskAccess(waits: false)
    ) {
        self.method = method
        self.force = force
        self.compression = compression
        self.takesFingerprint = takesFingerprint
        self.disk = disk
    }

    package func publisher(_ output: String) -> Publisher {
        Publisher(
            output: output, options: .init(method: method, force: force, compression: compression, takesFingerprint: takesFingerprint),
            disk: disk)
    }

    package func begin(_ folder: TemporaryFolder, output: String? = nil) throws -> PublishTransaction {
        try publisher(output ?? folder.output).begin()
    }

    /// Publishes `site` in the same way as a command: a failing build is abandoned.
    @discardableResult
    package func publish(_ site: [String: String], to folder: TemporaryFolder, output: String? = nil) throws -> PublishReport {
        let transaction = try begin(folder, output: output)
        do {
            try add(site, to: transaction)
            return try transaction.publish()
        } catch {
            transaction.abandon()
            throw error
        }
    }

    /// Publishes `site` and makes only the files that cannot be kept from the last build. The inputs of a file are its text.
    ///
    /// - Returns: the report, and the files that were made.
    package func publish(
        _ site: [String: String], to folder: TemporaryFolder, since fingerprint: OutputFingerprint?
    ) throws -> (report: PublishReport, made: [String]) {
        let transaction = try publisher(folder.output).begin(since: fingerprint)
        do {
            var made: [String] = []
            for (path, text) in site.sorted(by: { $0.key < $1.key }) {
                let (bytes, kind) = (Array(text.utf8), Build.kind(of: path))
                let inputs = bytes.withUnsafeBytes { XXHash64.hash($0) }
                if try transaction.keep(path, kind: kind, inputs: inputs) == .kept { continue }
                try transaction.add(path, bytes, kind: kind, inputs: inputs)
                made.append(path)
            }
            return (try transaction.publish(), made)
        } catch {
            transaction.abandon()
            throw error
        }
    }

    /// Publishes `site` until a kill.
    ///
    /// - Parameter changes: the number of changes to the disk before the kill.
    /// - Returns: whether the kill came before the end.
    package func isKilled(publishing site: [String: String], to folder: TemporaryFolder, after changes: Int) throws -> Bool {
        var build = self
        build.disk = Interruption(after: changes).disk
        do {
            let transaction = try build.begin(folder)
            try add(site, to: transaction)
            _ = try transaction.publish()
            return false
        } catch is PublishError {
            return true
        }
    }

    /// Publishes `before`, and then `first` and `second`, each until a kill. It does so once for each pair of steps.
    ///
    /// - Parameter look: receives the remaining state and the numbers of changes.
    /// - Returns: the number of steps of the first build.
    package func killTwice(
        before: [String: String], first: [String: String], second: [String: String], look: (TemporaryFolder, String) throws -> Void
    ) throws -> Int {
        var firstChanges = 0
        var isFirstKilled = true
        while isFirstKilled {
            var secondChanges = 0
            var isSecondKilled = true
            while isSecondKilled {
                let folder = try TemporaryFolder()
                try publish(before, to: folder)
                isFirstKilled = try isKilled(publishing: first, to: folder, after: firstChanges)
                isSecondKilled = try isKilled(publishing: second, to: folder, after: secondChanges)
                try look(folder, "\(firstChanges) changes, then \(secondChanges)")
                secondChanges += 1
            }
            firstChanges += 1
        }
        return firstChanges
    }

    package func add(_ site: [String: String], to transaction: PublishTransaction) throws {
        for (path, text) in site.sorted(by: { $0.key < $1.key }) {
            try transaction.add(path, Array(text.utf8), kind: Build.kind(of: path))
        }
    }

    /// The kind that a path of a small site has.
    package static func kind(of path: String) -> FileKind {
        if path.hasPrefix("assets/") { return .asset }
        if path.hasSuffix(".xml") || path.hasSuffix(".json") { return .feed }
        return path == "index.html" || path.split(separator: "/").count == 2 ? .index : .page
    }
}

/// The content of the disk after only `site` was published.
package func published(_ site: [String: String], and others: FileTree = [:]) -> FileTree {
    var tree = others
    for (path, text) in site { tree.nodes[path] = .file(text) }
    return tree.with(manifest: Array(site.keys))
}
