import Foundation
import TemplateEngine
import Testing

/// The examples in the documentation give the results that it shows.
@Suite struct DocumentationTests {
    @Test func theFirstPageShowsTheseTwoPrograms() throws {
        // begin
        struct Craft: Encodable {
            struct Member: Encodable {
                let name, page: String
            }

            let name: String
            let crew: [Member]
        }

        let page = """
            <h1>{{name}}</h1>
            <ul>
            {{#crew}}
            <li><a href="{{page}}">{{name}}</a>{{^@last}},{{/@last}}</li>
            {{/crew}}
            </ul>

            """
        let library = try TemplateLibrary([
            TemplateSource(name: "craft.html.mustache", bytes: Array(page.utf8), origin: "craft.html.mustache")
        ])
        let craft = Craft(
            name: "Soyuz T-15 <Mayak>",
            crew: [
                .init(name: "Leonid Kizim", page: "/people/1"),
                .init(name: "Vladimir Solovyov", page: "javascript:alert(1)"),
            ])
        // end
        let blocks = try Self.blocks(of: "TemplateEngine")
        let source = try String(contentsOfFile: #filePath, encoding: .utf8).split(separator: "// begin")[1].split(separator: "// end")[0]
        #expect(blocks[0].text == (try String(contentsOf: Self.package.appending(path: "Tests/Stranger/Page/main.swift"), encoding: .utf8)))
        #expect(
            blocks[1].text
                == "import TemplateEngine\n\n" + Self.unindented(String(source))
                + "print(try library.render(\"craft.html\", craft), terminator: \"\")\n")
        #expect(blocks[2].text == (try library.render("craft.html", craft)))
    }

    @Test func refusalsAreReportedAsTheArticleSays() throws {
        let blocks = try Self.blocks(of: "Escaping")
        #expect(blocks.count == 86)
        for index in stride(from: 0, to: blocks.count, by: 2) {
            let reported = mistakes(["page.html.mustache": String(blocks[index].text.dropLast())])
            #expect(reported.split(separator: "\n").first.map { $0 + "\n" } == blocks[index + 1].text[...])
        }
    }

    @Test func filtersAndLoopValuesPrintWhatTheArticleSays() throws {
        let blocks = try Self.blocks(of: "FiltersAndLoopValues")
        #expect(blocks.count == 30)
        for index in stride(from: 0, to: blocks.count, by: 3) {
            #expect(blocks[index..<index + 3].map(\.language) == ["mustache", "json", "text"])
            #expect(try render(blocks[index].text, data: blocks[index + 1].text) == blocks[index + 2].text)
        }
    }

    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The code blocks of an article.
    private static func blocks(of article: String) throws -> [(language: String, text: String)] {
        let file = package.appendingPathComponent("Sources/TemplateEngine/TemplateEngine.docc/\(article).md")
        var blocks: [(language: String, text: String)] = []
        var isOpen = false
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isOpen.toggle()
                if isOpen { blocks.append((String(line.dropFirst(3)), "")) }
            } else if isOpen {
                blocks[blocks.count - 1].text += line + "\n"
            }
        }
        return blocks
    }

    /// The text without the lines of the markers and the indentation of the test.
    private static func unindented(_ source: String) -> String {
        source.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map { $0.dropFirst(8) + "\n" }.joined()
    }
}
