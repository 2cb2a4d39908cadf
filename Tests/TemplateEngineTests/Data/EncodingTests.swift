import Foundation
import TemplateEngine
import Testing

@Suite struct EncodingTests {
    private struct Craft: Encodable {
        enum CodingKeys: String, CodingKey {
            case name, crew, mass, landed
            case isCrewed = "is_crewed"
        }

        struct Member: Encodable {
            let name: String
            var role: String?
        }

        var name = "Soyuz T-15"
        var crew = [Member(name: "Leonid Kizim", role: "commander"), Member(name: "Vladimir Solovyov")]
        var mass = 7020.0
        var landed: String?
        var isCrewed = true
    }

    private struct Page: Encodable {
        let body: SafeHTML
        let link: Link
    }

    /// Another type that vouches for its values.
    private struct Link: TrustedHTML {
        let number: Int
        var html: String { "<a href=\"/\(number)\">\(number)</a>" }
    }

    @Test func fieldsHaveTheNamesThatAreEncodedAndNilIsNull() throws {
        #expect(
            try TemplateValue(encoding: Craft()) == [
                "name": "Soyuz T-15",
                "crew": [["name": "Leonid Kizim", "role": "commander"], ["name": "Vladimir Solovyov", "role": nil]],
                "mass": 7020, "landed": nil, "is_crewed": true,
            ])
    }

    @Test func aNameWithoutValueIsNotLookedUpFurtherOut() throws {
        struct Outer: Encodable {
            var role = "station"
            var craft = Craft()
        }
        let library = try TemplateLibrary(sources(["page.txt.mustache": "{{#craft.crew}}{{name}}: {{role}}; {{/craft.crew}}"]))
        #expect(try library.render("page.txt", Outer()) == "Leonid Kizim: commander; Vladimir Solovyov: ; ")
    }

    @Test func valuesThatVouchForTheirHTMLStayHTML() throws {
        let page = Page(body: SafeHTML(vouchingFor: "<b>R&amp;D</b>"), link: Link(number: 3))
        let library = try TemplateLibrary(sources(["page.html.mustache": "<p title=\"{{link}}\">{{{body}}} {{link}}</p>"]))
        #expect(
            try library.render("page.html", page)
                == "<p title=\"&lt;a href=&quot;/3&quot;&gt;3&lt;/a&gt;\"><b>R&amp;D</b> <a href=\"/3\">3</a></p>")
        // JSONEncoder gives the keys in any order unless it is asked to sort them.
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(
            String(decoding: try encoder.encode(page), as: UTF8.self)
                == ##"{"body":"<b>R&amp;D</b>","link":"<a href=\"/3\">3</a>"}"##)
    }

    @Test func numbersHaveTheDigitsOfJSON() throws {
        let numbers: [Double] = [1, -2.5, 1e21, 2.5e-300, -0.0]
        #expect(
            try TemplateValue(encoding: numbers) == [1, .number("-2.5"), .number("1e+21"), .number("2.5e-300"), .number("-0")])
        #expect(try TemplateValue(encoding: [UInt64.max]) == [.number("18446744073709551615")])
        #expect(try TemplateValue(encoding: ["small": Int128(5)]) == ["small": 5])
        #expect(try TemplateValue(encoding: Float(0.1)) == .number("0.1"))
    }

    /// A value of each width, as a single value, in a field, and in a field that may be nil.
    private struct Widths<Number: FixedWidthInteger & Encodable & Sendable>: Encodable {
        var single = Number.max
        var list = [Number.min, Number.max]
        var present: Number? = Number.max
        var absent: Number?
    }

    private func widths<Number: FixedWidthInteger & Encodable & Sendable>(_: Number.Type) throws -> Bool {
        let (least, most) = (TemplateValue.number("\(Number.min)"), TemplateValue.number("\(Number.max)"))
        return try TemplateValue(encoding: Widths<Number>()).json(pretty: false)
            == (["single": most, "list": [least, most], "present": most, "absent": nil] as TemplateValue).json(pretty: false)
    }

    @Test func integersOfAllWidthsAreWhole() throws {
        #expect(try widths(Int.self))
        #expect(try widths(Int8.self))
        #expect(try widths(Int16.self))
        #expect(try widths(Int32.self))
        #expect(try widths(Int64.self))
        #expect(try widths(Int128.self))
        #expect(try widths(UInt.self))
        #expect(try widths(UInt8.self))
        #expect(try widths(UInt16.self))
        #expect(try widths(UInt32.self))
        #expect(try widths(UInt64.self))
        #expect(try widths(UInt128.self))
    }

    @Test func fieldsOfEveryTypeMayBeNil() throws {
        struct Record: Encodable {
            var flag: Bool? = true
            var text: String?
            var double: Double? = 2.5
            var float: Float? = 0.5
            var noFlag: Bool?
            var noDouble: Double?
            var noFloat: Float?
        }
        #expect(
            String(decoding: try TemplateValue(encoding: Record()).json(pretty: false), as: UTF8.self)
                == #"{"flag":true,"text":null,"double":2.5,"float":0.5,"noFlag":null,"noDouble":null,"noFloat":null}"#)
    }

    @Test func singleValuesAndListsAreValuesToo() throws {
        #expect(try TemplateValue(encoding: "a") == "a")
        #expect(try TemplateValue(encoding: [1, nil, 3]) == [1, nil, 3])
        #expect(try TemplateValue(encoding: String?.none) == nil)
        #expect(try TemplateValue(encoding: [[1], [], [2, 3]]) == [[1], [], [2, 3]])
    }

    @Test func aDictionaryIsInTheOrderOfItsKeys() throws {
        let names = ["d", "a", "c", "b", "e"]
        let value = try TemplateValue(encoding: Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
        #expect(String(decoding: value.json(pretty: false), as: UTF8.self) == #"{"a":"a","b":"b","c":"c","d":"d","e":"e"}"#)
    }

    @Test func templateValuesMayBePartsOfTheValue() throws {
        let view: [String: TemplateValue] = ["body": .html(Link(number: 1)), "list": [1, "a"]]
        #expect(try TemplateValue(encoding: view) == ["body": .html(SafeHTML(vouchingFor: "<a href=\"/1\">1</a>")), "list": [1, "a"]])
        #expect(try JSONEncoder().encode(TemplateValue.list([1, nil, "a", .number("2.5"), true])) == Data(#"[1,null,"a",2.5,true]"#.utf8))
    }

    @Test func theTypesOfFoundationAreWhatTheyEncodeThemselves() throws {
        struct Record: Encodable {
            let date = Date(timeIntervalSinceReferenceDate: 0.5)
            let url = URL(string: "https://example.org/a")
            let data = Data([1, 2])
        }
        #expect(
            try TemplateValue(encoding: Record()) == [
                "date": .number("0.5"), "url": ["relative": "https://example.org/a"], "data": [1, 2],
            ])
    }

    @Test func subclassesAddToTheFieldsOfTheirSuperclass() throws {
        class Base: Encodable {
            let id = 1
        }
        final class Derived: Base {
            enum CodingKeys: String, CodingKey { case name, tags }
            override func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("a", forKey: .name)
                var tags = container.nestedUnkeyedContainer(forKey: .tags)
                try tags.encode("x")
                var inner = tags.nestedContainer(keyedBy: CodingKeys.self)
                try inner.encode("y", forKey: .name)
                try super.encode(to: container.superEncoder())
            }
        }
        #expect(try TemplateValue(encoding: Derived()) == ["name": "a", "tags": ["x", ["name": "y"]], "super": ["id": 1]])
    }

    @Test func whatCannotBeEncodedIsReportedWithItsPath() throws {
        let error = #expect(throws: TemplateEncodingError.self) {
            try TemplateValue(encoding: ["craft": [Craft(), Craft(mass: .nan)]])
        }
        #expect(error?.codingPath == ["craft", "1", "mass"])
        #expect(
            error?.description == "craft.1.mass: the number is nan, which no template can print. Give a text, or nil, in its place")

        let library = try TemplateLibrary(sources(["page.html.mustache": "{{craft}}"]))
        let failure = #expect(throws: RenderError.self) { try library.render("page.html", ["craft": Double.infinity]) }
        #expect(failure?.encodingError?.codingPath == ["craft"])
        #expect(
            failure?.description
                == "page.html: the value at 'craft' cannot be encoded: the number is inf, which no template can print. Give a text, or nil, in its place"
        )
    }

    @Test func theErrorsOfATypeKeepTheirWordsAndGetTheirPlace() {
        struct Refusing: Encodable {
            struct Refusal: Error, CustomStringConvertible { let description = "not today" }
            func encode(to encoder: any Encoder) throws { throw Refusal() }
        }
        struct Invalid: Encodable {
            func encode(to encoder: any Encoder) throws {
                throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: "out of range"))
            }
        }
        let refused = #expect(throws: TemplateEncodingError.self) { try TemplateValue(encoding: ["a": [Refusing()]]) }
        #expect(refused?.description == "a.0: not today. Change the value, or what its type encodes")
        let invalid = #expect(throws: TemplateEncodingError.self) { try TemplateValue(encoding: ["a": Invalid()]) }
        #expect(invalid?.description == "a: out of range. Change the value, or what its type encodes")
        let whole = #expect(throws: TemplateEncodingError.self) { try TemplateValue(encoding: Refusing()) }
        #expect(whole?.description == ".: not today. Change the value, or what its type encodes")
    }

    @Test func aValueThatContainsItselfIsAnError() {
        final class Node: Encodable {
            var next: Node?
        }
        let node = Node()
        node.next = node
        defer { node.next = nil }
        let error = #expect(throws: TemplateEncodingError.self) { try TemplateValue(encoding: node) }
        #expect(error?.what == "more than 256 levels of nesting")
        #expect(error?.remedy == "Look for a value that contains itself")
    }
}
