import TemplateEngine
import Testing

/// Objects that are made with a layout are like those that are written with their names.
@Suite struct LayoutTests {
    private static let shape: TemplateShape = ["name": .text, "path": .text, "current": .bool]
    private static let link = ObjectLayout(shape)
    private static let size = ObjectLayout("width", "height")

    private let made = TemplateObject(Self.link, ["Mir", "mir/", true])
    private let written: TemplateObject = ["name": "Mir", "path": "mir/", "current": true]

    @Test func itHasItsNamesAndValuesInTheirOrder() {
        #expect(made.names == ["name", "path", "current"])
        #expect(made.values == ["Mir", "mir/", true])
        #expect(made.count == 3)
        #expect(made["path"] == "mir/")
        #expect(made["width"] == nil)
        #expect(made == written)
        #expect(TemplateValue.object(made).json(pretty: false) == TemplateValue.object(written).json(pretty: false))
    }

    @Test func aChangedCopyHasFieldsOfItsOwn() {
        var changed = made
        changed["path"] = nil
        changed["note"] = "new"
        #expect(changed == ["name": "Mir", "current": true, "note": "new"])
        #expect(made == written)
    }

    @Test func twoAreMergedNameByName() {
        let size = TemplateObject(Self.size, [3, 4])
        let merged: TemplateObject = ["name": "Mir", "path": "mir/", "current": true, "width": 3, "height": 4]
        #expect(made.merging(size) == merged)
        #expect(made.merging(size).merging(TemplateObject(Self.size, [5, 6]))["height"] == 6)
        #expect(made.merging(["name": "Soyuz"])["name"] == "Soyuz")
        #expect((["name": "Soyuz"] as TemplateObject).merging(made) == written)
    }

    @Test func templatesSeeNoDifference() throws {
        let template = "{{#links}}{{name}} {{path}}{{#current}}!{{/current}} {{/links}}{{^links}}none{{/links}}"
        let library = try TemplateLibrary([TemplateSource(name: "page.txt.mustache", bytes: Array(template.utf8), origin: "page")])
        let expected = "Mir mir/! Mir mir/! "
        #expect(try library.render("page.txt", ["links": [.object(made), .object(written)]]) == expected)
        #expect(try library.render("page.txt", ["links": [.object(made.shared()), .object(made.shared())]]) == expected)
    }

    @Test func eachOfManyNamesIsFoundAndNoOther() {
        let names = (0..<300).map { FieldName("field \($0)") }
        let many = TemplateObject(ObjectLayout(names), names.indices.map { .integer($0) })
        #expect(names.map { many[$0] } == names.indices.map { .integer($0) })
        #expect((300..<600).allSatisfy { many[FieldName("field \($0)")] == nil })
    }

    @Test func aMessageHasTheValuesOfItsLayout() throws {
        let rank = MessageLayout("craft.rank", "rank", "count")
        #expect(rank(2, 32) == .message("craft.rank", ["rank": 2, "count": 32]))
        #expect(rank(2, 32) != rank(3, 32))
    }
}
