import Foundation
import Testing

/// The texts of `Tests/Fixtures/Sanitizer`, one on each line.
enum Corpus {
    struct Example: Decodable, Sendable, CustomTestStringConvertible {
        let title: String
        /// The source of a known attack.
        let source: String?
        let input: String
        let expected: String

        var testDescription: String { title }
    }

    /// The pieces that the generators combine.
    struct Parts: Decodable, Sendable {
        let schemes, places, namespaces, rawText, payloads, splices: [String]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/Sanitizer")

    static func examples(_ name: String) throws -> [Example] {
        let text = try String(contentsOf: folder.appending(path: "\(name).jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Example.self, from: Data($0.utf8)) }
    }

    static func inputs() throws -> [String] {
        try (attackClasses + harmlessClasses).flatMap { try examples($0).map(\.input) }
    }

    static func parts() throws -> Parts {
        try JSONDecoder().decode(Parts.self, from: Data(contentsOf: folder.appending(path: "parts.json")))
    }

    static let attackClasses = [
        "attacks/clobbering", "attacks/comments", "attacks/css", "attacks/embedding", "attacks/encodings", "attacks/event-handlers",
        "attacks/malformed", "attacks/namespaces", "attacks/nesting", "attacks/raw-text", "attacks/schemes", "attacks/scripts",
    ]
    static let harmlessClasses = ["harmless/markup", "harmless/plain"]
}
