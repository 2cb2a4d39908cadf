import Foundation
import HangarKit
import Publishing
import Support
import TestSupport

/// What stands in the way of one build.
enum Encounter: Sendable {
    /// Something is broken. The build must fail with this status and leave the output as it is. Then the fault is mended, or the build gets
    /// these options.
    case refusal(
        ExitStatus, breaking: @Sendable (OracleSite) throws -> Void, mending: @Sendable (OracleSite) throws -> Void = { _ in },
        options: [String] = [])
    /// A build of the next state is cut off after so many changes to the disk.
    case cut(after: Int)
    /// The site is built to another folder in between, with the same memory.
    case otherOutput(String)
}

extension OracleSite {
    /// Publishes files until the cut, as a build does that is killed there.
    ///
    /// - Returns: whether the cut came before the end.
    @discardableResult
    func publish(_ files: [String: Data], cutAfter changes: Int) throws -> Bool {
        var options = publishOptions
        options.force = true
        let publisher = Publisher(output: folder(output), options: options, disk: Interruption(after: changes).disk)
        let made = files.filter { !Self.isMadeByPublishing($0.key) }.sorted { $0.key < $1.key }
        do {
            let transaction = try publisher.begin()
            for (path, bytes) in made {
                try transaction.add(path, [UInt8](bytes), kind: path == "status.json" ? FileKind.status : Build.kind(of: path))
            }
            _ = try transaction.publish()
            return false
        } catch {
            return true
        }
    }

    static func isMadeByPublishing(_ path: String) -> Bool {
        path == ".hangar-manifest" || path.hasSuffix(".gz") || path.hasSuffix(".br")
    }
}
