import Foundation
import Testing

@testable import HangarKit

/// The table of Documentation/Configuration.md.
@Suite struct ConfigurationGuideTests {
    private struct Row {
        let key: String
        let initial: String
        let example: String
    }

    private func rows() throws -> [Row] {
        let text = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: repository + "/Documentation/Configuration.md")), as: UTF8.self)
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| key |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
        return try lines.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 4, "\(line)")
            let values = cells.map { $0.hasPrefix("`") ? $0.trimmingCharacters(in: ["`"]) : $0 }
            return Row(key: values[0], initial: values[1], example: values[3])
        }
    }

    @Test func everyKeyThatIsReadIsInTheTableAndNoOther() throws {
        #expect(try rows().map(\.key).sorted() == ConfigurationSchema.root.paths.sorted())
    }

    @Test func everyExampleIsOneAFileOfAllOfThemCanBeRead() throws {
        let yaml = try rows().map { Self.yaml($0.key, $0.example) }
        for (row, line) in zip(try rows(), yaml) {
            let required = smallestConfiguration.split(separator: "\n").filter { !$0.hasPrefix(row.key) }.joined(separator: "\n")
            #expect(throws: Never.self, "\(line)") { try SiteConfiguration(yaml: Array("\(required)\n\(line)".utf8), file: "hangar.yml") }
        }
    }

    @Test func everyDefaultIsWhatASiteGetsThatDoesNotSayIt() throws {
        let unsaid = try SiteConfiguration(yaml: Array(smallestConfiguration.utf8), file: "hangar.yml")
        let words = ["must be given", "no key", "none", "the title", "the words of the language"]
        for row in try rows() where !words.contains(row.initial) {
            let said = try SiteConfiguration(
                yaml: Array((smallestConfiguration + Self.yaml(row.key, row.initial)).utf8), file: "hangar.yml")
            #expect(said == unsaid, "\(row.key)")
        }
        #expect(unsaid.description == nil)
        #expect(unsaid.source.apiKeyVariable == nil)
        #expect(unsaid.author == .init(name: ""))
    }

    private static func yaml(_ path: String, _ value: String) -> String {
        let keys = path.split(separator: ".")
        return keys.enumerated().map { String(repeating: "  ", count: $0) + $1 + ":" }.joined(separator: "\n") + " \(value)\n"
    }
}
