import TemplateEngine
import Testing

/// A template, what it is given, and the text that comes out.
struct Example: Sendable, CustomTestStringConvertible {
    let rule: String
    let template: String
    var data = "{}"
    var partials: [String: String] = [:]
    let expected: String

    init(_ rule: String, _ template: String, data: String = "{}", partials: [String: String] = [:], _ expected: String) {
        self.rule = rule
        self.template = template
        self.data = data
        self.partials = partials
        self.expected = expected
    }

    var testDescription: String { rule }

    func rendered() throws -> String {
        try render(template, data: data, partials: partials)
    }
}

/// Renders a `.mustache` template; the data is JSON.
func render(_ template: String, data: String = "{}", partials: [String: String] = [:], options: TemplateOptions = .init()) throws -> String
{
    try render(
        ["page.mustache": template].merging(partials.map { ($0 + ".mustache", $1) }) { first, _ in first }, data: data, options: options)
}

/// Renders the template whose name begins with `page`; names have their suffixes.
func render(_ templates: [String: String], data: String, options: TemplateOptions = .init()) throws -> String {
    let library = try TemplateLibrary(sources(templates), options: options)
    let page = try #require(templates.keys.first { $0.hasPrefix("page.") })
    var output: [UInt8] = []
    try library.template(page).render([Value(json: Array(data.utf8))], into: &output)
    return String(decoding: output, as: UTF8.self)
}

func sources(_ templates: [String: String]) -> [TemplateSource] {
    templates.sorted { $0.key < $1.key }.map { TemplateSource(name: $0.key, bytes: Array($0.value.utf8), origin: $0.key) }
}

/// What loading a set of templates says is wrong with it, as an author reads it; empty where nothing is.
func mistakes(
    _ templates: [String: String], shapes: [String: Shape] = [:], shared: [Shape] = [], strict: Bool = false
) -> String {
    do throws(TemplateErrors) {
        _ = try TemplateLibrary(sources(templates), shapes: shapes, sharedShapes: shared, options: TemplateOptions(strict: strict))
        return ""
    } catch {
        return error.description
    }
}
