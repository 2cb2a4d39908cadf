import Catalogue
import LaunchLibrary
import Support
import Testing

@Suite struct SavedCopyTests {
    @Test func aPageOfTheBrowsableAPIIsReadPastItsHelpAndHeader() throws {
        let page = try Fixture.savedPage()
        let reading = try SavedCopyReader(files: files(["page.txt": page])).read([.file("page.txt")])

        var contents = CatalogueContents()
        contents.licences = [
            Licence(id: 1, name: "Unknown", priority: 9),
            Licence(id: 30, name: "CC BY 4.0", priority: 4, link: "https://creativecommons.org/licenses/by/4.0/"),
        ]
        let host = "https://thespacedevs-prod.nyc3.digitaloceanspaces.com/media/images/"
        contents.images = [
            Image(
                id: 7001, name: "[AUTO] Aurora M - image", imageURL: host + "aurora2520m_image_20231228130713.jpeg",
                thumbnailURL: host + "255bauto255d__image_thumbnail_20240305194152.jpeg", licenceID: 1, singleUse: true),
            Image(
                id: 7002, name: #"Aurora M-2 on the pad "Sever""#, imageURL: host + "aurora_m-2_image_20240812142943.jpg",
                thumbnailURL: host + "aurora_m-2_image_thumbnail_20240812142945.jpeg", credit: "Polar Space Bureau/I. Ødegård",
                licenceID: 30, singleUse: true),
        ]
        contents.agencyTypes = [AgencyType(id: 1, name: "Government")]
        contents.agencies = [Agency(id: 501, name: "Polar Space Bureau", abbrev: "PSB", typeID: 1)]
        contents.families = [
            Family(
                id: 31, name: "Aurora",
                profile: .init(
                    description: "Crewed craft of the polar programme.", manufacturerID: 501,
                    maidenFlight: CalendarDate(year: 1988, month: 2, day: 29)))
        ]
        contents.configurationTypes = [ConfigurationType(id: 2, name: "Capsule")]
        contents.configurations = [
            Configuration(id: 61, name: "Aurora M", typeID: 2, agencyID: 501, familyIDs: [31], imageID: 7001)
        ]
        contents.statuses = [Status(id: 1, name: "Active"), Status(id: 4, name: "Single Use")]
        contents.spacecraft = [
            Spacecraft(
                id: 901, name: "Aurora M-1", isPlaceholder: true, inSpace: true, timeInSpace: .zero, missionEndsCount: 0, statusID: 1,
                configurationID: 61, fastestTurnaround: ISODuration(seconds: 2_838)),
            Spacecraft(
                id: 902, name: "Aurora M-2", serialNumber: "№ 54", imageID: 7002, timeInSpace: ISODuration(seconds: 15_461_669),
                timeDocked: ISODuration(seconds: 31_412_514), flightsCount: 1, missionEndsCount: 1, statusID: 4,
                description: "Aurora M-2 (Russian: Аврора М-2) flew once.\r\n\r\nIt  landed near “Sever”.", configurationID: 61),
        ]
        #expect(try reading.catalogue == Catalogue(contents))
        #expect(reading.warnings.isEmpty)
        #expect(reading.notes == [.placeholders(count: 1), .partial(held: 2, of: 12)])
        #expect(try reading.asOf == .notBefore(time("2024-08-12T14:29:45Z")))
        #expect(reading.source == "https://ll.thespacedevs.com/2.3.0/")
        #expect(reading.mode == .normal)
    }

