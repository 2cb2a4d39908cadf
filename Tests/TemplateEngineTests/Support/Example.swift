import TemplateEngine
import Testing

/// A template, its input, and the expected text.
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

/// Renders a `.mustache` template. The data is JSON.
func render(_ template: String, data: String = "{}", partials: [String: String] = [:], options: TemplateOptions = .init()) throws -> String
{
    try render(
        ["page.mustache": template].merging(partials.map { ($0 + ".mustache", $1) }) { first, _ in first }, data: data, options: options)
}

/// Renders the template whose name begins with `page`. The names include their suffixes.
func render(_ templates: [String: String], data: String, options: TemplateOptions = .init()) throws -> String {
    let library = try TemplateLibrary(sources(templates), options: options)
    let page = try library.template(try #require(templates.keys.first { $0.hasPrefix("page.") }))
    let view = try TemplateValue(json: Array(data.utf8))
    var output: [UInt8] = []
    try page.render([view], into: &output)
    // Warnings would otherwise come more than once.
    if options.unsafeURL == nil { try expectSharingChangesNothing(page, [view], output) }
    return String(decoding: output, as: UTF8.self)
}

/// Renders with every object shared: once so that the results of sections are remembered, and once from memory.
func expectSharingChangesNothing(_ template: Template, _ contexts: [TemplateValue], _ expected: [UInt8]) throws {
    let shared = contexts.map(\.sharingAll)
    for _ in 0..<2 {
        var output: [UInt8] = []
        try template.render(shared, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == String(decoding: expected, as: UTF8.self), "with shared objects")
    }
}

func sources(_ templates: [String: String]) -> [TemplateSource] {
    templates.sorted { $0.key < $1.key }.map { TemplateSource(name: $0.key, bytes: Array($0.value.utf8), origin: $0.key) }
}

/// The mistakes reported when loading a set of templates, in the form that an author reads. Empty when there are none.
func mistakes(
    _ templates: [String: String], shapes: [String: TemplateShape] = [:], shared: [TemplateShape] = [], strict: Bool = false
) -> String {
    do throws(TemplateErrors) {
        _ = try TemplateLibrary(sources(templates), shapes: shapes, sharedShapes: shared, options: TemplateOptions(strict: strict))
        return ""
    } catch {
        return error.description
    }
}

extension TemplateValue {
    /// The same value with every object in it shared.
    var sharingAll: TemplateValue {
        switch self {
        case .null, .bool, .integer, .number, .text, .html: self
        case .list(let items): .list(items.map(\.sharingAll))
        case .object(let object): .object(TemplateObject(object.pairs.map { ($0.0, $0.1.sharingAll) }).shared())
        }
    }
}
