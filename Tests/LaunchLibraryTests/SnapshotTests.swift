import Catalogue
import Support
import Testing

@testable import LaunchLibrary

@Suite struct SnapshotTests {
    /// Names with every character that must be escaped, and those that must not be.
    static let text = """
        {
        "format_version":1,
        "source":"https://ll.thespacedevs.com/2.3.0/",
        "mode":"normal",
        "fetched_at":"2026-03-01T04:05:06Z",
        "license":{
        "1":{"name":"Unknown","priority":9}
        },
        "image":{
        "7":{"image_url":"https://example.org/a.jpg","license":1,"name":"a/b \\"c\\" \\\\ Аврора 宇宙 \u{FFFD}","single_use":false,\
        "thumbnail_url":"https://example.org/b.jpg","variants":[]},
        "70":{"credit":"I. Ødegård","image_url":"https://example.org/c.jpg","license":1,"name":"","single_use":true,\
        "thumbnail_url":"","variants":[{"id":2,"image_url":"https://example.org/d.jpg","type":{"id":3,"name":"Square"}}]}
        },
        "agency_type":{
        "1":{"name":"Government"}
        },
        "agency":{
        "5":{"abbrev":"PSB","name":"Polar Space Bureau","type":1},
        "6":{"abbrev":"","name":"Polar Institute","profile":{"country":[{"alpha_2_code":"NO","id":47,"name":"Norway"},\
        {"id":48,"name":"Nowhere"}],"featured":false,"founding_year":1958,"launchers":"","logo":70,"spacecraft":""}}
        },
        "family":{
        "2":{"name":"Polar Craft"},
        "31":{"name":"Aurora","profile":{"description":"Crewed.","maiden_flight":"1961-04-12","manufacturer":5,"parent":2},\
        "statistics":{"spacecraft_flown":7}}
        },
        "spacecraft_configuration_type":{
        "2":{"name":"Capsule"}
        },
        "spacecraft_configuration":{
        "61":{"agency":5,"details":{"capability":"","details":"","diameter":2.72,"height":748.0,"history":"","human_rated":true,\
        "info_link":"","statistics":{},"wiki_link":""},"family":[31,2],"in_use":false,"name":"Aurora M","type":2}
        },
        "spacecraft_status":{
        "4":{"name":"Single Use"}
        },
        "spacecraft":{
        "9":{"description":"One.\\r\\n\\r\\nTwo.","in_space":true,"is_placeholder":true,"name":"TMA\u{2011}9","spacecraft_config":61,\
        "status":4,"time_docked":"P0D","time_in_space":"P178DT22H54M29S"},
        "10":{"description":"","fastest_turnaround":"PT47M18S","flights_count":0,"image":7,"in_space":false,"is_placeholder":false,\
        "mission_ends_count":0,"name":"Aurora","serial_number":"TBD","spacecraft_config":61,"status":4}
        }
        }

        """

    @Test func theFileAHeaderASectionAKindOneEntityALineByIdKeysInOrderNoNullsAndReadingItBackGivesTheSameBytes() throws {
        let snapshot = try Snapshot(decoding: Array(Self.text.utf8), path: "snapshot.json")
        #expect(String(decoding: snapshot.encoded(), as: UTF8.self) == Self.text)
        #expect(snapshot.catalogue.spacecraft[id: 9]?.name == "TMA\u{2011}9")
        #expect(snapshot.catalogue.images[id: 7]?.name == "a/b \"c\" \\ Аврора 宇宙 \u{FFFD}")
        #expect(try snapshot.dataDate == .fetched(time("2026-03-01T04:05:06Z")))
        #expect(snapshot.mode == .normal)
    }

    @Test func whatWasReadFromTheAPIsRecordsComesBackFromTheFileEqualEveryFieldOfIt() throws {
        let reading = try SavedCopyReader(files: files(["f/a.txt": try Fixture.savedPage(), "f/b.json": Array(Sample.craft.utf8)]))
            .read([.folder("f")])
        for date in [DataDate.unknown, .fetched(try time("2026-03-01T04:05:06Z")), .notBefore(try time("2024-01-01T00:00:00Z"))] {
            for mode in [SpacecraftQuery.Mode.normal, .detailed] {
                let snapshot = Snapshot(source: reading.source, mode: mode, dataDate: date, catalogue: reading.catalogue)
                #expect(try Snapshot(decoding: snapshot.encoded(), path: "s") == snapshot)
            }
        }
        #expect(try Snapshot(reading).catalogue == Snapshot(decoding: Snapshot(reading).encoded(), path: "s").catalogue)
    }

