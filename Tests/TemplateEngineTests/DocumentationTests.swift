import Foundation
import TemplateEngine
import Testing

/// What the documentation shows is what happens.
@Suite struct DocumentationTests {
    @Test func theFirstPageShowsThisProgram() throws {
        // begin
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
        let view: TemplateValue = [
            "name": "Soyuz T-15 <Mayak>",
            "crew": [
                ["name": "Leonid Kizim", "page": "/people/1"],
                ["name": "Vladimir Solovyov", "page": "javascript:alert(1)"],
            ],
        ]
        var output: [UInt8] = []
        try library.template("craft.html.mustache").render([view], into: &output)
        // end
        let blocks = try Self.blocks(of: "TemplateEngine")
        let source = try String(contentsOfFile: #filePath, encoding: .utf8).split(separator: "// begin")[1].split(separator: "// end")[0]
        #expect(
            blocks[0].text
                == "import TemplateEngine\n\n" + Self.unindented(String(source))
                + "print(String(decoding: output, as: UTF8.self), terminator: \"\")\n")
        #expect(blocks[1].text == String(decoding: output, as: UTF8.self))
    }

    @Test func refusalsAreToldAsTheArticleSays() throws {
        let blocks = try Self.blocks(of: "Escaping")
        #expect(blocks.count == 86)
        for index in stride(from: 0, to: blocks.count, by: 2) {
            let told = mistakes(["page.html.mustache": String(blocks[index].text.dropLast())])
            #expect(told.split(separator: "\n").first.map { $0 + "\n" } == blocks[index + 1].text[...])
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

    /// The code blocks of an article.
    private static func blocks(of article: String) throws -> [(language: String, text: String)] {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
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

    /// Without the lines of the markers and the indentation of the test.
    private static func unindented(_ source: String) -> String {
        source.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map { $0.dropFirst(8) + "\n" }.joined()
    }
}