    @Test func aByteOrderMarkCRLFABareJSONPageItsListOfResultsAndOneRecordSayTheSame() throws {
        let page = String(decoding: try Fixture.savedPage(), as: UTF8.self)
        let json = page[(try #require(page.firstRange(of: "\n{"))).upperBound...]
        let results = "[" + json[(try #require(json.firstRange(of: "["))).upperBound...].dropLast(3)
        let expected = try read(page).catalogue
        #expect(expected.spacecraft.count == 2)
        let turned = page.replacing("\n", with: "\r\n")
        for text in ["\u{FEFF}" + page, turned, "\u{FEFF}" + turned, "{" + json, "\n\n   {" + json, String(results)] {
            #expect(try read(text).catalogue == expected)
        }
    }

    @Test func theSameCraftInTwoFilesIsOneCraftAndTheRepeatIsTold() throws {
        let page = try Fixture.savedPage()
        let disk = files([
            "copies/a.json": page, "copies/b.txt": page, "copies/c.md": [0x23], "copies/old/d.json": [0x7B], "copies/e.json/f.txt": [0x7B],
        ])
        let twice = try SavedCopyReader(files: disk).read([.folder("copies")])
        #expect(try twice.catalogue == SavedCopyReader(files: disk).read([.file("copies/a.json")]).catalogue)
        #expect(
            twice.notes.map(\.description) == [
                "2 repeated spacecraft dropped", "1 of the spacecraft is a placeholder", "2 of the source's 12 spacecraft",
            ])
    }

    @Test func theFilesOfAFolderAreReadInTheByteOrderOfTheirNamesOfTwoEqualFormsTheFirstWins() throws {
        func agency(_ name: String) -> String { #"{"response_mode": "list", "id": 1, "name": "\#(name)", "abbrev": ""}"# }
        let disk = files(["f/b.json": agency("third"), "f/B.json": agency("second"), "f/10.txt": agency("first")])
        let reading = try SavedCopyReader(files: disk).read([.folder("f/")])
        #expect(reading.catalogue.agencies[id: 1]?.name == "first")
        #expect(
            reading.warnings.map(\.description) == [
                #"agency 1 › name: the source says both "first" and "second"; kept "first""#,
                #"agency 1 › name: the source says both "first" and "third"; kept "first""#,
            ])
    }

    static let craft = Sample.craft
    static let licence = #"[{"id": 1, "name": "Unknown", "priority": 9}]"#

    @Test(
        arguments: [
            ([licence], nil, nil),
            (["HTTP 200 OK\nDate: Sun, 24 Aug 2025 17:53:25 GMT\nVary: Accept\n\n" + licence], "2025-08-24T17:53:25Z", true),
            (["date:Sun, 24 Aug 2025 17:53:25 GMT\r\n\r\n" + craft], "2025-08-24T17:53:25Z", true),
            ([craft], "2024-08-12T14:29:45Z", false),
            (["Date: yesterday\n" + craft], "2024-08-12T14:29:45Z", false),
            (
                ["Date: Sun, 24 Aug 2025 17:53:25 GMT\n" + licence, "Date: Sat, 23 Aug 2025 17:53:25 GMT\n" + craft],
                "2025-08-23T17:53:25Z", true
            ),
            (["Date: Sun, 24 Aug 2025 17:53:25 GMT\n" + licence, craft], "2025-08-24T17:53:25Z", false),
            (
                [craft.replacing("20240812142943", with: "20241301000000").replacing("20240812142945", with: "20240812240000")],
                "2024-08-12T14:29:44Z", false
            ),
        ] as [([String], String?, Bool?)])
    func theDateOfACopyIsThatOfItsHeaderElseOfItsNewestPictureElseUnknown(texts: [String], date: String?, isFetched: Bool?) throws {
        let disk = files(Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("f/\($0.offset).txt", $0.element) }))
        let asOf = try SavedCopyReader(files: disk).read([.folder("f")]).asOf
        let expected: DataDate =
            switch isFetched {
            case true?: .fetched(try time(try #require(date)))
            case false?: .notBefore(try time(try #require(date)))
            case nil: .unknown
            }
        #expect(asOf == expected)
    }

    @Test(arguments: [
        ("https://lldev.thespacedevs.com/2.3.0/spacecraft/902/?format=api", "https://ll.thespacedevs.com/2.3.0/"),
        ("http://127.0.0.1:8080/2.4.0/spacecraft/902/", "http://127.0.0.1:8080/2.4.0/"),
        ("ftp://example.org/2.3.0/x", "https://ll.thespacedevs.com/2.3.0/"),
        ("https://example.org/spacecraft/902/", "https://ll.thespacedevs.com/2.3.0/"),
    ])
    func theSourceIsTheRootThatTheCopysAddressesNameTheDevelopmentHostStandsForTheProductionHost(url: String, root: String) throws {
        let text = Sample.craft.replacing("https://ll.thespacedevs.com/2.3.0/spacecraft/902/", with: url)
        #expect(try read(text).source == root)
    }

    @Test(arguments: [
        ("", "a.json: the file is empty. Save the page again"),
        ("\u{FEFF} \r\n", "a.json: the file is empty. Save the page again"),
        (
            "<!DOCTYPE html>\n<html>\n<pre>\n{}</pre>",
            "a.json: this is an HTML page, not JSON. "
                + "Save the JSON instead: open the address with ?format=json, or copy the text of the page"
        ),
        (
            "Modes\n\nGET /2.3.0/spacecraft/",
            "a.json: no JSON in it: no line begins with '{' or '['. Save the JSON: open the address with ?format=json"
        ),
        (
            "Vary: Accept\n\n{\n  \"count\": 2,\n  \"é\" 5",
            "a.json:5:7: broken JSON: expected ':', found '5'. Save the page again, and all of it"
        ),
        (
            #"{"detail": "Not found."}"#,
            #"a.json: the API answered "Not found." instead of records. Correct the value, or save the page again"#
        ),
        (
            #"{"count": 1, "results": {}}"#,
            "a.json: results: expected a list, found an object. Correct the value, or save the page again"
        ),
        (
            #"{"count": 1, "next": null}"#,
            "a.json: results: expected a list, but the field is missing. Correct the value, or save the page again"
        ),
        (
            #"{"count": "1", "results": []}"#,
            #"a.json: count: expected a number, found "1". Correct the value, or save the page again"#
        ),
    ])
    func aTextThatIsNoCopyIsNamedWithItsPlaceAndTheRemedy(text: String, complaint: String) {
        #expect(complaints(text) == complaint)
    }

    @Test func whatCannotBeReadAtAllIsAnInputErrorNotADataError() {
        let reader = SavedCopyReader(files: files(["f/notes.md": "x"]))
        #expect(
            throws: ReadingError.input(
                InputError(
                    place: "f", what: "the folder holds no saved copies", remedy: "Put pages of the API into it, as *.json or *.txt"))
        ) { try reader.read([.folder("f")]) }
        #expect(throws: ReadingError.input(InputError(place: "g.json", what: "is not there", remedy: "Put it there"))) {
            try reader.read([.file("g.json")])
        }
        #expect(
            throws: ReadingError.input(
                InputError(
                    place: "https://a/2.3.0/", what: "an API cannot be read together with files", remedy: "Name either one API or files"))
        ) { try reader.read([.file("f/notes.md"), .api(root: "https://a/2.3.0/")].reversed()) }
    }

    @Test func theDiskItselfKindsNamesContentsAndWhatIsSaidOfAFileThatIsNotThere() throws {
        let disk = FileAccess.disk
        #expect(disk.kind(Fixture.folder) == .folder)
        #expect(disk.kind(Fixture.folder + "/saved-page.txt") == .file)
        #expect(disk.kind(Fixture.folder + "/none") == nil)
        #expect(try disk.names(Fixture.folder).contains("saved-page.txt"))
        #expect(
            throws: InputError(
                place: "/none/at/all", what: "cannot be read: No such file or directory", remedy: "Check the path and its permissions")
        ) { try disk.contents("/none/at/all") }
        #expect(try SavedCopyReader().read([.folder(Fixture.folder)]).catalogue.spacecraft.map(\.id) == [901, 902])
    }
}
