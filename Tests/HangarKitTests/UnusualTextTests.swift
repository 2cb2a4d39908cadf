import Foundation
import HangarKit
import TestSupport
import Testing

/// A site from records with unusual texts and values: what stands in its files, and that `hangar check` finds nothing.
@Suite struct UnusualTextTests {
    /// Builds a site from one craft in the form of the API, after these replacements in its record, and checks it.
    private func site(
        _ replacements: (String, String)..., configuration: String = smallestConfiguration, history: String = ""
    ) async throws -> (folder: TemporaryFolder, files: [String: String]) {
        var record = Self.record
        for (old, new) in replacements {
            try #require(record.contains(old), "\(old)")
            record = record.replacing(old, with: new)
        }
        let folder = try TemporaryFolder([
            "site/hangar.yml": configuration, "site/data/history.jsonl": history, "records.json": Records.page(record),
        ])
        let built = await Terminal(folder: folder).build(
            folder("site"), to: folder("public"), ["--from", folder("records.json")])
        try #require(built.status == .done, "\(built)")
        let checked = await Terminal(folder: folder).check(folder("public"))
        #expect(checked.status == .done, "\(checked)")
        return (folder, try folder.files(in: "public").mapValues { String(decoding: $0, as: UTF8.self) })
    }

    private static let image = """
        {"id": 70, "name": "Picture", "image_url": "https://pictures.example/70.jpg", "thumbnail_url": "https://pictures.example/70-small.jpg",
         "credit": "I. Berg", "license": {"id": 8, "name": "CC BY 4.0", "priority": 5, "link": "https://licences.example/"},
         "single_use": true, "variants": []}
        """

    private static let record = """
        {"response_mode": "detailed", "id": 126, "url": "https://ll.thespacedevs.com/2.3.0/spacecraft/126/", "name": "Aurora 1",
         "serial_number": "No. 54", "is_placeholder": false, "in_space": false, "time_in_space": "P10D", "time_docked": "P2D",
         "flights_count": 1, "mission_ends_count": 1, "status": {"id": 4, "name": "Active"}, "image": \(image), "description": "A craft.",
         "fastest_turnaround": "P3D", "flights": [{"id": 9, "destination": "Orbit", "mission_end": "2024-11-06T23:30:21Z", "spacecraft": null,
           "launch": {"id": "a", "name": "Sever 2 | Aurora", "net": "2024-09-28T17:17:21Z", "status": {"name": "Success"}},
           "landing": null, "duration": "P39D", "turn_around_time": "P1D", "response_mode": "normal"}],
         "spacecraft_config": {"response_mode": "detailed", "id": 61, "name": "Aurora M", "type": {"id": 2, "name": "Capsule"},
           "agency": {"response_mode": "list", "id": 501, "name": "Polar Bureau", "abbrev": "PSB", "type": {"id": 1, "name": "Government"}},
           "family": [{"id": 31, "name": "Aurora", "response_mode": "list"}], "in_use": false, "image": null, "capability": "C.", "history": "",
           "details": "D.", "maiden_flight": "2019-03-02", "height": 7.5, "diameter": 2.5, "human_rated": true, "crew_capacity": 3,
           "payload_capacity": 100, "payload_return_capacity": 50, "flight_life": "210 days", "wiki_link": "https://wiki.example/",
           "info_link": "https://info.example/", "spacecraft_flown": 1, "total_launch_count": 2, "successful_launches": 2,
           "failed_launches": 0, "attempted_landings": 1, "successful_landings": 1, "failed_landings": 0, "fastest_turnaround": "P3D"}}
        """

    private static let page = "spacecraft/126-aurora-1/index.html"

    // MARK: Characters

