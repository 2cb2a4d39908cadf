import Foundation
import Testing

/// A page of the documentation, or a part of one, that the program or its tables write.
///
/// With `HANGAR_ACCEPT=1` in the environment it is written anew. Look at it with `git diff`.
struct GeneratedDocument {
    private let path: String
    private let part: String?
    private let isAccepting = ProcessInfo.processInfo.environment["HANGAR_ACCEPT"] == "1"

    /// - Parameter part: the name between `<!-- NAME -->` and `<!-- end of NAME -->`. Nil for the whole page.
    init(_ path: String, part: String? = nil) {
        self.path = path
        self.part = part
    }

    func compare(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: repository).appending(path: path)
        let page = part == nil && isAccepting ? "" : try String(contentsOf: file, encoding: .utf8)
        var expected = page.startIndex..<page.endIndex
        var text = text
        if let part {
            let begin = try #require(page.range(of: "<!-- \(part) -->\n"), "\(path) has no part '\(part)'", sourceLocation: sourceLocation)
            let end = try #require(
                page.range(of: "\n<!-- end of \(part) -->", range: begin.upperBound..<page.endIndex), sourceLocation: sourceLocation)
            expected = begin.upperBound..<end.lowerBound
            text = "\n" + text
        }
        guard page[expected] != text else { return }
        if isAccepting {
            try page.replacingCharacters(in: expected, with: text).write(to: file, atomically: true, encoding: .utf8)
            return
        }
        Issue.record(
            "\(path) is not what the program has: \(Self.difference(String(page[expected]), text)). HANGAR_ACCEPT=1 writes it anew.",
            sourceLocation: sourceLocation)
    }

    private static func difference(_ old: String, _ new: String) -> String {
        let (old, new) = (lines(old), lines(new))
        let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        return "line \(first + 1) is '\(first < new.count ? new[first] : "")', was '\(first < old.count ? old[first] : "")'"
    }

    private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