    @Test func recordsThatAreSetAsideAndValuesThatCannotBeAreLinesOfTheHeader() throws {
        var snapshot = try Snapshot(decoding: Array(Self.text.utf8), path: "s")
        snapshot.setAside = [
            SetAsideRecord(EntityKey(.spacecraft, 9), asOf: try time("2026-02-25T04:05:06Z")),
            SetAsideRecord(EntityKey(.configuration, 61), asOf: nil),
        ]
        snapshot.unusableValues = [UnusableValue(of: EntityKey(.configuration, 61), field: "height", value: #""748 m""#)]
        let text = String(decoding: snapshot.encoded(), as: UTF8.self)
        #expect(
            text
                == Self.text.replacing(
                    #""license":{"# + "\n",
                    with: """
                        "set_aside":[{"as_of":"2026-02-25T04:05:06Z","id":9,"kind":"spacecraft"},{"id":61,"kind":"spacecraft_configuration"}],
                        "unusable_values":[{"field":"height","id":61,"kind":"spacecraft_configuration","value":"\\"748 m\\""}],
                        "license":{

                        """))
        #expect(try Snapshot(decoding: Array(text.utf8), path: "s") == snapshot)
    }

    @Test func aCraftWithoutStatusAndAConfigurationWithoutTypeAndAgencyAreWrittenWithoutThem() throws {
        var contents = try Sample.catalogue().contents
        contents.configurations = [Configuration(id: 61, name: "Aurora M")]
        contents.spacecraft = [Spacecraft(id: 902, name: "", configurationID: 61)]
        let snapshot = try Snapshot(source: "s", mode: .normal, dataDate: .unknown, catalogue: Catalogue(contents))
        #expect(try Snapshot(decoding: snapshot.encoded(), path: "s") == snapshot)
    }

    @Test func aCatalogueLargerThanOnePieceOfWorkIsReadWholeAndInOrder() throws {
        var contents = try Sample.catalogue().contents
        contents.spacecraft = (1...7_001).map { Spacecraft(id: RecordID($0), name: "Aurora \($0)", statusID: 4, configurationID: 61) }
        let snapshot = try Snapshot(source: "s", mode: .normal, dataDate: .unknown, catalogue: Catalogue(contents))
        #expect(try Snapshot(decoding: snapshot.encoded(), path: "s") == snapshot)
    }

    @Test func onEachLineTheKeysStandInAlphabeticalOrderAndNothingIsNull() throws {
        let catalogue = try SavedCopyReader(files: files(["f/a.txt": try Fixture.savedPage(), "f/b.json": Array(Sample.craft.utf8)]))
            .read([.folder("f")]).catalogue
        let snapshot = Snapshot(source: "s", mode: .normal, dataDate: .unknown, catalogue: catalogue)
        let lines = String(decoding: snapshot.encoded(), as: UTF8.self).split(separator: "\n").filter { $0.contains(":{\"") }
        #expect(lines.count == 14)
        for line in lines {
            let start = try #require(line.firstIndex(of: "{"))
            let text = line.hasSuffix(",") ? line[start...].dropLast() : line[start...]
            let object = try JSONDocument(Array(text.utf8)).root
            expectSortedKeys(object)
        }
    }

    private func expectSortedKeys(_ value: JSONValue) {
        #expect(!value.isNull)
        #expect(value.keys == value.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for key in value.keys { expectSortedKeys(value.member(key)) }
        for element in value.elements ?? [] { expectSortedKeys(element) }
    }

    @Test func aFileThatIsCutOffAnywhereOrLosesAByteIsNeverTakenForWholeAndNeverDoesHarm() {
        let bytes = Array(Self.text.utf8)
        for end in bytes.indices.dropLast() {
            #expect(throws: DataProblems.self) { try Snapshot(decoding: Array(bytes[..<end]), path: "s") }
        }
        for position in bytes.indices {
            var damaged = bytes
            damaged[position] = UInt8(ascii: "}")
            do {
                _ = try Snapshot(decoding: damaged, path: "s")
            } catch {
                #expect(!error.problems.isEmpty)
            }
        }
    }

    @Test func lineEndsThatACheckoutHasTurnedDoNoHarm() throws {
        let turned = try Snapshot(decoding: Array(Self.text.replacing("\n", with: "\r\n").utf8), path: "s")
        #expect(try turned == Snapshot(decoding: Array(Self.text.utf8), path: "s"))
    }

    @Test(arguments: [#""in_space":null,"#, ""])
    func aLineThatDoesNotSayWhetherSomethingIsSoIsReadBackWhole(member: String) throws {
        let line = Self.text.replacing(#""in_space":true,"#, with: member)
        let snapshot = try Snapshot(decoding: Array(line.utf8), path: "s")
        var expected = try #require(try Snapshot(decoding: Array(Self.text.utf8), path: "s").catalogue.spacecraft[id: 9])
        expected.inSpace = nil
        #expect(snapshot.catalogue.spacecraft[id: 9] == expected)
        #expect(String(decoding: snapshot.encoded(), as: UTF8.self) == Self.text.replacing(#""in_space":true,"#, with: ""))
    }

    private static let remedy = "Restore the file, or make it anew with 'hangar fetch'"

    @Test(arguments: [
        (#""in_space":true"#, #""in_space":1"#, "s.json:34: spacecraft 9 › in_space: expected true or false, found 1. \(remedy)"),
        (
            #""spacecraft_config":61,"status":4,"time"#, #""status":4,"time"#,
            "s.json:34: spacecraft 9 › spacecraft_config: expected a number, but the field is missing. \(remedy)"
        ),
        (
            #""time_docked":"P0D""#, #""time_docked":"0""#,
            #"s.json:34: spacecraft 9 › time_docked: expected an ISO 8601 duration such as P178DT22H54M29S, found "0". "# + remedy
        ),
        (
            #""family":[31,2]"#, #""family":[31,"2"]"#,
            #"s.json:28: spacecraft_configuration 61 › family[1]: expected a number, found "2". "# + remedy
        ),
        (
            #""statistics":{},"#, "",
            "s.json:28: spacecraft_configuration 61 › details › statistics: expected an object, but the field is missing. \(remedy)"
        ),
        (#""country":[{"#, #""country":[5,{"#, "s.json:18: agency 6 › profile › country[0]: expected an object, found 5. \(remedy)"),
        (
            #""type":{"id":3"#, #""type":{"id":0"#,
            "s.json:11: image 70 › variants[0] › type › id: expected a positive whole number, found 0. \(remedy)"
        ),
        (
            #""9":{"description""#, #""9":{"description"#,
            "s.json:34: spacecraft 9: broken JSON at column 20: expected ':', found 'O'. \(remedy)"
        ),
        (#""10":{"#, #""9":{"#, "s.json:35: spacecraft 9: stands on line 34 already. \(remedy)"),
        (#""10":{"#, #"<<<<<<< HEAD"#, "s.json:35: this is not the line of an entity. \(remedy)"),
        (#""10":{"#, #""x":{"#, "s.json:35: this is not the line of an entity. \(remedy)"),
        (#""spacecraft":{"#, #""planes":{"#, "s.json:33: there is no section 'planes' in a snapshot. \(remedy)"),
        (#""mode":"normal""#, #""mode":"full""#, #"s.json: mode: expected normal or detailed, found "full". "# + remedy),
        (
            #""source":"https://ll.thespacedevs.com/2.3.0/","# + "\n", "",
            "s.json: source: expected text, but the field is missing. \(remedy)"
        ),
        (
            "2026-03-01T04:05:06Z", "yesterday",
            #"s.json: fetched_at: expected a time such as 2026-03-01T04:05:06Z, found "yesterday". "# + remedy
        ),
        (
            #""spacecraft_status":{"# + "\n" + #""4":"#, #""spacecraft_status":{"# + "\n" + #""5":"#,
            """
            s.json: spacecraft 9 › status: there is no spacecraft_status 4. \(remedy)
            s.json: spacecraft 10 › status: there is no spacecraft_status 4. \(remedy)
            """
        ),
        ("\n}\n}\n", "\n}\n", "s.json:36: the file is cut off: its last line is not '}'. \(remedy)"),
        ("\n}\n}\n", "\n}\n}\n{}", "s.json:38: text after the end of the snapshot. \(remedy)"),
    ])
    func whatIsDamagedIsNamedByLineAndEntity(original: String, changed: String, message: String) throws {
        #expect(Self.text.ranges(of: original).count == 1)
        let error = #expect(throws: DataProblems.self) {
            try Snapshot(decoding: Array(Self.text.replacing(original, with: changed).utf8), path: "s.json")
        }
        #expect(error?.description == message)
    }

    /// `jq` writes a file anew on one line, or with spaces, and in another order with `-S`.
    @Test(
        arguments: [
            { text in text.replacing("\n", with: "") },
            { text in text.replacing("\n", with: "\r\n    ").replacing("\":", with: "\" : ").replacing("},", with: "} , ") },
            { text in
                let start = text.firstRange(of: "\"agency\":{")
                let end = text.firstRange(of: "\"family\":{")
                guard let start, let end else { return "" }
                let section = text[start.lowerBound..<end.lowerBound]
                return text.replacing(section, with: "").replacing("{\n\"format_version", with: "{ " + section + "\"format_version")
            },
        ] as [@Sendable (String) -> String])
    func aSnapshotThatIsLaidOutAnewIsReadAllTheSame(layOut: @Sendable (String) -> String) throws {
        let other = layOut(Self.text)
        #expect(other != Self.text)
        let snapshot = try Snapshot(decoding: Array(other.utf8), path: "s.json")
        #expect(String(decoding: snapshot.encoded(), as: UTF8.self) == Self.text)
    }

    @Test func whatIsDamagedInALaidOutSnapshotIsNamed() {
        let other = Self.text.replacing("\n", with: "").replacing("\"name\":\"Government\"", with: "\"nme\":\"Government\"")
        let error = #expect(throws: DataProblems.self) { try Snapshot(decoding: Array(other.utf8), path: "s.json") }
        #expect(error?.description.hasPrefix("s.json, laid out on lines:") == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("agency_type 1") == true)
    }

    @Test func aKeyWithALineBreakInALaidOutSnapshotEndsNoSection() throws {
        let other = Self.text.replacing("\n", with: "").replacing("{\"format_version", with: #"{"a\n}\n\"b":1,"format_version"#)
        let snapshot = try Snapshot(decoding: Array(other.utf8), path: "s.json")
        #expect(String(decoding: snapshot.encoded(), as: UTF8.self) == Self.text)
    }

    @Test(arguments: [
        (#"{"format_version":{}}"#, "s.json: this is not a snapshot of Hangar: it has no format_version. \(remedy)"),
        (
            #"{"format\u005fversion":1}"#,
            "s.json, laid out on lines: this is not a snapshot of Hangar: it has no format_version. \(remedy)"
        ),
        ("", "s.json: this is not a snapshot of Hangar: it has no format_version. \(remedy)"),
        ("[]", "s.json: this is not a snapshot of Hangar: it has no format_version. \(remedy)"),
        ("{\n\"count\":1,\n\"results\":[\n]\n}\n", "s.json: this is not a snapshot of Hangar: it has no format_version. \(remedy)"),
        (
            text.replacing("\"format_version\":1", with: "\"format_version\":2"),
            "s.json: the snapshot has the format 2; this program reads the format 1. "
                + "Use the version of Hangar that wrote it, or make it anew with 'hangar fetch'"
        ),
    ])
    func aFileThatIsNoSnapshotOrOneOfAnotherFormIsRefusedInOneSentence(text: String, message: String) {
        let error = #expect(throws: DataProblems.self) { try Snapshot(decoding: Array(text.utf8), path: "s.json") }
        #expect(error?.description == message)
    }
}

extension JSONValue {
    /// The value after this key of an object.
    fileprivate func member(_ key: String) -> JSONValue {
        let position = keys.firstIndex(of: key) ?? 0
        var child = index + 1
        for _ in 0..<position { child = Int(document.nodes[child + 1].next) }
        return JSONValue(document: document, index: child + 1)
    }
}
