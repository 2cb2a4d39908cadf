import Foundation
import Testing

/// The files with which tests compare their results: `Tests/Fixtures/Sites/NAME/expected/…`.
///
/// With `HANGAR_ACCEPT=1` in the environment, the results are written there instead. Look at them with `git diff`.
struct ExpectedFiles {
    private let folder: URL
    private let isAccepting = ProcessInfo.processInfo.environment["HANGAR_ACCEPT"] == "1"

    init(site: String) {
        folder = ExpectedFiles.fixtures.appending(path: "Sites/\(site)/expected")
    }

    static var fixtures: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
    }

    func compare(_ path: String, with bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: path)
        if isAccepting {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            return
        }
        let expected = FileManager.default.contents(atPath: file.path).map(Array.init)
        guard expected != bytes else { return }
        Issue.record(
            "\(file.path) is not what is made now: \(Self.difference(expected, bytes)). If that is right: HANGAR_ACCEPT=1 swift test",
            sourceLocation: sourceLocation)
    }

    private static func difference(_ expected: [UInt8]?, _ actual: [UInt8]) -> String {
        guard let expected else { return "there is no such file" }
        let (old, new) = (lines(expected), lines(actual))
        let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        return "line \(first + 1) is '\(first < new.count ? new[first] : "")', was '\(first < old.count ? old[first] : "")'"
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
