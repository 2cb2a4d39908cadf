import Synchronization
import TemplateEngine
import Testing

/// Objects that many pages show. Remembering their results must never have a visible effect.
@Suite struct SharedObjectTests {
    private static let row: TemplateObject = ["name": "Soyuz <3>", "path": "spacecraft/3/", "figures": [["text": "1 d", "share": 7]]]

    private func rendered(_ templates: [String: String], _ contexts: [TemplateValue]...) throws -> [String] {
        let template = try TemplateLibrary(sources(templates)).template("page.html.mustache")
        return try contexts.map { try template.renderHTML($0).html }
    }

    @Test func whatStandsAroundAnObjectIsAskedForEachTime() throws {
        let row = TemplateValue.object(Self.row.shared())
        let pages = try rendered(
            [
                "page.html.mustache": "{{#rows}}{{> row}}{{/rows}}",
                "row.html.mustache":
                    #"<a href="{{root}}{{path}}">{{name}}</a>{{#figures}}{{text}}{{#bars.time}}|{{share}}{{/bars.time}}{{^bars.time}}-{{/bars.time}}{{/figures}} "#,
            ],
            [["root": "../", "rows": .list([row, row]), "bars": ["time": true]]],
            [["root": "../../", "rows": .list([row]), "bars": ["time": false]]],
            [["root": "", "rows": .list([row])]])
        #expect(
            pages == [
                #"<a href="../spacecraft/3/">Soyuz &lt;3&gt;</a>1 d|7 <a href="../spacecraft/3/">Soyuz &lt;3&gt;</a>1 d|7 "#,
                #"<a href="../../spacecraft/3/">Soyuz &lt;3&gt;</a>1 d- "#, #"<a href="spacecraft/3/">Soyuz &lt;3&gt;</a>1 d- "#,
            ])
    }

    @Test func manyConditionsAreEachAnsweredForThemselves() throws {
        let row = TemplateValue.object((["name": "Mir"] as TemplateObject).shared())
        let numbers = 0..<200
        let body = numbers.map { "{{#on.c\($0)}}{{root}}\($0){{/on.c\($0)}}" }.joined(separator: " ")
        let on = TemplateObject(numbers.map { (FieldName("c\($0)"), .bool($0 % 3 == 0)) })
        let turn = numbers.map { $0 % 3 == 0 ? "../\($0)" : "" }.joined(separator: " ")
        let pages = try rendered(
            ["page.html.mustache": "{{#rows}}{{name}} \(body);{{/rows}}"],
            [["root": "../", "rows": .list([row, row, row]), "on": .object(on)]])
        #expect(pages == [String(repeating: "Mir \(turn);", count: 3)])
    }

    @Test func eachTurnHasWhatItsOwnObjectLeavesOpen() throws {
        let plain = TemplateValue.object((["name": "plain"] as TemplateObject).shared())
        let full = TemplateValue.object((["name": "full", "note": "own", "on": false] as TemplateObject).shared())
        let other: TemplateValue = ["name": "other", "note": "<its>"]
        let pages = try rendered(
            ["page.html.mustache": "{{#items}}{{name}} {{note}}{{#on}}!{{/on}} {{/items}}"],
            [["items": .list([plain, full, plain, other, plain]), "note": "outer", "on": true]], [["items": .list([full, plain, plain])]])
        #expect(pages == ["plain outer! full own plain outer! other &lt;its&gt;! plain outer! ", "full own plain  plain  "])
    }

    @Test func anAddressThatIsReplacedIsToldInEachTurn() throws {
        let told = Mutex(0)
        let item = TemplateValue.object((["name": "x"] as TemplateObject).shared())
        let library = try TemplateLibrary(
            sources(["page.html.mustache": #"{{#items}}<a href="{{link}}">{{name}}</a>{{/items}}"#]),
            options: TemplateOptions(unsafeURL: { _ in told.withLock { $0 += 1 } }))
        let page = try library.render("page.html", ["items": .list([item, item, item]), "link": "javascript:x"])
        #expect(page == String(repeating: ##"<a href="#unsafe">x</a>"##, count: 3))
        #expect(told.withLock(\.self) == 3)
    }

    @Test func partsOfOneAddressAreWrittenByWhatIsBeforeThem() throws {
        let item = TemplateValue.object((["name": "x"] as TemplateObject).shared())
        let page = try rendered(
            ["page.html.mustache": #"{{#items}}<a href="{{root}}{{path}}"></a><a href="{{empty}}{{path}}"></a>{{/items}}"#],
            [["items": .list([item, item]), "root": "../", "path": "javascript:x", "empty": ""]])
        let row = ##"<a href="../javascript:x"></a><a href="#unsafe"></a>"##
        #expect(page == [row + row])
    }

    @Test func anOuterValueThatIsAContextItselfIsSearchedFirst() throws {
        let item = TemplateValue.object((["name": "inner"] as TemplateObject).shared())
        let pages = try rendered(
            ["page.html.mustache": "{{#item}}{{#outer}}{{name}} {{/outer}}{{^outer}}none{{/outer}}{{/item}}"],
            [["item": item, "outer": true]], [["item": item, "outer": ["name": "outer"]]],
            [["item": item, "outer": [["name": "first"], ["name": "second"]]]], [["item": item, "outer": []]], [["item": item]])
        #expect(pages == ["inner ", "outer ", "first second ", "none", "none"])
    }

    @Test func theLoopAroundAnObjectIsAskedForItsTurn() throws {
        let item = TemplateValue.object((["name": "x"] as TemplateObject).shared())
        let pages = try rendered(
            ["page.html.mustache": "{{#items}}{{@index}}{{name}}{{^@last}}, {{/@last}}{{/items}}"],
            [["items": .list([item, item, item])]], [["items": .list([item])]])
        #expect(pages == ["0x, 1x, 2x", "0x"])
    }

    @Test func aLoopInsideAnObjectGivesWayToDataThatHasItsName() throws {
        let item = TemplateValue.object((["list": [1, 2]] as TemplateObject).shared())
        let pages = try rendered(
            ["page.html.mustache": "{{#item}}{{#list}}{{@index}}{{/list}}{{/item}}"], [["item": item]], [["item": item, "@index": "x"]],
            [["item": item]])
        #expect(pages == ["01", "xx", "01"])
    }

    @Test func aChangedCopyIsRenderedAsItIs() throws {
        let shared = Self.row.shared()
        var changed = shared
        changed["name"] = "Mir"
        let pages = try rendered(
            ["page.html.mustache": "{{#row}}{{name}}{{/row}}"], [["row": .object(shared)]], [["row": .object(changed)]],
            [["row": .object(shared)]])
        #expect(pages == ["Soyuz &lt;3&gt;", "Mir", "Soyuz &lt;3&gt;"])
        #expect(shared == Self.row)
    }

    @Test func twoLibrariesDoNotSeeEachOthersRenderings() throws {
        let view: TemplateValue = ["row": .object(Self.row.shared())]
        let first = try rendered(["page.html.mustache": "{{#row}}<b>{{name}}</b>{{/row}}"], [view], [view])
        let second = try rendered(["page.html.mustache": "{{#row}}<i>{{name}}</i>{{/row}}"], [view], [view])
        #expect(first == ["<b>Soyuz &lt;3&gt;</b>", "<b>Soyuz &lt;3&gt;</b>"])
        #expect(second == ["<i>Soyuz &lt;3&gt;</i>", "<i>Soyuz &lt;3&gt;</i>"])
    }

    @Test(arguments: [
        #"{{#row}}<a href="{{root}}{{x}}">{{/row}}"#, #"<a href="{{root}}{{#row}}{{x}}{{/row}}">"#,
        #"{{#row}}<a href="{{x}}{{root}}{{x}}">{{/row}}"#, #"{{#row}}<img src="{{root}}/{{x}}" srcset="{{root}}{{x}} 1x, {{x}}">{{/row}}"#,
        #"<img srcset="{{root}}{{#row}}{{x}}{{/row}}">"#, #"{{#row}}<a href="{{root}}?a={{x}}#{{x}}" title="{{root}}{{x}}">{{/row}}"#,
        #"{{#row}}<p>{{x}}{{root}}</p><script type="application/json">{{x}}</script>{{/row}}"#,
    ])
    func anAddressIsAsSafeAsBehindAnyOtherObject(page: String) throws {
        let template = try TemplateLibrary(sources(["page.html.mustache": page])).template("page.html.mustache")
        for root in ["", "../", "java", "https:", "x", "/a?b=", " "] {
            for value in HostileValueTests.values + ["spacecraft/3/", "script:alert(1)", ":y", " x", "https://a.example/", "12"] {
                let row: TemplateObject = ["x": .text(value)]
                let expected = try template.renderHTML([["root": .text(root), "row": .object(row)]]).html
                let shared = TemplateValue.object(row.shared())
                for _ in 0..<2 {
                    #expect(try template.renderHTML([["root": .text(root), "row": shared]]).html == expected)
                }
            }
        }
    }

    @Test func moreSectionsThanAreRememberedShowAnObjectAllTheSame() throws {
        let template = (0..<12).map { "{{#row}}\($0){{name}} {{/row}}" }.joined()
        let view: TemplateValue = ["row": .object((["name": "x"] as TemplateObject).shared())]
        let expected = (0..<12).map { "\($0)x " }.joined()
        #expect(try rendered(["page.html.mustache": template], [view], [view]) == [expected, expected])
    }

    @Test func warningsComeEachTime() throws {
        let reported = Mutex(0)
        let library = try TemplateLibrary(
            sources(["page.html.mustache": #"{{#row}}<a href="{{link}}">{{/row}}"#]),
            options: TemplateOptions(unsafeURL: { _ in reported.withLock { $0 += 1 } }))
        let view: TemplateValue = ["row": .object((["link": "javascript:alert(1)"] as TemplateObject).shared())]
        for _ in 0..<3 {
            #expect(try library.renderHTML("page.html.mustache", [view]).html == ##"<a href="#unsafe">"##)
        }
        #expect(reported.withLock { $0 } == 3)
    }

    @Test func aMistakeInTheDataIsAMistakeEachTime() throws {
        let template = try TemplateLibrary(sources(["page.html.mustache": "{{#row}}{{{name}}}{{/row}}"])).template("page.html.mustache")
        for _ in 0..<2 {
            #expect(throws: RenderError.self) { try template.renderHTML([["row": .object(Self.row.shared())]]) }
        }
    }

    @Test func theSizeOfAPageIsLimitedAlsoWhereItIsMadeOfMemories() throws {
        let library = try TemplateLibrary(
            sources(["page.html.mustache": "{{#rows}}{{text}}{{/rows}}"]), options: TemplateOptions(outputLimit: 100))
        let row = TemplateValue.object((["text": "0123456789"] as TemplateObject).shared())
        let view: TemplateValue = ["rows": .list(Array(repeating: row, count: 11))]
        #expect(throws: RenderError.self) { try library.renderHTML("page.html.mustache", [view]) }
    }

    @Test func manyThreadsMayComeUponAnObjectAtOnce() async throws {
        let template = try TemplateLibrary(sources(["page.html.mustache": "{{#rows}}{{page}}{{name}} {{/rows}}"]))
            .template("page.html.mustache")
        let rows = TemplateValue.list((0..<200).map { .object((["name": .integer($0)] as TemplateObject).shared()) })
        let pages = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for page in 0..<16 {
                group.addTask { (page, try template.renderHTML([["page": .text("\(page):"), "rows": rows]]).html) }
            }
            return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        let expected = (0..<16).map { page in (page, (0..<200).map { "\(page):\($0) " }.joined()) }
        #expect(pages == Dictionary(uniqueKeysWithValues: expected))
    }
}
