import HTMLSanitizer
import TemplateEngine

struct Comment: Encodable {
    struct Author: Encodable {
        let name: String
        var age: Int?
    }

    let title: String
    let body: SanitizedHTML
    let author: Author
}

let library = try TemplateLibrary(directory: "Templates")
let comment = Comment(
    title: "R&D", body: try Sanitizer(policy: SanitizerPolicy(elements: [.em: []])).sanitize("<em>a</em> <b>b</b>"),
    author: .init(name: "Ann <ann@example.org>"))
print(try library.render("page.html", comment))
