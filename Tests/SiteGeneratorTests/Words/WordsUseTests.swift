import Foundation
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The keys of words are texts in Swift and in templates, which no compiler compares with the file of words.
@Suite struct WordsUseTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func texts(in folder: String, suffix: String) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: repository.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(suffix) }.map {
            try String(contentsOf: repository.appending(path: folder).appending(path: $0), encoding: .utf8)
        }
    }

    /// A message as it stands in Swift: `.message("craft.rank", ["place": …])` or `MessageLayout("craft.rank", "place")`.
    private struct Use: Equatable {
        let key: String
        let values: [String]
    }

    private static func uses(in source: String) -> [Use] {
        source.matches(of: /\bmessage\(\s*"([a-z_]+\.[a-z_]+)"/).map { match in
            Use(key: String(match.1), values: names(in: source[match.range.upperBound...]))
        }
            + source.matches(of: /\bMessageLayout\(\s*"([a-z_]+\.[a-z_]+)"((?:,\s*"[a-z_]+")*)\s*\)/).map { match in
                Use(key: String(match.1), values: match.2.matches(of: /"([a-z_]+)"/).map { String($0.1) })
            }
    }

    /// The names of a dictionary literal that follows, without those inside its values.
    private static func names(in rest: Substring) -> [String] {
        guard let start = rest.firstMatch(of: /^,\s*\[/) else { return [] }
        var names: [String] = []
        var depth = 1
        var text: String?
        for sign in rest[start.range.upperBound...] {
            switch (sign, text) {
            case ("\"", let name?):
                if depth == 1 { names.append(name) }
                text = nil
            case ("\"", nil): text = ""
            case (_, let name?): text = name + String(sign)
            case ("(", nil), ("[", nil), ("{", nil): depth += 1
            case (")", nil), ("]", nil), ("}", nil):
                depth -= 1
                if depth == 0 { return names }
            case (":", nil), (",", nil), (_, nil): break
            }
        }
        return names
    }

    @Test func theNamesOfAMessageAreReadFromSwift() {
        let source = """
            note: .message("a.b", ["x": .text(name), "y": .message("c.d", ["z": 1])]) ?? .message(
                "e.f", [:])
            static let rank = MessageLayout("g.h", "x", "y")
            """
        #expect(
            Self.uses(in: source) == [
                Use(key: "a.b", values: ["x", "y"]), Use(key: "c.d", values: ["z"]), Use(key: "e.f", values: []),
                Use(key: "g.h", values: ["x", "y"]),
            ])
    }

    @Test func swiftNamesOnlyKeysOfTheFileAndTheirValues() throws {
        let words = try Words(.standard, language: "en").messages
        let uses = try Self.texts(in: "Sources/SiteGenerator", suffix: ".swift").flatMap(Self.uses)
        #expect(uses.count > 150)
        for use in uses {
            let values = try #require(words.valueNames(of: use.key), "no words '\(use.key)'")
            let names = Set(values.map { String($0.prefix { $0 != "." }) })
            #expect(names.subtracting(use.values) == [], "'\(use.key)' in Swift lacks a value of the words")
        }
    }

    @Test func eachKeyOfTheFileIsUsed() throws {
        let swift = try Self.texts(in: "Sources/SiteGenerator", suffix: ".swift")
        let templates = try Self.texts(in: "Templates", suffix: ".mustache")
        var used = Set(swift.flatMap { $0.matches(of: /"([a-z_]+\.[a-z_]+)"/).map { String($0.1) } })
        used.formUnion(templates.flatMap { $0.matches(of: /words\.([a-z_]+\.[a-z_]+)/).map { String($0.1) } })
        #expect(try Words(.standard, language: "en").messages.keys.filter { !used.contains($0) } == [])
    }
}
