import LaunchLibrary
import Support
import TestSupport
import Testing

@Suite struct RefusalTests {
    private static let notTheAPI = "There is no Launch Library API here; name its root, such as https://ll.thespacedevs.com/2.3.0/"
    private static let changed = "Try again; if it stays so, the API has changed, and Hangar needs an update"
    private static let wrongAPI = "Check that the address is that of a Launch Library API"
    private static let network = "Check the address and the network, or try again later"

    @Test(arguments: [
        (StubAPI.Fault.answer(404), "answered with status 404. \(notTheAPI)"),
        (.answer(401, body: "s3cret"), "answered with status 401. Check the API key"),
        (.answer(403), "answered with status 403. Check the API key"),
        (
            .answer(403, body: " <html>s3cret</html>"),
            "answered with status 403 and an HTML page. The API, or something before it such as a proxy or a firewall, refuses the access: "
                + "try again later; check the API key too"
        ),
        (.answer(400), "answered with status 400. Check the address, or see whether the API is in trouble"),
        (.answer(304), "answered with status 304. Check the address, or see whether the API is in trouble"),
        (.transport(.unreachable), "fault. \(network)"),
        (.transport(.insecure), "fault. Check the address and this machine's clock and certificates"),
        (.transport(.redirect), "fault. If the API has moved, name its new root"),
        (.transport(.notHTTP), "fault. Name the root of an API, such as https://ll.thespacedevs.com/2.3.0/"),
    ])
    func aRefusalIsNotRepeated(fault: StubAPI.Fault, message: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, [fault])
        let error = await Attempt.failureOf(stub, apiKey: "s3cret")
        #expect(error?.kind == .unavailable)
        #expect(error?.description == "\(StubAPI.root)\(Address.firstPage): \(message)")
        #expect(stub.asked.count == 2)
    }

    @Test(arguments: [("<!doctype html>", " and an HTML page"), (#"{"detail": "Forbidden"}"#, ""), ("", "")])
    func aRefusalWithoutAKeyDoesNotBlameTheKey(body: String, words: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, [.answer(403, body: body)])
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .unavailable)
        #expect(
            error?.description == """
                \(StubAPI.root)\(Address.firstPage): answered with status 403\(words). The API, or something before it such as a proxy or a \
                firewall, refuses the access: try again later; if the API asks for a key, set source › api_key_variable
                """)
    }

    @Test(arguments: [
        ("<!doctype html>", ": answered with an HTML page instead of JSON. Check the address; a proxy or a login may stand in between"),
        ("{\n \"count\": 1,\n", ": broken JSON at line 3, column 1: the text ends where a key in quotes is expected. \(changed)"),
        ("", ": broken JSON at line 1, column 1: the text ends where a value is expected. \(changed)"),
        ("[]", ": the answer is not a page of a list: it has no count. \(changed)"),
        (#"{"count": null, "next": null, "results": []}"#, ": the answer is not a page of a list: it has no count. \(changed)"),
        (#"{"count": 1, "next": 5, "results": []}"#, ": next: expected text, found 5. \(changed)"),
        (#"{"count": 1, "next": null, "results": null}"#, ": results: expected a list, found null. \(changed)"),
    ])
    func anAnswerThatCannotBeUsedIsADataErrorWithTheAddressAndThePlaceInIt(body: String, message: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, body)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == StubAPI.root + Address.firstPage + message)
    }

    @Test(arguments: [
        ("[7]", "1 of 1 spacecraft", "spacecraft: expected an object, found 7 in 1 record (FIRST results[0]). This is not used"),
        (
            #"[{"id": 5, "name": "Aurora", "abbrev": "A"}]"#, "1 of 1 spacecraft",
            "spacecraft: expected one of spacecraft, found one of agencies in 1 record (5). This is not used"
        ),
        (
            #"[{"response_mode": "list", "id": 5, "name": "Aurora"}]"#, "1 of 1 spacecraft",
            """
            status: missing in 1 record (5). It counts as not recorded
            description: missing in 1 record (5). It counts as not recorded
            spacecraft_config: missing in 1 record (5). Without it this is not used
            """
        ),
    ])
    func recordsOfWhichMoreThanATenthIsNoCraftAreNotTaken(records: String, count: String, faults: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, #"{"count": 1, "next": null, "results": \#(records)}"#)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(
            error?.description == "\(StubAPI.root): \(count) cannot be used: the API has changed, and nothing was taken. "
                + "Try again; if it stays so, Hangar needs an update\n"
                + faults.replacing("FIRST", with: StubAPI.root + Address.firstPage))
    }

    @Test func whatIsWrongInThePartsOfARecordIsNotRecorded() async throws {
        let stub = StubAPI(spacecraft: [1])
        let wrong = [StubAPI.craft(1), StubAPI.craft(2)].map {
            $0.replacing(#""id": 2, "name": "Capsule""#, with: #""id": "x", "name": 5"#)
        }
        stub.answer(Address.firstPage, #"{"count": 2, "next": null, "results": [\#(wrong.joined(separator: ","))]}"#)
        let reading = try await Attempt(stub).fetch()
        #expect(reading.catalogue.spacecraft.map(\.id) == [1, 2])
        // The list of configurations gives the type.
        #expect(reading.catalogue.configurations.map(\.typeID) == [2])
        #expect(
            reading.faults.folded.map(\.description) == [
                #"spacecraft_config › type › id: expected a number, found "x" in 2 records (1, 2). Without it this is not used"#,
                "spacecraft_config › type › name: expected text, found 5 in 2 records (1, 2). It counts as not recorded",
            ])
    }

    @Test(arguments: [
        "https://evil.example/2.3.0/spacecraft/?offset=1", "http://stub.example/2.3.0/spacecraft/?limit=1&offset=1",
        "https://stub.example:8443/2.3.0/spacecraft/?offset=1", "https://stub.example/2.2.0/spacecraft/",
        "https://stub.example/2.3.0/../x/",
        "https://stub.example/2.3.0/%2e%2e/x/", "https://me:key@stub.example/2.3.0/spacecraft/",
        "https://stub.example@evil.example/2.3.0/",
        "//evil.example/2.3.0/", "file:///etc/passwd", "spacecraft/?offset=1", "?offset=1", "/2.3.0/spacecraft/?limit=1&offset=1",
    ])
    func aNextPageOutsideTheAPISaysThatThereIsMoreAndTheRequestsStayAtTheOwnRoot(next: String) async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, #"{"count": 2, "next": "\#(next)", "results": [\#(StubAPI.craft(1))]}"#)
        stub.answer(
            Address.firstPage + "&offset=0", #"{"count": 2, "next": "", "results": [\#(StubAPI.craft(1)), \#(StubAPI.craft(2))]}"#)
        #expect(try await Attempt(stub).fetch().catalogue.spacecraft.map(\.id) == [1, 2])
        #expect(
            stub.requests.map(\.url).filter { $0.contains("/spacecraft/") } == [
                StubAPI.root + Address.firstPage, StubAPI.root + Address.firstPage + "&offset=0",
            ])
    }

    @Test func anEmptyNextPageIsNone() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, #"{"count": 1, "next": "", "results": [\#(StubAPI.craft(1))]}"#)
        #expect(try await Attempt(stub).fetch().catalogue.spacecraft.map(\.id) == [1])
    }

    @Test func aByteOrderMarkBeforeAnAnswerIsPassedOver() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, "\u{FEFF}" + #"{"count": 1, "next": null, "results": [\#(StubAPI.craft(1))]}"#)
        #expect(try await Attempt(stub).fetch().catalogue.spacecraft.map(\.id) == [1])
    }

    @Test func pagesThatLeadInACircleAreNoticed() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, #"{"count": 3, "next": "\#(StubAPI.root)\#(Address.firstPage)", "results": [\#(StubAPI.craft(1))]}"#)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == "\(StubAPI.root)\(Address.firstPage): the pages lead back to one that was read. \(Self.wrongAPI)")
    }

    @Test func pagesThatBringNothingNewDoNotGoOnForEver() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.answer(Address.firstPage, #"{"count": 3, "next": "\#(StubAPI.root)spacecraft/?page=2", "results": [\#(StubAPI.craft(1))]}"#)
        stub.answer("spacecraft/?page=2", #"{"count": 3, "next": "\#(StubAPI.root)spacecraft/?page=3", "results": []}"#)
        #expect(await Attempt.failureOf(stub)?.kind == .tryAgain)
        #expect(stub.asked.count { $0.hasPrefix("spacecraft/") } == 4 * 2)
    }

    @Test func anAnswerThatIsTooLargeIsADataError() async throws {
        let stub = StubAPI(spacecraft: [1])
        stub.fail(Address.firstPage, [.transport(.tooLarge)])
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .data)
        #expect(error?.description == "\(StubAPI.root)\(Address.firstPage): fault. \(Self.wrongAPI)")
    }

    @Test(arguments: [
        ("ftp://example.org/", "ftp://example.org/"), ("https:///2.3.0/", "https:///2.3.0/"),
        ("https://me:key@example.org/", "https://…@example.org/"),
    ])
    func aRootThatIsNoAddressOfTheWebIsRefused(root: String, place: String) async throws {
        let stub = StubAPI(spacecraft: [], root: root)
        let error = await Attempt.failureOf(stub)
        #expect(error?.kind == .unavailable)
        #expect(
            error?.description
                == "\(place): this is not an address of the web. Name the root, such as https://ll.thespacedevs.com/2.3.0/")
        #expect(stub.requests.isEmpty)
    }
}
