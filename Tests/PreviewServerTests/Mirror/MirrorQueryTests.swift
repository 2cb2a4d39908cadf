import Catalogue
import LaunchLibrary
import Testing

@testable import PreviewServer

@Suite struct MirrorQueryTests {
    private func page(_ address: String) async throws -> Page {
        try await APIMirror(snapshot: Small.snapshot()).serving { root in try await Page(of: address, root) }
    }

    @Test(arguments: [
        ("", [901, 902, 903, 904]), ("search=aurora", [901, 902]), ("search=aurora+-2", [902]), ("search=буря", [903]),
        ("search=storm", [903, 904]), ("name=Storm", [904]), ("name=storm", []), ("name=%D0%91%D1%83%D1%80%D1%8F+%26+Co", [903]),
        ("in_space=true", [902]), ("in_space=False", [901, 903, 904]), ("in_space=perhaps", [901, 902, 903, 904]),
        ("is_placeholder=1", [904]), ("spacecraft_config=62", [903, 904]), ("status=4", [901]), ("status=1&status=4", [901]),
        ("ordering=-id", [904, 903, 902, 901]), ("ordering=-flights_count,-id", [902, 901, 903, 904]),
        ("ordering=time_in_space,-id", [903, 902, 904, 901]), ("ordering=nonsense", [901, 902, 903, 904]), ("limit=2", [901, 902]),
        ("limit=2&offset=3", [904]), ("offset=9", []), ("limit=0", [901, 902, 903, 904]), ("limit=x&offset=-1", [901, 902, 903, 904]),
        ("offset=99999999999999999999", []), ("unknown=1&format=json", [901, 902, 903, 904]),
    ])
    func craftTheParametersMeanWhatTheyMeanToTheAPI(query: String, ids: [Int]) async throws {
        #expect(try await page("spacecraft/?\(query)").ids == ids)
    }

    @Test(arguments: [
        ("", [61, 62]), ("agency=501", [61]), ("human_rated=true", [61]), ("human_rated=false", []), ("in_use=false", [62]),
        ("name=Storm", [62]), ("search=psb", [61]), ("search=works+storm", [62]), ("ordering=-name", [62, 61]),
        ("ordering=id", [61, 62]), ("limit=1&offset=1", [62]),
    ])
    func configurationsAreFilteredAndSearchedAsTheAPIDoes(query: String, ids: [Int]) async throws {
        #expect(try await page("spacecraft_configurations/?\(query)").ids == ids)
    }

    @Test(arguments: [
        ("", [30, 31]), ("manufacturer=501", [31]), ("manufacturer=502", []), ("name=Polar+Craft", [30]), ("search=bureau", [31]),
        ("search=polar", [30, 31]), ("ordering=name", [31, 30]),
    ])
    func familiesAreFilteredAndSearchedAsTheAPIDoes(query: String, ids: [Int]) async throws {
        #expect(try await page("spacecraft_configuration_families/?\(query)").ids == ids)
    }

    @Test(arguments: [
        ("", [501, 502]), ("abbrev=PSB", [501]), ("abbrev__contains=S", [501]), ("abbrev__contains=s", []),
        ("country_code=SE,NO", [501]),
        ("description=A+bureau.", [501]), ("description__contains=bureau", [501]), ("featured=true", [501]),
        ("founding_year=1958", [501]),
        ("founding_year__gt=1958", []), ("founding_year__gte=1958", [501]), ("founding_year__lt=1959", [501]),
        ("founding_year__lte=1957", []),
        ("id=502", [502]), ("name=Nordic+Works", [502]), ("name__contains=Space", [501]), ("spacecraft=true", [501, 502]),
        ("type__id=1", [501]), ("search=space", [501]), ("ordering=name", [502, 501]), ("ordering=-id", [502, 501]),
        ("ordering=featured", [501, 502]), ("total_launch_count=4", [501, 502]),
    ])
    func agenciesAreFilteredAndSearchedAsTheAPIDoes(query: String, ids: [Int]) async throws {
        #expect(try await page("agencies/?\(query)").ids == ids)
    }

    @Test(arguments: [
        ("spacecraft_configurations/?agency=7", "agency", "Select a valid choice. That choice is not one of the available choices."),
        (
            "spacecraft_configuration_families/?manufacturer=x", "manufacturer",
            "Select a valid choice. That choice is not one of the available choices."
        ), ("agencies/?founding_year__gt=long+ago", "founding_year__gt", "Enter a number."),
    ])
    func aFilterValueThatCannotBeIsRefused(address: String, parameter: String, message: String) async throws {
        let answer = try await APIMirror(snapshot: Small.snapshot()).serving { try await ask($0, "GET /2.3.0/\(address)") }
        #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\n"))
        #expect(answer.hasSuffix("\n\n{\"\(parameter)\":[\"\(message)\"]}"))
    }

    @Test(
        arguments: [
            ("spacecraft/?limit=2", "spacecraft/?limit=2&offset=2", nil),
            ("spacecraft/?offset=1&limit=2&format=json", "spacecraft/?format=json&limit=2&offset=3", "spacecraft/?format=json&limit=2"),
            ("spacecraft/?limit=1&offset=3", nil, "spacecraft/?limit=1&offset=2"), ("spacecraft/?limit=1000", nil, nil),
            ("spacecraft/?x=%26&limit=3&x=2", "spacecraft/?limit=3&offset=3&x=%26&x=2", nil),
            ("spacecraft/?limit=1&ordering=-id,time_docked", "spacecraft/?limit=1&offset=1&ordering=-id%2Ctime_docked", nil),
            ("spacecraft/?offset=9223372036854775807", nil, "spacecraft/?limit=10&offset=9223372036854775797"),
        ] as [(String, String?, String?)])
    func thePagesBeforeAndAfterHaveTheRequestsParametersByNameAndTheLimitAsItWasApplied(address: String, next: String?, previous: String?)
        async throws
    {
        let page = try await page(address)
        #expect(page.next == next)
        #expect(page.previous == previous)
    }

    @Test func aLimitIsTenWhenNoneIsNamedAndAHundredAtMostTheCountIsOfAllThatMatch() async throws {
        let mirror = APIMirror(snapshot: try .fleet(250))
        try await mirror.serving { root in
            let standard = try await Page(of: "spacecraft/", root)
            #expect(standard.ids == Array(1...10))
            #expect(standard.count == 250)
            #expect(standard.next == "spacecraft/?limit=10&offset=10")
            let greatest = try await Page(of: "spacecraft/?limit=1000", root)
            #expect(greatest.ids == Array(1...100))
            #expect(greatest.next == "spacecraft/?limit=100&offset=100")
        }
    }

    @Test(arguments: [("", [1, 4]), ("name=Active", [1]), ("search=USE", [4]), ("ordering=-name&limit=1", [4]), ("offset=1", [4])])
    func aKindWithoutParametersOfItsOwnIsListedByNameAndSearch(query: String, ids: [Int]) throws {
        let parameters = query.split(separator: "&").map { part in
            let sides = part.split(separator: "=")
            return (name: String(sides[0]), value: String(sides[1]))
        }
        #expect(try Small.snapshot().catalogue.page(of: Status.self, parameters).records.map(\.id.number) == ids)
    }
}
