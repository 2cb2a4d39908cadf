import Foundation

/// A folder of a test's own, gone at its end.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        // In memory where the system offers that: the tests make thousands of small sites, and a real disk waits for each rename.
        let memory = "/dev/shm"
        let home = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        path = (home as NSString).appendingPathComponent("publishing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("cannot remove \(path): \(error)")
        }
    }

    /// The path of the output folder that a test publishes to.
    package var output: String { path + "/public" }
}
