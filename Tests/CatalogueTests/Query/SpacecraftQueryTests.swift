import Testing

@testable import Catalogue

@Suite struct SpacecraftQueryTests {
    private func query(_ parameters: [(String, String)]) throws -> SpacecraftQuery {
        try SpacecraftQuery(parameters: parameters.map { (name: $0.0, value: $0.1) }, in: Fixture.catalogue())
    }

    @Test func aRequestWithoutParametersHasTheAPIsDefaults() throws {
        let query = try query([])
        #expect(query == SpacecraftQuery())
        #expect(query.limit == 10)
        #expect(query.offset == 0)
        #expect(query.mode == .normal)
    }

    @Test func everyParameterIsRead() throws {
        var expected = SpacecraftQuery()
        expected.search = ["soyuz", "tm"]
        expected.name = "Soyuz TM-4"
        expected.inSpace = false
        expected.isPlaceholder = false
        expected.status = 4
        expected.spacecraftConfig = 2
        expected.ordering = [.init(.timeInSpace, descending: true), .init(.id)]
        expected.limit = 20
        expected.offset = 40
        expected.mode = .detailed
        #expect(
            try query([
                ("search", "soyuz tm"), ("name", " Soyuz TM-4 "), ("in_space", "false"), ("is_placeholder", "0"), ("status", "4"),
                ("spacecraft_config", " 2"), ("ordering", "-time_in_space,id"), ("limit", "20"), ("offset", "40"), ("mode", "detailed"),
            ]) == expected)
    }

    @Test(arguments: [
        [("format", "json"), ("page", "3"), ("Status", "x"), ("time_in_space", "P1D")],
        [("search", ""), ("name", " "), ("in_space", ""), ("status", ""), ("ordering", ""), ("limit", ""), ("offset", ""), ("mode", "")],
        [("ordering", "name,,-,--id, serial_number"), ("mode", "list"), ("in_space", "yes"), ("is_placeholder", "2")],
        [("limit", "0"), ("offset", "0")],
        [("limit", "-5"), ("offset", "-5")],
        [("limit", "ten"), ("offset", "1.5")],
        [("status", "x"), ("status", "")],
    ])
    func whatIsUnknownEmptyOrNoSuchValueIsIgnored(parameters: [(String, String)]) throws {
        #expect(try query(parameters) == SpacecraftQuery())
    }

    @Test(arguments: [
        ("1", 1), ("99", 99), ("100", 100), ("101", 100), (" 7 ", 7), ("+7", 7), ("0007", 7), ("9223372036854775808", 100),
        ("99999999999999999999999", 100), ("-99999999999999999999999", 10),
    ])
    func aLimitIsLoweredToTheAPIsGreatest(value: String, limit: Int) throws {
        #expect(try query([("limit", value)]).limit == limit)
    }

    @Test func anOffsetTooLargeToCountIsPastTheEnd() throws {
        let catalogue = try Fixture.catalogue()
        let query = try query([("offset", "99999999999999999999999")])
        #expect(catalogue.spacecraft(matching: query).count == 5)
        #expect(catalogue.spacecraft(matching: query).results == [])
    }

    @Test(arguments: [("true", true), ("True", true), ("TRUE", true), ("1", true), ("false", false), ("False", false), ("0", false)])
    func truthIsSaidInWordsOrDigits(value: String, truth: Bool) throws {
        #expect(try query([("in_space", value)]).inSpace == truth)
        #expect(try query([("is_placeholder", value)]).isPlaceholder == truth)
    }

    @Test func ofARepeatedParameterTheLastCounts() throws {
        #expect(try query([("status", "x"), ("status", "1"), ("limit", "3"), ("status", "4"), ("limit", "5")]).status == 4)
    }

    @Test(arguments: ["x", "1.5", "99", "-4", "4,1", "99999999999999999999999"])
    func aStatusOrConfigurationThatTheCatalogueDoesNotHoldIsAnError(value: String) throws {
        let words = "Select a valid choice. That choice is not one of the available choices."
        #expect(throws: SpacecraftQueryError(messages: [.init(parameter: "status", text: words)])) {
            try query([("status", value)])
        }
        let both = SpacecraftQueryError(messages: [
            .init(parameter: "spacecraft_config", text: words), .init(parameter: "status", text: words),
        ])
        #expect(throws: both) {
            try query([("status", value), ("spacecraft_config", value), ("limit", "3")])
        }
    }
}
