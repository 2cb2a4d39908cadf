import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// Tables of craft and of counts.
@Suite struct TableViewTests {
    @Test func aRowOfCraftIsTheSameInEveryTable() throws {
        let site = ViewContext(try Sample.input())
        let rows = site.model.spacecraftByName.indices.map { site.fragments.row(CraftPosition($0)).brief }
        #expect(
            rows.first { $0.contains("Lark TM-4") }
                == #"""
                {"id":126,"name":"Lark TM-4","path":"spacecraft/126-lark-tm-4/","serial_number":"11F732A51 #54","silhouette":"capsule",\#
                "in_space":false,"is_placeholder":false,"mark":"changed",\#
                "configuration":{"name":"Lark TM","path":"configurations/2-lark-tm/"},\#
                "status":{"name":"Single Use","path":"statuses/4-single-use/"},\#
                "time_in_space":{"datetime":"P178DT22H54M29S","seconds":15461669,"share":34.1},\#
                "time_docked":{"datetime":"P363DT13H41M54S","seconds":31412514,"share":70.5,\#
                "doubt":"Doubtful: docked longer than in space"},"flights":{"count":1,"share":0},"mission_ends":{"count":1,"share":0}}
                """#
        )
        #expect(
            rows.first { $0.contains("Heron XL\",\"path") }
                == #"""
                {"id":700,"name":"Heron XL","path":"spacecraft/700-heron-xl/","serial_number":"TBD","silhouette":"cargo",\#
                "in_space":false,"is_placeholder":true,"configuration":{"name":"Heron XL","path":"configurations/3-heron-xl/"},\#
                "status":{"name":"Under construction","path":"statuses/5-under-construction/"},\#
                "time_in_space":{"absence":"not flown","share":0},"time_docked":{"absence":"not recorded","share":0,"unrecorded":true},\#
                "flights":{"count":0,"share":0},"mission_ends":{"share":0}}
                """#)
    }

    /// The heads of a table: `label (sorted) → address`.
    private func heads(_ table: TemplateObject) -> [String] {
        table.items("columns").map { column in
            let (sorted, href) = (column.text("sorted"), column.text("href"))
            return column.text("label") + (sorted.isEmpty ? "" : " (\(sorted))") + (href.isEmpty ? "" : " → \(href)")
        }
    }

    @Test func theHeadsOfTheIndexLeadToTheOtherOrdersAndThatOfItsOwnOrderToTheReverse() throws {
        let site = ViewContext(try Sample.input())
        let table = CraftTableView.index([CraftPosition(0)], id: "x", caption: "c", order: .timeDocked, isReversed: false, pager: nil, site)
        #expect(
            heads(table) == [
                "No. → spacecraft/by-id/", "Name → spacecraft/", "Serial number", "Configuration", "Status",
                "Time in space → spacecraft/by-time-in-space/", "Time docked (descending) → spacecraft/by-time-docked/ascending/",
                "Flights → spacecraft/by-flights/", "Mission ends → spacecraft/by-mission-ends/",
            ])
        let reversed = CraftTableView.index(
            [CraftPosition(0)], id: "x", caption: "c", order: .timeDocked, isReversed: true, pager: nil, site)
        #expect(heads(reversed)[6] == "Time docked (ascending) → spacecraft/by-time-docked/")
        #expect(
            table.part("orders")?.items("items").map { "\($0["current"] == true ? "[" : "")\($0.text("name"))" } == [
                "Name", "Number", "Time in space", "[Time docked", "Flights", "Mission ends",
            ])
    }

    @Test func theHeadsOfAnotherTableLeadNowhere() throws {
        let site = ViewContext(try Sample.input())
        let table = CraftTableView.list(CraftPosition.all(2), id: "x", caption: "c", site)
        #expect(
            heads(table) == [
                "No.", "Name", "Serial number", "Configuration", "Status", "Time in space", "Time docked", "Flights",
                "Mission ends",
            ])
        #expect(table["orders"] == .null)
        #expect(table["pager"] == .null)
        #expect(table.items("rows").count == 2)
    }

    @Test(arguments: [
        (TableOrder.name, []), (.id, []), (.timeInSpace, ["time_in_space"]), (.timeDocked, ["time_docked"]),
        (.flightsCount, ["flights_count"]), (.missionEndsCount, ["mission_ends_count"]),
    ])
    func barsStandInTheColumnOfTheOrderWhereItHasFigures(order: TableOrder, bars: [String]) throws {
        let table = CraftTableView.list([], id: "x", caption: "c", order: order, ViewContext(try Sample.input()))
        #expect(table.part("bars")?.pairs.filter { $0.1 == true }.map(\.0.text) == bars)
        #expect(CraftTableView.hasBars(order) == !bars.isEmpty)
    }

    @Test func aDoubtfulTimeIsNotedBelowTheTableThatHasOne() throws {
        let site = ViewContext(try Sample.input())
        let doubtful = try #require(site.model.spacecraftByName.firstIndex { $0.id == 126 }.map(CraftPosition.init))
        #expect(
            CraftTableView.list([doubtful], id: "x", caption: "c", site).text("doubt_note")
                == "Doubtful in the source: docked longer than in space.")
        #expect(CraftTableView.list([CraftPosition(doubtful.index + 1)], id: "x", caption: "c", site)["doubt_note"] == .null)
    }

    @Test func aCellOfACountTableTakesTheAlignmentOfItsColumnAndLeadsToPagesOfTheSiteOnly() {
        let table = CountTableView.make(
            id: "t", caption: "C", name: .init(key: "name", label: "N"), count: .init(key: "count", label: "M"),
            columns: [.init(key: "a", label: "A", isNumeric: true, drop: .wide)],
            rows: [
                .init(
                    name: "Row", path: "p/", silhouette: .lander, isCraft: true, isInSpace: true, mark: "new",
                    cells: [ValueView.make("x", path: "a/", link: "https://example.org/")], count: "3", share: .integer(7)),
                .init(name: "Bare", cells: [ValueView.unknown()], count: "0", share: .integer(0)),
            ])
        #expect(
            table.brief
                == #"""
                {"id":"t","caption":"C","columns":[{"key":"name","label":"N","numeric":false},\#
                {"key":"a","label":"A","numeric":true,"drop":"wide"},{"key":"count","label":"M","numeric":true}],\#
                "rows":[{"name":"Row","path":"p/","silhouette":"lander","is_ship":true,"alive":true,"mark":"new",\#
                "cells":[{"text":"x","path":"a/","known":true,"numeric":true,"drop":"wide"}],"count":"3","share":7},\#
                {"name":"Bare","is_ship":false,"alive":false,"cells":[\#
                {"text":"not recorded","known":false,"unrecorded":true,"numeric":true,"drop":"wide"}],"count":"0","share":0}]}
                """#)
    }

    @Test func aColumnThatSaysTheSameInEachRowIsSaidOnceInstead() {
        func table(_ cells: [[TemplateObject]]) -> TemplateObject {
            CountTableView.make(
                id: "t", caption: "C", name: .init(key: "name", label: "N"), count: .init(key: "count", label: "M"),
                columns: [.init(key: "a", label: "A"), .init(key: "b", label: "B"), .init(key: "c", label: "C")],
                rows: cells.map { CountTableView.Row(name: "Row", cells: $0, count: "1", share: .integer(0)) })
        }
        let (same, unknown) = (ValueView.make("same"), ValueView.unknown())
        let several = table([[same, unknown, ValueView.make("x")], [same, unknown, ValueView.make("y")]])
        #expect(several.items("columns").map { $0.text("key") } == ["name", "c", "count"])
        #expect(several.items("rows").map { $0.items("cells").map { $0.text("text") } } == [["x"], ["y"]])
        #expect(several.text("constants") == "The same in each row: A: same.")
        let one = table([[same, unknown, ValueView.make("x")]])
        #expect(one.items("columns").map { $0.text("key") } == ["name", "a", "b", "c", "count"])
        #expect(one["constants"] == .null)
    }

    @Test func aTableOfCraftLeavesOutWhatAllSayAndSaysItOnceButForThePagesOwn() throws {
        let site = ViewContext(try Sample.input())
        let table = CraftTableView.list(
            CraftPosition.all(2), id: "x", caption: "c", constants: [.configuration, .status, .missionEndsCount], own: .configuration,
            query: "status=4", site)
        #expect(heads(table) == ["No.", "Name", "Serial number", "Time in space", "Time docked", "Flights"])
        #expect(
            table.part("shown")?.brief
                == #"""
                {"serial_number":true,"configuration":false,"status":false,"time_in_space":true,"time_docked":true,\#
                "flights_count":true,"mission_ends_count":false}
                """#)
        #expect(table.text("constants") == "The same in each row: Status: Single Use; Mission ends: 1.")
        #expect(table.text("query") == "status=4")
    }

    @Test(
        arguments: [
            (nil, 10, "0"), (0, 10, "0"), (1, 3, "33.3"), (10, 10, "100"), (11, 10, "100"), (-1, 10, "0"), (1, 0, "0"), (1, 2_000, "0"),
            (1, 1_000, "0.1"),
        ] as [(Int?, Int, String)])
    func aBarHasItsShareOfTheFullLengthInPerCent(value: Int?, full: Int, share: String) {
        #expect(TemplateValue.share(value, of: full).brief == share)
    }
}
