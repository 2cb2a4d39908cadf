import LaunchLibrary
import PreviewServer
import Testing

@Suite struct MirrorAnswerTests {
    /// The addresses in an answer begin with the host that the request names.
    private func answer(_ request: String) async throws -> String {
        try await APIMirror(snapshot: Small.snapshot()).serving { root in try await ask(root, request, "Host: api.example") }
    }

    private func ok(_ body: String) -> String {
        "HTTP/1.1 200 OK\nContent-Length: \(body.utf8.count)\nContent-Type: application/json\nVary: Accept\n\n\(body)"
    }

    @Test(arguments: [
        ("/2.3.0/spacecraft/?format=json&limit=1&offset=1&ordering=id", "craft-page"),
        ("/2.3.0/spacecraft/902/", "craft-detailed"),
        ("/2.3.0/spacecraft_configurations/?mode=detailed&search=storm", "configuration-without-details"),
        ("/2.3.0/spacecraft_configuration_families/31/", "family-detailed"),
        ("/2.3.0/agencies/501/", "agency-normal"),
    ])
    func recordsHaveTheAPIsFieldsInTheAPIsOrderInTheFormThatWasAskedForOrTheFullestThatTheCatalogueHolds(target: String, fixture: String)
        async throws
    {
        #expect(try await answer("GET \(target)") == ok(Fixture.json(fixture)))
    }

    @Test func theDetailedFormOfACraftHasItsFlightsEachWithTheCraftInTheNormalForm() async throws {
        let body = try await APIMirror(snapshot: Small.detailedSnapshot()).serving { root in
            let answer = try await ask(root, "GET /2.3.0/spacecraft/902/", "Host: api.example")
            return String(answer[try #require(answer.range(of: "\n\n")).upperBound...])
        }
        let normal = try await APIMirror(snapshot: Small.snapshot()).serving { root in
            let answer = try await ask(root, "GET /2.3.0/spacecraft/?limit=1&offset=1", "Host: api.example")
            let start = try #require(answer.range(of: "[{")).upperBound
            return "{" + answer[start...].dropLast(2)
        }
        let plain = try Fixture.json("craft-detailed")
        let flights = """
            ,"flights":[{"id":817,"destination":"Polar Station","mission_end":"2024-11-06T23:30:21Z","spacecraft":\(normal),\
            "launch":{"id":"fd7dd4a8","name":"Sever 2 | Aurora \\"9\\"","response_mode":"normal","status":{"name":"Launch Successful"},\
            "net":"2024-09-28T17:17:21Z","net_precision":{"name":"Second"},\
            "launch_service_provider":{"response_mode":"list","id":77,"name":"Northern Launches"},\
            "rocket":{"configuration":{"full_name":"Sever 2"}}},\
            "landing":{"attempt":true,"success":false,"landing_location":{"name":"Barents Sea"},"type":{"name":"Splashdown"}},\
            "duration":"P39DT6H13M","turn_around_time":"P200DT1S","response_mode":"normal"},\
            {"id":900,"destination":null,"mission_end":null,"spacecraft":\(normal),\
            "launch":{"id":null,"name":"","response_mode":"normal","status":null,"net":null,"net_precision":null,\
            "launch_service_provider":null,"rocket":null},\
            "landing":{"attempt":null,"success":null,"landing_location":null,"type":null},\
            "duration":null,"turn_around_time":null,"response_mode":"normal"},\
            {"id":901,"destination":null,"mission_end":null,"spacecraft":\(normal),"launch":null,"landing":null,\
            "duration":null,"turn_around_time":null,"response_mode":"normal"}]}
            """
        #expect(body == plain.dropLast() + flights)
    }

    @Test func theListFormOfFamiliesIsAnIdAndAName() async throws {
        let expected = """
            {"count":2,"next":null,"previous":null,"results":[\
            {"response_mode":"list","id":30,"name":"Polar Craft"},{"response_mode":"list","id":31,"name":"Aurora"}]}
            """
        #expect(try await answer("GET /2.3.0/spacecraft_configuration_families/?mode=list") == ok(expected))
    }

    @Test func theRootNamesTheLists() async throws {
        let expected = """
            {"agencies":"http://api.example/2.3.0/agencies/","spacecraft":"http://api.example/2.3.0/spacecraft/",\
            "spacecraft_configuration_families":"http://api.example/2.3.0/spacecraft_configuration_families/",\
            "spacecraft_configurations":"http://api.example/2.3.0/spacecraft_configurations/"}
            """
        #expect(try await answer("GET /2.3.0/") == ok(expected))
    }

    @Test func theThrottleIsAsGoodAsNone() async throws {
        let expected =
            #"{"your_request_limit":2147483647,"limit_frequency_secs":3600,"current_use":0,"next_use_secs":0,"ident":"local"}"#
        #expect(try await answer("GET /2.3.0/api-throttle/?format=json") == ok(expected))
    }

    @Test(arguments: [
        "/2.3.0/spacecraft/905/", "/2.3.0/spacecraft/x/", "/2.3.0/spacecraft/902/flights/", "/2.3.0/rockets/", "/2.3.0/spacecraft//",
        "/2.3.0/rockets", "/2.2.0/spacecraft/", "/",
    ])
    func whatIsNotThereIsNotFound(target: String) async throws {
        let expected =
            "HTTP/1.1 404 Not Found\nContent-Length: 23\nContent-Type: application/json\nVary: Accept\n\n{\"detail\":\"Not found.\"}"
        #expect(try await answer("GET \(target)") == expected)
    }

    @Test func headAnswersWithTheHeadersOfGETAndNoBody() async throws {
        let get = try await answer("GET /2.3.0/spacecraft/903/")
        let end = try #require(get.range(of: "\n\n"))
        #expect(try await answer("HEAD /2.3.0/spacecraft/903/") == String(get[..<end.upperBound]))
    }

    @Test func nothingCanBeWritten() async throws {
        let expected = """
            HTTP/1.1 405 Method Not Allowed
            Allow: GET, HEAD, OPTIONS
            Content-Length: 41
            Content-Type: application/json
            Vary: Accept

            {"detail":"Method \\"POST\\" not allowed."}
            """
        #expect(try await answer("POST /2.3.0/spacecraft/") == expected)
    }

    @Test(arguments: [
        ("/2.3.0/spacecraft?search=a+b%2Cc", "/2.3.0/spacecraft/?search=a+b%2Cc"), ("/2.3.0/agencies/501", "/2.3.0/agencies/501/"),
        ("/2.3.0", "/2.3.0/"),
    ])
    func anAddressWithoutItsTrailingSlashIsSentToTheOneThatHasIt(target: String, location: String) async throws {
        #expect(
            try await answer("GET \(target)") == "HTTP/1.1 301 Moved Permanently\nContent-Length: 0\nLocation: \(location)\n\n")
    }

    @Test func aFilterByWhatIsNotThereIsABadRequestThatNamesEachParameter() async throws {
        let expected = """
            HTTP/1.1 400 Bad Request
            Content-Length: 182
            Content-Type: application/json
            Vary: Accept

            {"spacecraft_config":["Select a valid choice. That choice is not one of the available choices."],\
            "status":["Select a valid choice. That choice is not one of the available choices."]}
            """
        #expect(try await answer("GET /2.3.0/spacecraft/?status=9&spacecraft_config=x") == expected)
    }
}