    @Test func charactersThatNoTextMayHoldAreReplacedInEveryFile() async throws {
        let hostile = #"A\uFFFEb\uFFFFc\u0000d\u001Fe\u007Ff\u0085g\ud800h\tj\rk"# + "\u{80}l\u{202E}m\u{2069}"
        let name = "A\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f g\u{FFFD}h j k\u{FFFD}lm"
        let (_, files) = try await site(
            ("\"Aurora 1\"", "\"\(hostile)\""), ("\"No. 54\"", "\"\(hostile)\""), ("A craft.", hostile), ("\"I. Berg\"", "\"\(hostile)\""),
            ("\"Aurora M\"", "\"\(hostile)\""), ("Sever 2 | Aurora", hostile), ("\"Picture\"", "\"\(hostile)\""),
            configuration: smallestConfiguration + "description: \"\(#"a\x01b\uFFFEc"#)\"\nauthor: {name: \"\(#"d\x07e"#)\"}\n")
        for (path, text) in files where !path.hasSuffix(".png") && !path.hasSuffix(".sqlite") {
            let wrong = text.unicodeScalars.first { scalar in
                let isAllowed =
                    (scalar.value >= 0x20 && scalar.value < 0x7F) || scalar.value >= 0xA0 || "\n\t\r".unicodeScalars.contains(scalar)
                return !isAllowed || scalar.value & 0xFFFE == 0xFFFE
            }
            #expect(wrong == nil, "\(path): U+\(String(wrong?.value ?? 0, radix: 16))")
            #expect(!text.contains(#"\u000"#) && !text.contains(#"\u001"#), "\(path)")
        }
        let craft = try #require(files["spacecraft/126-a-b-c-d-e-f-g-h-j-k-lm/index.html"])
        #expect(craft.contains("<h1 class=\"ship\">\(name)</h1>"))
        #expect(craft.contains("<meta property=\"og:title\" content=\"\(name)\">"))
        #expect(files["feed.xml"]?.contains("<title>\(name)</title>") == true)
        #expect(files["feed.json"]?.contains("\"title\": \"\(name)\"") == true)
        #expect(files["data/spacecraft.csv"]?.contains("\r\n126,\(name),\(name),") == true)
        #expect(files["data/search.json"]?.contains("[126,\"\(name)\",\"\(name)\"") == true)
        #expect(files["feed.xml"]?.contains("<subtitle>a\u{FFFD}b\u{FFFD}c</subtitle>") == true)
        #expect(files["feed.xml"]?.contains("<author><name>d\u{FFFD}e</name>") == true)
    }

    // MARK: Links

    @Test(arguments: [
        "wiki/Soyuz", "/wiki/x", "#crew", "?a=b", "//example.org/x", "http://exa mple.org/", "mailto:a@example.org",
        "https://user:word@example.org/", "https:example.org", "https://polar.example/nope/", "https://polar.example",
    ])
    func linkWithoutAUsableAddressIsUnwrappedInPagesAndFeeds(address: String) async throws {
        let (_, files) = try await site(("A craft.", "See <a href='\(address)'>the page</a>."))
        let craft = try #require(files[Self.page])
        #expect(craft.contains("<div class=\"prose story\"><p>See the page.</p></div>"))
        #expect(files["feed.json"]?.contains(#""content_html": "<p>See the page.</p>""#) == true)
        #expect(files["feed.xml"]?.contains("&lt;p&gt;See the page.&lt;/p&gt;") == true)
    }

