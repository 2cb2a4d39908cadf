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
            case .sample: try Sample.input()
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
    }

    @Test(arguments: Register.allCases)
    func eachViewHasTheFieldsThatItsShapeDeclaresAllOfThemAndNoOthers(register: Register) throws {
        let input = try register.input()
        let shapes = PageKind.shapes(input.theme.publishedAssets)
        let generator = try SiteGenerator(input)
        var seen: Set<String> = []
        for file in generator.files {
            guard case .view(let index, _) = file.content else { continue }
            let template = PageKind.templates[index]
            let view = try #require(generator.view(at: file.address), "\(file.address) has no view")
            let shape = try #require(shapes[template])
            let faults = ShapeFaults.of(view, by: shape)
            #expect(faults.isEmpty, "\(file.address)")
            seen.insert(template)
        }
        let atRoot: Set = register == .atRoot ? [] : ["pages/robots.txt.mustache"]
        let withFlights: Set = register == .withFlights ? [] : ["pages/timeline.html.mustache"]
        if register != .empty {
            #expect(Set(shapes.keys).subtracting(seen) == atRoot.union(withFlights).union(["pages/sitemap-index.xml.mustache"]))
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
