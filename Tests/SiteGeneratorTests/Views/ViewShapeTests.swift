import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct ViewShapeTests {
    enum Register: CaseIterable {
        case sample, withFlights, empty
        /// At the root of its host.
        case atRoot

        func input() throws -> SiteInput {
            switch self {
            case .sample: try Self.withPagesOfItsOwn()
            case .withFlights: try Sample.inputWithFlights()
            case .atRoot:
                try {
                    var settings = Sample.settings
                    settings.baseURL = "https://example.org/"
                    return try Sample.input(settings: settings)
                }()
            case .empty: try Sample.input({ $0 = CatalogueContents() }, history: [], dataDate: .unknown, about: nil)
            }
        }

        /// A page from a text, and one from a template.
        private static func withPagesOfItsOwn() throws -> SiteInput {
            var input = try Sample.input()
            input.pages.append(OwnPage("contact", ["en": OwnText("# Contact\n\nBy mail.", form: .markdown)]))
            input.settings.pages = [TemplatePage("timeline", title: LocalizedText("Timeline"))]
            let template = Theme.File(path: "pages/timeline.html.mustache", bytes: Array("{{heading}}".utf8), origin: "timeline")
            input.theme = input.theme.overlaid(by: Theme(templates: [template], assets: []))
            return input
        }
    }

    @Test(arguments: Register.allCases)
    func eachViewHasTheFieldsThatItsShapeDeclaresAllOfThemAndNoOthers(register: Register) throws {
        let input = try register.input()
        let shapes = PageKind.shapes(input.theme.publishedAssets, pages: input.settings.pages)
        let generator = try SiteGenerator(input)
        var seen: Set<String> = []
        for file in generator.files {
            guard let template = file.template else { continue }
            let view = try #require(generator.view(at: file.address), "\(file.address) has no view")
            let shape = try #require(shapes[template])
            let faults = ShapeFaults.of(view, by: shape)
            #expect(faults.isEmpty, "\(file.address)")
            seen.insert(template)
        }
        let atRoot: Set = register == .atRoot ? [] : ["pages/robots.txt.mustache"]
        let own: Set = register == .sample ? [] : ["pages/content.html.mustache"]
        let withFlights: Set = register == .withFlights ? [] : ["pages/flights.html.mustache"]
        if register != .empty {
            let others = atRoot.union(own).union(withFlights)
            #expect(Set(shapes.keys).subtracting(seen) == others.union(["pages/sitemap-index.xml.mustache"]))
        }
    }
}

/// The places at which a value differs from its shape.
enum ShapeFaults {
    static func of(_ value: TemplateValue, by shape: TemplateShape, at place: String = "view") -> [String] {
        switch (shape.resolved, value) {
        case (.any, _), (_, .null), (.text, .text), (.number, .integer), (.number, .number), (.bool, .bool), (.html, .html): []
        case (.list(let item), .list(let items)): items.enumerated().flatMap { of($1, by: item, at: "\(place)[\($0)]") }
        case (.object(let fields), .object(let object)):
            object.names.filter { name in !fields.contains { $0.0 == name } }.map { "\(place).\($0.text) is not declared" }
                + fields.flatMap { name, shape in
                    object[name].map { of($0, by: shape, at: "\(place).\(name.text)") } ?? ["\(place).\(name.text) is missing"]
                }
        default: ["\(place) is \(value), declared as \(shape.noun)"]
        }
    }
}