    @Test func linkWithAUsableAddressIsKeptInNormalForm() async throws {
        let (_, files) = try await site(
            ("A craft.", "<a href='HTTPS://Bücher.example:443/ü x'>a</a>"), ("https://wiki.example/", "http://Wiki.example:80/ü"),
            ("https://info.example/", "//info.example/"), ("https://licences.example/", "https://user@licences.example/"))
        #expect(
            files[Self.page]?.contains(#"<a href="https://xn--bcher-kva.example/%C3%BC%20x" rel="nofollow noopener noreferrer">"#) == true)
        let configuration = try #require(files["configurations/61-aurora-m/index.html"])
        #expect(configuration.contains(#"<dd><a href="http://wiki.example/%C3%BC">Wikipedia</a></dd>"#))
        #expect(files.values.allSatisfy { !$0.contains("user@") && !$0.contains("//info.example/") })
    }

    /// Whatever the source writes, the operator has nothing to mend: every site is checked by `site`.
    @Test(arguments: 0..<16)
    func textsOfTheSourceNeverFailTheCheck(start: Int) async throws {
        let texts = [
            "https://polar.example/nope/", "https://polar.example/spacecraft/126-x/#nope", "<a href='nope/'>x</a>",
            "<a href='/nope/#a'>x</a>",
            "<img src=nope.png>", "<base href=nope>", "#nope", "</title><p id=main>", "<a href='https://polar.example/#nope'>x</a>",
            #"\u0000\uFFFE"#, "", "   ", "<a href=http://[::1>x</a>", "url(nope.png)", "javascript:alert(1)", "<nope>",
            "https://polar.example?nope", "<a name=main href='?#nope'>x</a>", "..", "\\\"\\\\", "&#0;&nope;", "]]><!--",
        ]
        var place = start
        var text: String {
            place += 5
            return texts[place % texts.count]
        }
        var quoted: String { "\"\(text)\"" }
        _ = try await site(
            ("\"Aurora 1\"", quoted), ("\"No. 54\"", quoted), ("A craft.", text), ("\"Active\"", quoted), ("\"Picture\"", quoted),
            ("\"https://pictures.example/70.jpg\"", quoted), ("\"https://pictures.example/70-small.jpg\"", quoted), ("\"I. Berg\"", quoted),
            ("\"CC BY 4.0\"", quoted), ("\"https://licences.example/\"", quoted), ("\"Orbit\"", quoted), ("Sever 2 | Aurora", text),
            ("\"Aurora M\"", quoted), ("\"Capsule\"", quoted), ("\"Polar Bureau\"", quoted), ("\"PSB\"", quoted), ("\"Aurora\"", quoted),
            ("\"C.\"", quoted), ("\"D.\"", quoted), ("\"210 days\"", quoted), ("\"https://wiki.example/\"", quoted),
            ("\"https://info.example/\"", quoted),
            configuration: "title: Polar Register\nbase_url: https://polar.example/\n")
    }

    // MARK: Pictures

    @Test(arguments: [
        ("https://pictures.example/ü a.jpg", "https://pictures.example/%C3%BC%20a.jpg"),
        ("https://pictures.example/%zz.jpg", "https://pictures.example/%25zz.jpg"),
        ("HTTPS://Pictures.Example:443/%c3%bc.jpg", "https://pictures.example/%c3%bc.jpg"),
        (#"https://pictures.example/a\"b'c.jpg?d=\"e"#, "https://pictures.example/a%22b'c.jpg?d=%22e"),
    ])
    func pictureHasOneAddressEverywhere(raw: String, address: String) async throws {
        let (_, files) = try await site(("https://pictures.example/70.jpg", raw), ("https://pictures.example/70-small.jpg", raw))
        let inMarkup = address.replacing("'", with: "&#39;")
        let craft = try #require(files[Self.page])
        #expect(craft.contains(#"<img src="\#(inMarkup)""#))
        #expect(craft.contains(#"<meta property="og:image" content="\#(inMarkup)">"#))
        #expect(craft.contains(#""contentUrl":"\#(address)""#))
        #expect(craft.contains(#"<a href="\#(inMarkup)">Source:"#))
        #expect(files["feed.json"]?.contains(#""image": "\#(address)""#) == true)
        #expect(files["credits/cc-by-4-0/index.html"]?.contains(#"<img src="\#(inMarkup)""#) == true)
    }

    @Test func pictureIsDownloadedFromItsNormalAddress() async throws {
        let host = PictureHost(
            Records.page(Self.record.replacing("https://pictures.example/70.jpg", with: "HTTPS://Pictures.example/ü a%zz.jpg")))
        let folder = try TemporaryFolder([
            "site/hangar.yml": smallestConfiguration + "images: {delivery: copy, licences: {attribution: copy}}\n"
        ])
        let fetched = await Terminal(transport: host.transport, folder: folder).fetch(folder("site"))
        #expect(fetched.status == .done, "\(fetched)")
        #expect(host.asked == ["https://pictures.example/%C3%BC%20a%25zz.jpg", "https://pictures.example/70-small.jpg"])
    }

    // MARK: Names

    @Test func namesFromRightToLeftAreIsolatedInSentences() async throws {
        let (_, files) = try await site(("\"Aurora 1\"", "\"\u{202E}سويوز 1\""), ("\"Aurora M\"", "\"סוללה\""))
        let craft = try #require(files["spacecraft/126-1/index.html"])
        #expect(craft.contains("<title>\u{2068}سويوز 1\u{2069}, \u{2068}סוללה\u{2069} – Polar Register</title>"))
        #expect(craft.contains("<h1 class=\"ship\">سويوز 1</h1>"))
        #expect(craft.contains("alt=\"Picture\""))
        let configuration = try #require(files["configurations/61/index.html"])
        #expect(configuration.contains("<caption id=\"fleet-caption\">\u{2068}סוללה\u{2069} craft, by name</caption>"))
        #expect(files["feed.json"]?.contains("\"summary\": \"\u{2068}סוללה\u{2069}, Active, 10") == true)
        #expect(files["feed.json"]?.contains(#""title": "سويوز 1""#) == true)
        #expect(files["data/spacecraft.csv"]?.contains("126,سويوز 1,") == true)
        let style = try #require(files.first { $0.key.hasPrefix("assets/site.") && $0.key.hasSuffix(".css") }?.value)
        #expect(style.contains("a, cite, .ship, .roman, .label, .num, .note, .tag, .unknown { unicode-bidi: isolate; }"))
    }

    @Test(arguments: ["", "   ", #"\t\n"#, #"\u202e"#, #"\u200b"#])
    func craftWithoutANameIsCalledByItsNumber(name: String) async throws {
        let (_, files) = try await site(("\"Aurora 1\"", "\"\(name)\""))
        let craft = try #require(files["spacecraft/126/index.html"])
        #expect(craft.contains("<title>Spacecraft 126, Aurora M – Polar Register</title>"))
        #expect(craft.contains("<h1 class=\"ship\">Spacecraft 126</h1>"))
        #expect(craft.contains("<li><span aria-current=\"page\">Spacecraft 126</span></li>"))
        #expect(files["spacecraft/index.html"]?.contains("<a class=\"ship\" href=\"../spacecraft/126/\">Spacecraft 126</a>") == true)
        #expect(files["feed.xml"]?.contains("<title>Spacecraft 126</title>") == true)
        #expect(files["data/search.json"]?.contains(#"[126,"Spacecraft 126","No. 54","126","#) == true)
    }

    @Test func everythingWithoutANameIsCalledByItsKindAndNumber() async throws {
        let (_, files) = try await site(
            ("\"Active\"", "\"\""), ("\"Aurora M\"", "\" \""), ("\"Capsule\"", "\"\""), ("\"Polar Bureau\"", "\"\""), ("\"Aurora\"", "\"\"")
        )
        for (path, name) in [
            ("statuses/4", "Status 4"), ("configurations/61", "Configuration 61"), ("types/2", "Type 2"), ("agencies/501", "Agency 501"),
            ("families/31", "Family 31"),
        ] {
            #expect(files["\(path)/index.html"]?.contains("<h1 class=\"\">\(name)</h1>") == true, "\(path)")
        }
    }

    @Test func formerNameMayBeEmptyInTheHistory() async throws {
        let (_, files) = try await site(
            history: """
                {"date":"2026-01-01T00:00:00Z","event":"appeared","kind":"spacecraft","id":126,"name":""}
                {"date":"2026-01-02T00:00:00Z","event":"changed","kind":"spacecraft","id":126,"name":"Aurora 1",\
                "changes":[{"field":"name","from":"","to":"Aurora 1"}]}

                """)
        let former = try #require(files["spacecraft/126/index.html"])
        #expect(former.contains("<title>Spacecraft 126, moved to Aurora 1 – Polar Register</title>"))
        #expect(files["changes/index.html"]?.contains(">Spacecraft 126</a>") == true)
    }

    // MARK: Feeds

    @Test func feedIdsStayWhenTheAddressOrTheNameChanges() async throws {
        let (_, first) = try await site()
        let (_, second) = try await site(
            ("\"Aurora 1\"", "\"Aurora One\""), configuration: "title: New\nbase_url: http://POLAR.example:8080/sub/folder/\n")
        func ids(_ files: [String: String]) -> [String] {
            (files["feed.xml"] ?? "").matches(of: /<id>([^<]*)</).map { String($0.output.1) }
                + (files["feed.json"] ?? "").matches(of: /"id": "([^"]*)"/).map { String($0.output.1) }
        }
        #expect(
            ids(first) == [
                "tag:polar.example,2026:spacecraft", "tag:polar.example,2026:spacecraft/126", "tag:polar.example,2026:spacecraft/126",
            ])
        #expect(ids(second) == ids(first))
        let (_, moved) = try await site(
            configuration: "title: T\nbase_url: https://elsewhere.example/\nfeed: {authority: \"polar.example,2026\"}\n")
        #expect(ids(moved) == ids(first))
    }

    // MARK: Values

    @Test func numbersHaveThreeDecimalsAtMost() async throws {
        let (_, files) = try await site(("\"height\": 7.5", "\"height\": 7.480000000000001"), ("\"diameter\": 2.5", "\"diameter\": 2.0004"))
        let page = try #require(files["configurations/61-aurora-m/index.html"])
        #expect(page.contains("<dt>Height</dt>\n<dd><span class=\"num\">7.48\u{A0}m</span></dd>"))
        #expect(page.contains("<dt>Diameter</dt>\n<dd><span class=\"num\">2\u{A0}m</span></dd>"))
        #expect(files["data/configurations.json"]?.contains(#""height_m":7.48,"diameter_m":2.0,"#) == true)
        #expect(files.allSatisfy { !$0.value.contains("7.4800") })
    }

    /// A snapshot of an earlier version may hold such values.
    @Test func valueThatCannotBeIsNotRecordedAndToldInANote() async throws {
        let folder = try await fetchedSite(Records.page(Self.record))
        var snapshot = try folder.text("site/data/snapshot.json")
        for (old, new) in [
            (#""time_in_space":"P10D""#, #""time_in_space":"-PT1S""#), (#""time_docked":"P2D""#, #""time_docked":"-P2D""#),
            (#""flights_count":1"#, #""flights_count":-3"#), (#""mission_ends_count":1"#, #""mission_ends_count":-12345"#),
            (#""height":7.5"#, #""height":-7.480000000000001"#), (#""diameter":2.5"#, #""diameter":0"#),
            (#""payload_capacity":100"#, #""payload_capacity":-100"#), (#""crew_capacity":3"#, #""crew_capacity":-3"#),
            (#""maiden_flight":"2019-03-02""#, #""maiden_flight":"0001-01-01""#), (#""total_launch_count":2"#, #""total_launch_count":-2"#),
            (#""duration":"P39D""#, #""duration":"-P39D""#), (#""net":"2024-09-28T17:17:21Z""#, #""net":"0001-01-01T00:00:00Z""#),
        ] {
            try #require(snapshot.contains(old), "\(old)")
            snapshot = snapshot.replacing(old, with: new)
        }
        try folder.write(snapshot, to: "site/data/snapshot.json")
        let built = await Terminal(folder: folder).build(folder("site"), to: folder("public"))
        try #require(built.status == .done, "\(built)")
        let craft = try folder.text("public/" + Self.page)
        #expect(
            notes(craft) == [
                "The source gives −1~s as the time in space. That cannot be; it is shown as not recorded.",
                "The source gives −2~d as the time docked. That cannot be; it is shown as not recorded.",
                "The source gives −3 as the number of flights. That cannot be; it is shown as not recorded.",
                "The source gives −12_345 as the number of mission ends. That cannot be; it is shown as not recorded.",
                "The source gives −39~d as the duration of Sever 2 | Aurora. That cannot be; it is shown as not recorded.",
                "The source gives 1~January 0001 as the launch date of Sever 2 | Aurora. That cannot be; it is shown as not recorded.",
            ])
        #expect(craft.matches(of: /<dd class="value"><span class="unknown">not recorded</).count == 4)
        #expect(
            notes(try folder.text("public/configurations/61-aurora-m/index.html")) == [
                "The source gives −7.48~m as the height. That cannot be; it is shown as not recorded.",
                "The source gives 0~m as the diameter. That cannot be; it is shown as not recorded.",
                "The source gives 1~January 0001 as the day of the maiden flight. That cannot be; it is shown as not recorded.",
                "The source gives −3 as the number of seats. That cannot be; it is shown as not recorded.",
                "The source gives −100~kg as the payload to orbit. That cannot be; it is shown as not recorded.",
                "The source gives −2 as the number of launches. That cannot be; it is shown as not recorded.",
            ])
        #expect(try folder.text("public/data/spacecraft.csv").contains(",,,,,259200,A craft."))
        #expect(try folder.text("public/data/configurations.csv").hasSuffix(",,,,,\r\n"))
        let wrong = try folder.files(in: "public").filter { path, bytes in
            path.hasSuffix(".json") && String(decoding: bytes, as: UTF8.self).contains(/:-[0-9]/)
        }
        #expect(wrong.keys.sorted() == [])
    }

    private func notes(_ page: String) -> [String] {
        page.matches(of: /<p class="doubt">([^<]*)</).map {
            String($0.output.1).replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
        }
    }
}
