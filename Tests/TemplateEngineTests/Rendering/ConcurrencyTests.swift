import TemplateEngine
import Testing

@Suite struct ConcurrencyTests {
    @Test func oneLibraryRendersOnManyThreadsAtOnce() async throws {
        let library = try TemplateLibrary(
            sources([
                "page.html.mustache": "{{<layout}}{{$main}}{{#items}}{{>item}}{{/items}}{{/main}}{{/layout}}",
                "layout.html.mustache": "<main>{{$main}}{{/main}}</main>", "item.html.mustache": "<i>{{page}}:{{@index}}</i>",
            ]))
        let template = try library.template("page.html.mustache")
        let pages = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for page in 0..<64 {
                group.addTask {
                    (page, try template.renderHTML([["page": .integer(page)], ["items": [1, 2]]]).html)
                }
            }
            return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        #expect(pages == Dictionary(uniqueKeysWithValues: (0..<64).map { ($0, "<main><i>\($0):0</i><i>\($0):1</i></main>") }))
    }
}
