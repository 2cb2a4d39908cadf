import Catalogue
import Testing

@testable import SiteGenerator

/// The orders of a list that is whole on one page.
@Suite struct OrderedListTests {
    /// Four entities, by name: a, b, c, d.
    private func orders(_ second: [Int?], isDescending: Bool = true) throws -> [ListOrder] {
        let list = OrderedList(
            address: "things/", heading: "Things",
            columns: [
                .name("Name"),
                .init(key: "craft_count", slug: "by-craft", label: "Craft", isDescending: isDescending) { _ in second },
                .init(key: "families_count", slug: "by-families", label: "Families") { _ in [7, 7, 7, 7] },
            ])
        return list.orders(SiteModel(try Sample.input()))
    }

    @Test func eachColumnGivesAnOrderBothWaysUnlessAllAreEqualInIt() throws {
        #expect(
            try orders([1, 2, 3, 4]).map { "\($0.address) \($0.words.english)" } == [
                "things/ by name", "things/by-name/descending/ by name, backwards", "things/by-craft/ most craft first",
                "things/by-craft/ascending/ fewest craft first",
            ])
        #expect(try orders([5, 5, 5, 5]).map(\.address) == ["things/", "things/by-name/descending/"])
    }

    @Test func whatIsNotRecordedComesLastBothWaysAndEqualOnesAreByName() throws {
        let orders = try orders([3, nil, 3, 8])
        #expect(orders.map { $0.ordered(["a", "b", "c", "d"]).joined() } == ["abcd", "dcba", "dacb", "acdb"])
        #expect(orders.map(\.isFirst) == [true, false, false, false])
    }

    @Test func theHeadOfAColumnLeadsToItsOrderAndThatOfTheOrderToItsReverse() throws {
        let orders = try orders([1, 2, 3, 4])
        #expect(
            orders.map { [$0.address(ofColumn: "name"), $0.address(ofColumn: "craft_count"), $0.sorted("craft_count")] } == [
                ["things/by-name/descending/", "things/by-craft/", nil], ["things/", "things/by-craft/", nil],
                ["things/", "things/by-craft/ascending/", "descending"], ["things/", "things/by-craft/", "ascending"],
            ])
        #expect(orders[0].address(ofColumn: "families_count") == nil)
        #expect(orders[2].caption.english == "Things, most craft first")
    }

    @Test func aColumnOfDatesBeginsWithTheEarliest() throws {
        #expect(
            try orders([3, nil, 1, 2], isDescending: false).suffix(2).map { "\($0.address) \($0.ordered(["a", "b", "c", "d"]).joined())" }
                == ["things/by-craft/ cdab", "things/by-craft/descending/ adcb"])
    }
}
