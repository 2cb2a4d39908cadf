import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct FieldGuideTests {
    /// That of the example site, as the documentation has it.
    private static let guide = Result { try FieldGuide(try Sample.exampleSite()) }

    /// The registers of the tests of the shapes are others than those by which the guide was made.
    @Test(arguments: ViewShapeTests.Register.allCases)
    func whatTheGuideSaysOfNullHoldsOnEachPageOfOtherRegisters(register: ViewShapeTests.Register) throws {
        let guide = try Self.guide.get()
        let site = try SiteGenerator(try register.input())
        var faults: Set<String> = []
        for file in site.files {
            guard let template = file.template, let view = site.view(at: file.address) else { continue }
            let own = guide.templates.first { $0.name == template }?.fields ?? guide.own
            guard case .object(let object) = view else { continue }
            faults.formUnion(Self.faults(object, guide.common + own, at: template))
        }
        #expect(faults.sorted() == [])
    }

    private static func faults(_ object: TemplateObject, _ fields: [ViewField], at place: String) -> [String] {
        fields.flatMap { field -> [String] in
            let place = "\(place) › \(field.name)"
            switch (object[FieldName(field.name)], field.nullability) {
            case (nil, _): return []
            case (.null?, .never): return ["\(place) is null"]
            case (.null?, _): return []
            case (_?, .always): return ["\(place) is not null"]
            case (.object(let inner)?, _): return faults(inner, field.fields, at: place)
            case (.list(let items)?, _):
                return items.flatMap { if case .object(let item) = $0 { faults(item, field.fields, at: place) } else { [String]() } }
            case (_?, _): return []
            }
        }
    }

    @Test func itHasEveryFieldOfEveryShape() throws {
        let guide = try Self.guide.get()
        let shapes = PageKind.shapes(Sample.theme.publishedAssets, pages: [TemplatePage("own", title: LocalizedText("Own"))])
        for (template, shape) in shapes {
            guard case .object(let declared) = shape else { continue }
            let own = guide.templates.first { $0.name == template }?.fields ?? guide.own
            let told = Set((guide.common + own).map(\.name))
            #expect(declared.map(\.0.text).filter { !told.contains($0) } == [], "\(template)")
        }
    }

    @Test func aPartIsToldOnceAndAnObjectThatIsOneNamesIt() throws {
        let guide = try Self.guide.get()
        let craft = try #require(guide.templates.first { $0.name == "pages/spacecraft.html.mustache" })
        #expect(
            craft.fields.map { "\($0.name): \($0.kind) \($0.part ?? "-") \($0.nullability)" } == [
                "plate: object plate never", "doubts: list - never", "figure: object picture never", "description_html: html - sometimes",
                "facts: list fact never", "flight_table: object flight table sometimes", "timeline: object - sometimes",
                "tree: object tree never", "spread: object - sometimes", "siblings: object - sometimes",
                "neighbours: object adjacent pages never", "record: object - never",
            ])
        #expect(Set(guide.parts.map(\.name)).count == guide.parts.count)
    }

    @Test func aListOfLargerObjectsNamesThePartThatTheyBeginWith() throws {
        let dated = try #require(try Self.guide.get().own.first { $0.name == "spacecraft_by_date" })
        #expect(dated.part == "craft")
        #expect(dated.fields.suffix(2).map(\.name) == ["year", "begins_year"])
    }

    /// One that nothing uses would be told without being anywhere.
    @Test func eachPartOccursInAView() throws {
        let guide = try Self.guide.get()
        func parts(_ fields: [ViewField]) -> Set<String> {
            fields.reduce(into: []) { found, field in
                if let part = field.part { found.insert(part) }
                found.formUnion(parts(field.fields))
            }
        }
        let used = parts(guide.common + guide.templates.flatMap(\.fields) + guide.own)
        #expect(guide.parts.map(\.name).filter { !used.contains($0) } == [])
    }
}
