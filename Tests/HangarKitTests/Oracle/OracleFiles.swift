import Foundation
import TestSupport

/// What the changes do with files.
extension TemporaryFolder {
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: self(name)))) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self(name)) }

    /// - Parameters:
    ///   - keepingTimes: whether an existing file keeps its time of change.
    ///   - inPlace: whether an existing file stays the same file, with other bytes.
    func write(_ bytes: [UInt8], to name: String, keepingTimes: Bool = false, inPlace: Bool = true) throws {
        let times = keepingTimes && exists(name) ? try TreeState.status(self(name)).modified : nil
        try FileManager.default.createDirectory(
            atPath: (self(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: self(name)), options: inPlace ? [] : .atomic)
        guard let times else { return }
        guard utimensat(AT_FDCWD, self(name), [times, times], 0) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// Brings a file to what it was, or to its absence.
    func restore(_ bytes: [UInt8]?, to name: String) throws {
        if let bytes { try write(bytes, to: name) } else { try remove(name) }
    }
}
