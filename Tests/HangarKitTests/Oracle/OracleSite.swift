import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Publishing
import TestSupport

/// A site that changes: what its folder is to hold, where it is built to, and what its builds remember.
struct OracleSite: Sendable {
    let folder: TemporaryFolder
    var snapshot: Snapshot
    var history: [DatedChange]
    /// Whether the history begins with a line that cannot be read.
    var isHistoryDamaged = false
    /// The values in `hangar.yml`, by the paths of their keys.
    var settings: [String: String]
    /// The moment of the last fetch.
    var now: Timestamp
    var output = "public"
    var cache: String? = "cache"
    var program: [UInt8]? = Array("this program".utf8)
    var baseURL: String?
    /// The files in the output that no build made.
    var foreign: [String: String] = [:]
    /// A number for each new text and file, so that none is like an earlier one.
    private(set) var serial = 0
    /// What the next build has to meet, once.
    var encounter: Encounter?

    init(settings: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        now = Timestamp(secondsSince1970: 4_102_444_800)
        let contents = OracleCatalogue.contents
        snapshot = Snapshot(
            source: "https://ll.thespacedevs.com/2.3.0/", mode: .detailed, dataDate: .fetched(now), catalogue: try Catalogue(contents))
        self.settings = ["title": "Register", "base_url": "https://register.example/", "index.page_size": "10"]
            .merging(settings) { $1 }
        history = []
        history = firstChanges(of: contents)
        try write()
        // The navigation may name the first, and the pages of the configuration are made by the others.
        try folder.write("# Contact\n\nWrite to us.\n", to: "site/content/contact.md")
        try folder.write(PictureHost.png, to: "site/static/card.png")
        for name in ["timeline", "years"] { try folder.write(OwnTemplates.bodies[0], to: "site/Templates/pages/\(name).html.mustache") }
    }

    /// Everything but two craft appeared at first, one after the other, and later those, while others changed.
    private func firstChanges(of contents: CatalogueContents) -> [DatedChange] {
        let first = Timestamp(secondsSince1970: now.secondsSince1970 - 40 * 86_400)
        let appeared = snapshot.catalogue.changes(since: nil)
        let late: [Change] = [
            Change(EntityKey(.spacecraft, 30), name: "Lark 3", event: .changed([FieldChange(field: "status", from: "1", to: "4")])),
            Change(EntityKey(.spacecraft, 60), name: "Lark 6", event: .appeared),
            Change(
                EntityKey(.configuration, 2), name: "Heron 2", event: .changed([FieldChange(field: "in_use", from: "false", to: "true")])),
            Change(EntityKey(.spacecraft, 5), name: "Lark 0", event: .removed),
        ]
        return appeared.filter { $0.entity != EntityKey(.spacecraft, 60) }.enumerated().map { index, change in
            DatedChange(date: Timestamp(secondsSince1970: first.secondsSince1970 + 3_600 * index), change: change)
        } + late.map { DatedChange(date: now, change: $0) }
    }

    mutating func nextSerial() -> Int {
        serial += 1
        return serial
    }
}

extension OracleSite {
    var contents: CatalogueContents { snapshot.catalogue.contents }

    /// Replaces the records. What tells of records that are gone goes too.
    mutating func setContents(_ contents: CatalogueContents) throws {
        snapshot.catalogue = try Catalogue(contents)
        let catalogue = snapshot.catalogue
        snapshot.setAside.removeAll { catalogue.name(of: $0.entity) == nil }
        snapshot.unusableValues.removeAll { catalogue.name(of: $0.entity) == nil }
    }

    /// Brings the site folder to what it is to hold. A file that is right is not touched.
    func write() throws {
        try write(yaml(settings), to: "site/hangar.yml")
        try write(String(decoding: snapshot.encoded(), as: UTF8.self), to: "site/data/snapshot.json")
        try write(
            (isHistoryDamaged ? "{\n" : "") + String(decoding: HistoryLog(history).encoded(), as: UTF8.self), to: "site/data/history.jsonl")
    }

    private func write(_ text: String, to file: String) throws {
        if folder.exists(file), try folder.text(file) == text { return }
        try folder.write(text, to: file)
    }

    /// The settings as YAML, in the order of their keys.
    private func yaml(_ settings: [String: String], indented level: Int = 0) -> String {
        let keys = Set(settings.keys.map { String($0.prefix { $0 != "." }) }).sorted()
        return keys.map { key in
            let margin = String(repeating: "  ", count: level) + key + ":"
            if let value = settings[key] { return margin + " " + value + "\n" }
            let inner = settings.filter { $0.key.hasPrefix(key + ".") }.map { (String($0.key.dropFirst(key.count + 1)), $0.value) }
            return margin + "\n" + yaml(Dictionary(uniqueKeysWithValues: inner), indented: level + 1)
        }.joined()
    }
}

extension OracleSite {
    /// Builds by the command. The build is long after all files were made, so that the times of the files prove their age.
    func build(into output: String, cache: String?, _ options: [String] = []) async throws -> Built {
        let terminal = Terminal(
            now: Timestamp(secondsSince1970: now.secondsSince1970 + 86_400), program: program, cache: cache.map { folder($0) },
            folder: folder)
        let address = baseURL.map { ["--base-url", $0] } ?? []
        return try Built(await terminal.build(folder("site"), to: folder(output), ["--json"] + address + options))
    }

    /// The options by which a build publishes, as the settings have them.
    var publishOptions: PublishOptions {
        PublishOptions(
            method: settings["publish.method"] == "swap" ? .swap : .inPlace,
            compression: Compression(
                gzip: settings["publish.compress.gzip"].flatMap { Int($0) }, brotli: settings["publish.compress.brotli"].flatMap { Int($0) }
            ))
    }
}

/// What a build says.
struct Built: Sendable {
    let status: ExitStatus
    let diagnostics: [String]
    /// Nil when it failed.
    let report: Report?

    struct Report: Decodable, Sendable {
        let pages: Int
        let files: Int
        let bytes: Int
        let written: [String]
        let unchanged: Int
        let removed: [String]
        let skipped: [String]
        let warnings: [[String: String]]
    }

    init(_ outcome: Outcome) throws {
        status = outcome.status
        diagnostics = outcome.diagnostics
        report = status == .done ? try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)) : nil
    }
}
