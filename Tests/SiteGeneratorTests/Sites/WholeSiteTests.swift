import Catalogue
import SiteGenerator
import TemplateEngine
import Testing

@Suite struct WholeSiteTests {
    static let register = [
        "index.html", "404.html", "about/index.html", "agencies/121-heronry/index.html", "agencies/index.html", "changes/index.html",
        "agencies/by-craft/index.html", "compare/index.html", "opensearch.xml", "configurations/1-heron-crew/index.html",
        "configurations/index.html",
        "configurations/2-lark-tm/pictures/index.html", "configurations/pictures/index.html", "in-space/index.html", "credits/index.html",
        "credits/nasa-image-and-media-guidelines/index.html", "credits/not-stated/index.html", "credits/tass-image-use-policy/index.html",
        "credits/missing-licences/index.html", "data/configurations.csv", "data/csv-metadata.json", "data/datapackage.json",
        "data/index.html", "data/search.json", "data/spacecraft.csv", "data/spacecraft.json", "data/spacecraft.schema.json",
        "data/spacecraft-record.schema.json", "spacecraft/126-lark-tm-4/index.json",
        "families/2-heron/index.html", "feed.json", "feed.xml", "feed/2026-03.json", "feed/2026-01/699-701.json", "records/index.html",
        "sitemap.xml",
        "spacecraft/126-lark-tm-04/index.html", "spacecraft/126-lark-tm-4/index.html", "spacecraft/551-heron-freedom/index.html",
        "spacecraft/700-heron-xl/index.html", "spacecraft/701-title-script-alert-1-script-q-title-x-trap/index.html",
        "spacecraft/702/index.html", "spacecraft/by-time-in-space/page/2/index.html", "statuses/4-single-use/page/2/index.html",
        "types/1-capsule/index.html",
    ]

    @Test(arguments: register)
    func aFileOfTheRegisterIsTheStoredOne(path: String) throws {
        let bytes = try #require(Rendered.sample().files[path], "no such file is made: \(path)")
        try ExpectedFiles(site: "register").compare(path, with: bytes)
    }

    @Test(arguments: [
        "changes/index.html", "data/csv-metadata.json", "spacecraft/551-heron-freedom/index.json", "data/flights.csv", "data/flights.json",
        "data/index.html", "spacecraft/318-finch-m-46/index.html",
        "spacecraft/551-heron-freedom/index.html", "flights/index.html",
    ])
    func aFileOfARegisterWithFlightsIsTheStoredOne(path: String) throws {
        let site = try Rendered(Sample.inputWithFlights())
        try ExpectedFiles(site: "flights").compare(path, with: #require(site.files[path], "no such file is made: \(path)"))
    }

    /// If the record gives no flights, or an empty list, nothing is shown of them.
    @Test func flightsChangeNoPageButThoseThatAreAboutThem() throws {
        let plain = try Rendered.sample().files
        let empty = try Rendered(
            Sample.input { contents in for index in contents.spacecraft.indices { contents.spacecraft[index].flights = [] } })
        #expect(empty.files == plain)
        let flown = try Rendered(Sample.input { contents in contents.spacecraft[4].flights = Sample.flights }).files
        let changed = Set(flown.keys).union(plain.keys).filter { flown[$0] != plain[$0] }.sorted()
        // The record of each craft says that it has none.
        let records = changed.filter { $0.hasSuffix("/index.json") }
        #expect(records.count == 9)
        #expect(
            changed.filter { !records.contains($0) } == [
                "agencies/121-heronry/index.html", "configurations/1-heron-crew/index.html", "data/csv-metadata.json",
                "data/datapackage.json", "data/flights.csv", "data/flights.json", "data/flights.schema.json", "data/index.html",
                "data/search.json", "data/spacecraft-record.schema.json", "data/spacecraft.sqlite",
                "flights/index.html", "index.html",
                "sitemap.xml",
                "spacecraft/551-heron-freedom/index.html",
            ])
    }

    @Test(arguments: ["index.html", "spacecraft/index.html", "feed.json", "feed.xml", "sitemap.xml", "data/spacecraft.csv"])
    func aFileOfARegisterWithoutAnyRecordIsTheStoredOne(path: String) throws {
        let input = try Sample.input({ $0 = CatalogueContents() }, history: [], dataDate: .unknown, about: nil)
        let site = try Rendered(input)
        try ExpectedFiles(site: "empty").compare(path, with: #require(site.files[path]))
    }

    /// RFC 9309, section 2.3: the file counts only at the root of a host.
    @Test(arguments: [("https://example.org/", true), ("https://example.org/catalogue/", false)])
    func onlyASiteAtTheRootOfItsHostHasARobotsTxt(base: String, exists: Bool) throws {
        var settings = Sample.settings
        settings.baseURL = base
        let site = try Rendered(Sample.input(settings: settings))
        #expect(
            site["robots.txt"]
                == (exists ? "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n" : ""))
        #expect((site.files["robots.txt"] != nil) == exists)
    }

    @Test func eachPathIsMadeOnce() throws {
        let paths = try SiteGenerator(Sample.input()).files.map(\.path)
        #expect(paths.count == Set(paths).count)
    }

    @Test func twoGeneratorsAndManyThreadsMakeTheSameBytes() async throws {
        let expected = try Rendered.sample().files
        let generator = try SiteGenerator(Sample.input())
        let rendered = try await withThrowingTaskGroup(of: (String, [UInt8]).self) { group in
            for file in generator.files.shuffled() {
                group.addTask {
                    var output = OutputBuffer()
                    try generator.render(file, into: &output)
                    return (file.path, output.bytes)
                }
            }
            return try await group.reduce(into: [String: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        #expect(rendered == expected)
    }
}
