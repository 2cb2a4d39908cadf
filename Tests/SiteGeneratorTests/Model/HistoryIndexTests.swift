import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct HistoryIndexTests {
    /// A page that shows some craft has changed when one of them has left, although that one is not on it.
    @Test(arguments: [
        (["status"], [] as [Spacecraft.ID], 3), (["status"], [3], 2), (["in_space"], [3], 1), (["name"], [], nil),
        (["status", "in_space"], [2, 3], 1),
    ])
    func theLastChangeOfSomeFieldsOfCraftThatAreNotThese(fields: [String], others: [Spacecraft.ID], date: Int?) {
        let changes: [(id: Int, field: String)] = [(1, "in_space"), (2, "status"), (3, "status")]
        let history = HistoryIndex(
            changes.map { id, field in
                let change = Change(
                    EntityKey(.spacecraft, id), name: "Lark", event: .changed([FieldChange(field: field, from: "1", to: "2")]))
                return DatedChange(date: Timestamp(secondsSince1970: id), change: change)
            } + [
                DatedChange(
                    date: Timestamp(secondsSince1970: 9),
                    change: Change(
                        EntityKey(.agency, 4), name: "Heronry", event: .changed([FieldChange(field: "status", from: nil, to: "2")])))
            ])
        #expect(history.lastChange(of: Set(fields), notOf: others)?.secondsSince1970 == date)
    }
}
