import Catalogue
import Testing

@Suite struct CatalogueQueryTests {
    private func ids(_ request: String, in catalogue: Catalogue? = nil) throws -> [Int] {
        let catalogue = try catalogue ?? Fixture.catalogue()
        let parameters = request.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(parts[0]), value: String(parts[1]))
        }
        return try catalogue.spacecraft(matching: SpacecraftQuery(parameters: parameters, in: catalogue)).results.map(\.id.number)
    }

    @Test(arguments: [
        ("", [107, 126, 318, 551, 700]),
        ("in_space=true", [551]),
        ("in_space=false", [107, 126, 318, 700]),
        ("is_placeholder=true", [700]),
        ("status=4", [107, 126, 318]),
        ("spacecraft_config=2", [107, 126]),
        ("status=4&spacecraft_config=4", [318]),
        ("status=1&in_space=false", []),
        ("name=Soyuz TM-4", [126]),
        ("name=soyuz tm-4", []),
        ("name=Soyuz", []),
    ])
    func filtersHoldTogether(request: String, expected: [Int]) throws {
        #expect(try ids(request) == expected)
    }

    @Test(arguments: [
        ("search=soyuz", [107, 126]),
        ("search=SOYUZ 23", [107]),
        ("search=progress", [318]),
        ("search=progress-m", [318]),
        ("search=dragon", [551, 700]),
        ("search=crew 2", [551]),
        ("search=freedom 2", [551]),
        ("search=dragon soyuz", []),
        ("search=\"crew dragon\"", [551]),
        ("search=\"dragon crew\"", []),
        ("search='tm-4'", [126]),
        ("search=\"\"", [107, 126, 318, 551, 700]),
        ("search=C212", []),
        ("search=xyz", []),
        ("search=the quick brown fox jumps over the lazy dog and is longer than every name", []),
        ("search=soyuz&status=4&ordering=-time_docked", [126, 107]),
    ])
    func allWordsOccurInTheCraftsOrItsConfigurationsName(request: String, expected: [Int]) throws {
        #expect(try ids(request) == expected)
    }

    @Test(arguments: [
        ("search=ÉCLAIR", [107]),
        ("search=e\u{301}clair", [126]),
        ("search=clair", [107, 126]),
        ("search=союз", [318]),
        ("search=天舟", [551]),
        ("search=e", [126, 551]),
        ("name=Éclair", [107]),
        ("name=E\u{301}clair", [126]),
    ])
    func namesAreSearchedAndComparedScalarByScalarInEveryScript(request: String, expected: [Int]) throws {
        let catalogue = try Fixture.catalogue { contents in
            contents.configurations[0].name = "Z"
            contents.configurations[1].name = "Y"
            contents.configurations[3].name = "X"
            contents.spacecraft.removeLast()
            contents.spacecraft[0].name = "Éclair"
            contents.spacecraft[1].name = "E\u{301}clair"
            contents.spacecraft[2].name = "СОЮЗ"
            contents.spacecraft[3].name = "e天舟"
        }
        #expect(try ids(request, in: catalogue) == expected)
    }

    @Test(arguments: [
        ("ordering=id", [107, 126, 318, 551, 700]),
        ("ordering=-id", [700, 551, 318, 126, 107]),
        ("ordering=time_in_space", [318, 126, 107, 551, 700]),
        ("ordering=-time_in_space", [551, 107, 126, 318, 700]),
        ("ordering=time_docked", [318, 107, 126, 551, 700]),
        ("ordering=flights_count", [107, 126, 318, 551, 700]),
        ("ordering=-flights_count", [551, 107, 126, 318, 700]),
        ("ordering=flights_count,-time_in_space", [107, 126, 318, 551, 700]),
        ("ordering=flights_count,time_in_space", [318, 126, 107, 551, 700]),
        ("ordering=-mission_ends_count,-id", [551, 318, 126, 107, 700]),
        ("ordering=name,-id,time_in_space", [700, 551, 318, 126, 107]),
        ("ordering=nonsense", [107, 126, 318, 551, 700]),
    ])
    func severalKeysOrderOneAfterTheOtherNullComesLastTiesEndInTheOrderOfIds(request: String, expected: [Int]) throws {
        #expect(try ids(request) == expected)
    }

    @Test(arguments: [
        ("limit=2", [107, 126]),
        ("limit=2&offset=2", [318, 551]),
        ("limit=2&offset=4", [700]),
        ("offset=5", []),
        ("offset=500", []),
        ("limit=2&offset=1&ordering=-id", [551, 318]),
    ])
    func aPageIsAPartOfTheOrderedList(request: String, expected: [Int]) throws {
        #expect(try ids(request) == expected)
    }

    @Test func theAnswerCountsAllThatMatchNotThePageAlone() throws {
        let catalogue = try Fixture.catalogue()
        var query = SpacecraftQuery()
        query.status = 4
        query.limit = 1
        query.offset = 1
        let answer = catalogue.spacecraft(matching: query)
        #expect(answer.count == 3)
        #expect(answer.results == [Fixture.contents.spacecraft[1]])
    }

    @Test(arguments: [(10, 0, 10), (250, 5, 245), (.max, 1, 249), (.max, .max, 0), (0, 0, 0), (-1, -1, 0), (.min, .min, 0), (3, -7, 3)])
    func noLimitOrOffsetIsOutOfBounds(limit: Int, offset: Int, count: Int) throws {
        let catalogue = try Fixture.catalogue { contents in
            contents.spacecraft = (1...250).map { Spacecraft(id: RecordID($0), name: "Craft", statusID: 1, configurationID: 2) }
        }
        var query = SpacecraftQuery()
        query.limit = limit
        query.offset = offset
        let answer = catalogue.spacecraft(matching: query)
        #expect(answer.count == 250)
        #expect(answer.results.map(\.id.number) == Array((1...250).dropFirst(max(offset, 0)).prefix(count)))
    }

    @Test func pagesOfAnOrderFullOfTiesHoldEveryCraftOnce() throws {
        let catalogue = try Fixture.catalogue { contents in
            contents.spacecraft = (1...47).reversed().map {
                Spacecraft(id: RecordID($0), name: "Craft", flightsCount: $0 % 3, statusID: 1, configurationID: 2)
            }
        }
        let pages = try stride(from: 0, to: 50, by: 10).flatMap { try ids("ordering=-flights_count&offset=\($0)", in: catalogue) }
        #expect(pages == [2, 1, 0].flatMap { rest in (1...47).filter { $0 % 3 == rest } })
    }

    @Test func anyListOfCraftCanBeOrdered() {
        let craft = Array(Fixture.contents.spacecraft.reversed())
        #expect(Catalogue.order(craft, by: []).map(\.id) == [107, 126, 318, 551, 700])
        #expect(Catalogue.order(craft, by: [.init(.timeDocked, descending: true)]).map(\.id) == [551, 126, 107, 318, 700])
        #expect(Catalogue.orderedIndices(of: craft, by: [.init(.timeDocked, descending: true)]) == [1, 3, 4, 2, 0])
        #expect(Catalogue.orderedIndices(of: [], by: [.init(.id)]) == [])
    }
}
