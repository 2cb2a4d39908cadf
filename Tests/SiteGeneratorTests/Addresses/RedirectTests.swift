import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct RedirectTests {
    private func redirects(_ changes: Change...) throws -> [String] {
        let history = changes.enumerated().map { DatedChange(date: Timestamp(secondsSince1970: $0.offset), change: $0.element) }
        return Redirect.all(SiteModel(try Sample.input(history: history))).map { "\($0.from) → \($0.to)" }
    }

    private func renamed(_ from: String, _ to: String, kind: EntityKind = .spacecraft, id: Int = 126) -> Change {
        Sample.change(kind, id, to, ("name", from, to))
    }

    @Test func eachFormerNameLeadsToThePageOfToday() throws {
        #expect(
            try redirects(renamed("A", "B"), renamed("B", "Lark TM-4")) == [
                "spacecraft/126-a/ → spacecraft/126-lark-tm-4/", "spacecraft/126-b/ → spacecraft/126-lark-tm-4/",
            ])
    }

    @Test func aNameThatCameBackIsNoRedirect() throws {
        #expect(
            try redirects(renamed("Lark TM-4", "B"), renamed("B", "Lark TM-4")) == ["spacecraft/126-b/ → spacecraft/126-lark-tm-4/"])
    }

    @Test func aChangeOfNameThatDoesNotChangeTheAddressIsNoRedirect() throws {
        #expect(try redirects(renamed("LARK TM 4", "Lark TM-4")) == [])
    }

    @Test func anEntityThatIsGoneHasNoRedirects() throws {
        #expect(try redirects(renamed("A", "B", id: 9999)) == [])
    }

    @Test(
        arguments: [
            (.configuration, 2, "configurations/2-old/ → configurations/2-lark-tm/"),
            (.agency, 96, "agencies/96-old/ → agencies/96-larkworks/"),
            (.family, 1, "families/1-old/ → families/1-lark/"),
        ] as [(EntityKind, Int, String)])
    func everyKindWhoseHistoryIsKeptHasRedirects(kind: EntityKind, id: Int, redirect: String) throws {
        #expect(try redirects(renamed("Old", "New", kind: kind, id: id)) == [redirect])
    }

    @Test func ofAChangeWithoutAFormerNameNothingIsKnown() throws {
        #expect(try redirects(Sample.change(.spacecraft, 126, "Lark TM-4", ("name", nil, "Lark TM-4"), ("status", "1", "4"))) == [])
    }
}
