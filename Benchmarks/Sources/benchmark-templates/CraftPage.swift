import Foundation
import Mustache
import TemplateEngine

/// The page that is rendered: its templates and its data, for either engine.
struct CraftPage {
    private let templates: [(name: String, text: String)]
    private let data: TemplateValue

    init(folder: String) throws {
        let root = URL(fileURLWithPath: folder)
        templates = try ["craft", "figure", "flight", "footer", "nav"].map { name in
            (name, try String(contentsOf: root.appendingPathComponent("mustache/\(name).html.mustache"), encoding: .utf8))
        }
        data = try TemplateValue(json: Array(try Data(contentsOf: root.appendingPathComponent("craft.json"))))
    }

    func parsingWithHangar() -> () throws -> [UInt8] {
        {
            _ = try library()
            return []
        }
    }

    func renderingWithHangar() throws -> () throws -> [UInt8] {
        let template = try library().template("craft.html.mustache")
        return {
            var output: [UInt8] = []
            try template.render([data], into: &output)
            return output
        }
    }

    private func library() throws -> TemplateLibrary {
        try TemplateLibrary(templates.map { TemplateSource(name: $0.name + ".html.mustache", bytes: Array($0.text.utf8), origin: $0.name) })
    }

    func parsingWithSwiftMustache() -> () throws -> [UInt8] {
        {
            _ = try mustacheLibrary()
            return []
        }
    }

    func renderingWithSwiftMustache() throws -> () throws -> [UInt8] {
        let library = try mustacheLibrary()
        let object = Self.object(data)
        return { Array((library.render(object, withTemplate: "craft") ?? "").utf8) }
    }

    private func mustacheLibrary() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for template in templates { try library.register(template.text, named: template.name) }
        return library
    }

    /// Values as swift-mustache reads them.
    private static func object(_ value: TemplateValue) -> Any {
        switch value {
        // The page has no messages.
        case .null, .message: [Any]()
        case .bool(let flag): flag
        case .integer(let integer): integer
        case .number(let digits), .text(let digits): digits
        case .html(let html): html.html
        case .list(let items): items.map(object)
        case .object(let fields): Dictionary(uniqueKeysWithValues: fields.pairs.map { ($0.0.text, object($0.1)) })
        }
    }
}
