import Catalogue
import Foundation
import SiteGenerator
import Testing

@testable import HangarKit

/// An incremental build makes what a fresh build makes, whatever changed. CONTRIBUTING.md says how to read and repeat a failure.
@Suite struct OracleTests {
    /// Each field of each kind of record gets another value, in the record that most pages show, and nothing else tells of it.
    @Test(arguments: [
        [EntityKind.spacecraft, .status, .licence], [.configuration, .configurationType], [.agency, .agencyType, .family, .image],
    ])
    func aChangeOfAnyFieldReachesAllThatShowIt(kinds: [EntityKind]) async throws {
        // Further pages of an entity's craft show less than the first, so that a few entities need some.
        var oracle = try await Oracle(seed: 1, settings: ["index.page_size": "4"])
        #expect(try await oracle.step(Self.wholeViews))
        for kind in kinds {
            for field in CatalogueMutation.fields where field.name.split(separator: " ").first.map(String.init) == kind.rawValue {
                let change = SiteMutation(field.name) { site, chance in
                    var contents = site.contents
                    guard let done = field.apply(&contents, .value, .mostShown, &chance) else { return nil }
                    try site.setContents(contents)
                    return done
                }
                #expect(try await oracle.step(change), "\(field.name): no record has a part for this field. OracleCatalogue needs one.")
            }
        }
    }

    /// Pages that show all that their templates are given: each field of their views, and each of the source's own record.
    private static let wholeViews = SiteMutation("templates that show all that they are given") { site, _ in
        let places =
            [("layouts/page", "{{$main}}{{/main}}", "{{$main}}{{/main}}{{. | json}}")]
            + ["spacecraft", "configuration", "agency", "family"].map { ("pages/" + $0, "{{$main}}\n", "{{$main}}\n{{record | json}}\n") }
        for (name, tag, reading) in places {
            let path = name + ".html.mustache"
            let template = try #require(Theme.standard.templates.first { $0.path == path })
            let text = String(decoding: template.bytes, as: UTF8.self)
            try #require(text.contains(tag), "\(path) has no '\(tag)', so it would not show all")
            try site.folder.write(text.replacing(tag, with: reading), to: "site/Templates/" + path)
        }
        return "on all pages"
    }

    /// A page names its neighbours in the order of names, with which it may have nothing else in common.
    @Test func aNewNameReachesTheNeighboursInTheOrderOfNames() async throws {
        func rename<E: Entity>(_ type: E.Type, at index: Int, _ name: @escaping @Sendable (String) -> String = { $0 + " bis" })
            -> SiteMutation
        {
            SiteMutation("the name of a record") { site, _ in
                var contents = site.contents
                var entities = contents[type]
                entities[index].name = name(entities[index].name)
                contents[type] = entities
                try site.setContents(contents)
                return entities[index].name
            }
        }
        var oracle = try await Oracle(seed: 6, settings: ["index.page_size": "20"])
        #expect(try await oracle.step(Self.wholeViews))
        for index in stride(from: 0, to: 20, by: 4) { #expect(try await oracle.step(rename(Spacecraft.self, at: index))) }
        for index in [1, 4] {
            #expect(try await oracle.step(rename(Configuration.self, at: index)))
            #expect(try await oracle.step(rename(Agency.self, at: index)))
            #expect(try await oracle.step(rename(Family.self, at: index)))
        }
        // Old and new neighbours.
        #expect(try await oracle.step(rename(Spacecraft.self, at: 9) { "Zyx " + $0 }))
        #expect(try await oracle.step(rename(Agency.self, at: 2) { "Aardvark " + $0 }))
    }

    @Test func aChangeOfAnyKeyOfTheConfigurationReachesAllPages() async throws {
        #expect(ConfigurationSchema.root.paths.filter { (OracleSettings.values[$0] ?? []).isEmpty } == [], "OracleSettings needs values")
        var oracle = try await Oracle(seed: 2, settings: ["images.delivery": "copy", "publish.compress.gzip": "1"])
        // Further languages make each build take longer, so they come last.
        for key in ConfigurationSchema.root.paths.sorted(by: { !$0.hasPrefix("language") && $1.hasPrefix("language") }) {
            let value = try #require(oracle.site.otherValues(of: key).first)
            #expect(try await oracle.step(SiteMutation(key) { site, _ in site.set(key, to: value) }))
        }
        for (key, value) in [("title", "{en: Register, de: Das Register}"), ("description", "{de: Alles, en: All}")] {
            #expect(try await oracle.step(SiteMutation(key) { site, _ in site.set(key, to: value) }))
        }
    }

    /// What is neither a field nor a key, each by itself: the history most often, as it has most ways to change.
    @Test func aChangeOfAnyOtherInputReachesAllThatShowIt() async throws {
        var oracle = try await Oracle(seed: 5, settings: ["index.page_size": "6"])
        #expect(try await oracle.step(Self.wholeViews))
        for mutation in SiteMutation.records.dropFirst(2) + SiteMutation.fetches + SiteMutation.theme {
            for _ in 0..<(mutation.kind.contains("history") ? 8 : 2) { _ = try await oracle.step(mutation) }
        }
        #expect(oracle.counts["the history"] ?? 0 > 5)
        #expect(oracle.counts["the date of an entry of the history"] ?? 0 > 5)
    }

    @Test func randomChangesInARow() async throws {
        let environment = ProcessInfo.processInfo.environment
        let steps = environment["HANGAR_ORACLE_STEPS"].flatMap { Int($0) } ?? 60
        let seed = environment["HANGAR_ORACLE_SEED"].flatMap { UInt64($0) } ?? 1
        var oracle = try await Oracle(seed: seed, settings: ["publish.compress.gzip": "1", "publish.compress.brotli": "0"])
        #expect(try await oracle.step(Self.wholeViews))
        let isLong = environment["HANGAR_ORACLE_STEPS"] != nil
        for step in 1...steps {
            try await oracle.randomStep()
            if isLong, step % 25 == 0 { _ = try await oracle.step(.kill) }
        }
        guard isLong else { return }
        for (kind, count) in oracle.counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("\(count)\t\(kind)") }
        let written = oracle.written.sorted()
        print("seed \(seed): \(oracle.counts.values.reduce(0, +)) changes, 0 differences; of \(oracle.pages) pages at the end")
        print("files written by a build: \(written[written.count / 2]) in the middle, \(written.last ?? 0) at most")
    }

    @Test func aByteThatIsAlteredAfterTheBuildIsNoticed() async throws {
        let difference = try await difference { site in
            var bytes = try site.folder.bytes("public/about/index.html")
            bytes[bytes.count / 2] ^= 1
            try site.folder.write(bytes, to: "public/about/index.html")
        }
        #expect(difference.count == 1)
        #expect(difference.first?.hasPrefix("about/index.html: line ") == true)
    }

    @Test func aFileThatIsWrittenWithTheBytesThatItHadIsNoticed() async throws {
        let file = "public/data/spacecraft.csv"
        let difference = try await difference { try $0.folder.write(try $0.folder.bytes(file), to: file, inPlace: false) }
        #expect(difference == ["data/spacecraft.csv: written with the bytes that it had"])
    }

    /// What the oracle says when this is done to the output after a build.
    private func difference(afterTampering tampering: @escaping @Sendable (OracleSite) throws -> Void) async throws -> [String] {
        var oracle = try await Oracle(seed: 3)
        oracle.tampering = tampering
        let edit = SiteMutation("the title") { site, _ in site.set("title", to: "Another title") }
        return await #expect(throws: OracleDifference.self) { try await oracle.step(edit) }?.differences ?? []
    }
}
