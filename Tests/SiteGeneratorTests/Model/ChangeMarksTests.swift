import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct ChangeMarksTests {
    typealias Mark = ChangeMarks.Mark

    static func appeared(_ kind: EntityKind, _ ids: Int...) -> [Change] {
        ids.map { Change(EntityKey(kind, $0), name: "\(kind) \($0)", event: .appeared) }
    }
    static func changed(_ kind: EntityKind, _ id: Int) -> [Change] { [Sample.change(kind, id, "X", ("name", "Y", "X"))] }
    static func removed(_ kind: EntityKind, _ id: Int) -> [Change] { [Change(EntityKey(kind, id), name: "X", event: .removed)] }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        /// The changes of each fetch. The oldest fetch is first.
        let fetches: [[Change]]
        var hasDates = true
        /// The marks by the names that the pages would use: `spacecraft 107`.
        var marks: [String: Mark] = [:]
    }

    /// The sample has nine craft, four configurations, three agencies, three families.
    static let allCraft = appeared(.spacecraft, 107, 126, 130, 318, 551, 700, 701, 702, 703)

    static let cases = [
        Case(testDescription: "no history", fetches: []),
        Case(testDescription: "the first fetch, in which all appeared", fetches: [allCraft + appeared(.family, 1, 2, 3)]),
        Case(
            testDescription: "a history that begins with little", fetches: [appeared(.spacecraft, 107)]),
        Case(
            testDescription: "one more, and one changed", fetches: [allCraft, appeared(.spacecraft, 703) + changed(.agency, 63)],
            marks: ["spacecraft 703": .new, "agency 63": .changed]),
        Case(
            testDescription: "what an earlier fetch brought has no mark any more",
            fetches: [allCraft, appeared(.spacecraft, 703) + changed(.agency, 63), changed(.configuration, 2)],
            marks: ["spacecraft_configuration 2": .changed]),
        Case(
            testDescription: "appeared and changed in one fetch is new",
            fetches: [allCraft, appeared(.spacecraft, 703) + changed(.spacecraft, 703)], marks: ["spacecraft 703": .new]),
        Case(
            testDescription: "changed and gone",
            fetches: [allCraft, changed(.spacecraft, 107) + removed(.spacecraft, 107) + changed(.spacecraft, 126)],
            marks: ["spacecraft 126": .changed]),
        Case(
            testDescription: "gone and back", fetches: [allCraft, removed(.spacecraft, 107), appeared(.spacecraft, 107)],
            marks: ["spacecraft 107": .new]),
        Case(
            testDescription: "half of them new", fetches: [allCraft, appeared(.configuration, 1, 2)],
            marks: ["spacecraft_configuration 1": .new, "spacecraft_configuration 2": .new]),
        Case(
            testDescription: "more new than there were: the register was filled",
            fetches: [appeared(.spacecraft, 107), appeared(.spacecraft, 126, 130, 318, 551, 700) + changed(.spacecraft, 107)],
            marks: ["spacecraft 107": .changed]),
        Case(
            testDescription: "a kind of which there was none before",
            fetches: [allCraft, appeared(.family, 1, 2, 3) + changed(.agency, 63)],
            marks: ["agency 63": .changed]),
        Case(
            testDescription: "all of them changed", fetches: [allCraft, (1...3).flatMap { changed(.family, $0) }],
            marks: ["family 1": .changed, "family 2": .changed, "family 3": .changed]),
        Case(
            testDescription: "no dates", fetches: [allCraft, changed(.spacecraft, 107)], hasDates: false),
    ]

    @Test(arguments: cases)
    func markedIsWhatTheLatestFetchBrought(_ example: Case) throws {
        let history = example.fetches.enumerated().flatMap { number, changes in
            changes.map { DatedChange(date: example.hasDates ? Timestamp(secondsSince1970: 86_400 * number) : nil, change: $0) }
        }
        let catalogue = try Catalogue(Sample.contents)
        let marks = ChangeMarks(HistoryIndex(history), in: catalogue)
        var found: [String: Mark] = [:]
        func look<E: Entity>(_ entities: EntityTable<E>) {
            for entity in entities { found["\(E.kind.rawValue) \(entity.id)"] = marks.mark(of: entity) }
        }
        look(catalogue.spacecraft)
        look(catalogue.configurations)
        look(catalogue.agencies)
        look(catalogue.families)
        #expect(found == example.marks)
    }

    /// A family, an agency, a configuration and a craft that changed, and a craft that is new.
    static func site() throws -> Rendered {
        let latest =
            changed(.family, 1) + changed(.agency, 96) + changed(.configuration, 2)
            + changed(.spacecraft, 551) + appeared(.spacecraft, 107)
        let history =
            allCraft.map { DatedChange(date: Sample.firstFetch, change: $0) }
            + latest.map { DatedChange(date: Sample.lastFetch, change: $0) }
        return try Rendered(Sample.input(history: history))
    }

    static let new = " <span class=\"tag live\">new</span>"
    static let changed = " <span class=\"tag live\">changed</span>"

    @Test(arguments: [
        ("spacecraft/by-id/index.html", "Lark TM-23</a>\(new)</th>"),
        ("configurations/2-lark-tm/index.html", "Lark TM-23</a>\(new)</th>"),
        ("in-space/index.html", "Heron Freedom</a>\(changed)</th>"),
        ("records/index.html", "Heron Freedom</a>\(changed)</th>"),
        ("configurations/index.html", "Lark TM</a>\(changed)</th>"),
        ("agencies/63-federal-space-agency-fsa/index.html", "Lark TM</a>\(changed)</th>"),
        ("agencies/index.html", "Larkworks</a>\(changed)</th>"), ("families/index.html", "Lark</a>\(changed)</th>"),
    ])
    func aMarkStandsBesideTheNameInTables(path: String, words: String) throws {
        #expect(try Self.site()[path].contains(words))
    }

    @Test(arguments: [
        ("spacecraft/107-lark-tm-23/index.html", "new since"), ("spacecraft/551-heron-freedom/index.html", "changed"),
        ("configurations/2-lark-tm/index.html", "changed"), ("agencies/96-larkworks/index.html", "changed"),
        ("families/1-lark/index.html", "changed"),
    ])
    func andOnThePlateOfItsOwnPageWithTheDateAndTheWayToTheChanges(path: String, words: String) throws {
        #expect(
            try Self.site()[path].contains(
                "<a class=\"tag live\" href=\"../../changes/\">\(words) <time datetime=\"2026-03-01\">1\u{A0}March 2026</time></a></p>"))
    }

    @Test func theScriptOfTheIndexGetsTheMarksAsBits() throws {
        let index = try Self.site()["data/search.json"]
        #expect(index.contains(/\[107,"Lark TM-23","[^"]*","[^"]*",2,4,4,/))
        #expect(index.contains(/\[551,"Heron Freedom","[^"]*","[^"]*",1,1,9,/))
        #expect(index.contains(/\[130,"Lark TM-5",null,"[^"]*",2,4,64,/))
    }

    @Test func afterTheFirstFetchNoPageMarksAnythingAsNew() throws {
        let history = Self.allCraft.map { DatedChange(date: Sample.firstFetch, change: $0) }
        for (path, html) in try Rendered(Sample.input(history: history)).pages {
            #expect(!html.contains("live\">new"), "\(path)")
            #expect(!html.contains("label live"), "\(path)")
        }
    }
}
