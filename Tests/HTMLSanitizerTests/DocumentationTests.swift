import Foundation
import HTMLSanitizer
import Testing

/// The examples in the documentation give the results that it shows.
@Suite struct DocumentationTests {
    @Test func theFirstPageShowsThisProgram() throws {
        // begin program
        let comment = "Δv <3 km/s, <b onclick=x()>R&D</b> <script>steal()</script>\n\n<a href='//example.org/a'>more</a>"
        let html = try Sanitizer().sanitize(comment)
        // end program
        let blocks = try Self.blocks(of: "HTMLSanitizer")
        #expect(
            blocks[0] == "import HTMLSanitizer\n\n" + (try Self.source(of: "program")) + "print(html.html)\nprint(html.plainText())\n")
        #expect(blocks[1] == html.html + "\n" + html.plainText() + "\n")
    }

    @Test func thePageOfPoliciesShowsThisOne() throws {
        // begin policy
        let policy = SanitizerPolicy(
            elements: [.p: [], .br: [], .em: [], .a: [.href]], schemes: ["https"], limits: .init(bytes: 10_000))
        let sanitizer = Sanitizer(policy: policy)
        // end policy
        #expect(try Self.blocks(of: "Policies") == [try Self.source(of: "policy")])
        #expect(policy.droppedWithContents == SanitizerPolicy.standard.droppedWithContents)
        #expect(
            try sanitizer.sanitize("<b>a</b> <em>b</em> <a href='https:c' title=d>e</a> <a href='http:c'>f</a>").html
                == "<p>a <em>b</em> <a href=\"https:c\" rel=\"nofollow noopener noreferrer\">e</a> f</p>")
    }

    /// The code blocks of an article.
    private static func blocks(of article: String) throws -> [String] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = package.appending(path: "Sources/HTMLSanitizer/HTMLSanitizer.docc/\(article).md")
        let parts = try String(contentsOf: file, encoding: .utf8).split(separator: "```", omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).map { part in
            parts[part].split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
        }
    }

    /// The text between two markers of this file, in the form that a program has it.
    private static func source(of name: String) throws -> String {
        let text = try String(contentsOfFile: #filePath, encoding: .utf8)
        let source = text.split(separator: "// begin \(name)\n")[1].split(separator: "        // end \(name)\n")[0]
        return source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(8) }.joined(separator: "\n")
    }
}
