import Foundation
import Publishing
import TestSupport
import Testing

@testable import SiteCheck

@Suite struct PrecompressedFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let page = String(repeating: "<p>words</p>\n", count: 100)

    /// The file in the place of the compressed file, as a change to the published one.
    enum Spoiling: String, CaseIterable, CustomTestStringConvertible {
        case otherContent = "of another page"
        case cutOff = "cut off"
        case longer = "something behind its end"
        case empty = "empty"
        case noStream = "not compressed at all"

        var testDescription: String { rawValue }

        func apply(to encoded: [UInt8], at name: String) throws -> [UInt8] {
            switch self {
            case .otherContent: return try published(page + "x", name)
            case .cutOff: return encoded.dropLast()
            case .longer: return encoded + [0]
            case .empty: return []
            case .noStream: return Array(page.utf8)
            }
        }
    }

    /// The compressed file of another site.
    static func published(_ page: String, _ name: String) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try Build(compression: Compression(gzip: 6, brotli: 6)).publish(["index.html": page], to: folder)
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.output)/\(name)")))
    }

    @Test(arguments: ContentEncoding.allCases, Spoiling.allCases)
    func aCompressedFileMustBeItsSource(_ encoding: ContentEncoding, _ spoiling: Spoiling) throws {
        try Build(compression: Compression(gzip: 6, brotli: 6)).publish(["index.html": Self.page], to: folder)
        #expect(try SiteChecker(output: folder.output).check().problems == [])
        let name = encoding.path(beside: "index.html")
        let file = URL(fileURLWithPath: "\(folder.output)/\(name)")
        let spoiled = try spoiling.apply(to: [UInt8](try Data(contentsOf: file)), at: name)
        try Data(spoiled).write(to: file)
        let found = try SiteChecker(output: folder.output).check().problems.map(\.description)
        #expect(found == ["\(name):1:1: is not 'index.html' compressed, and a server may send it instead. Build the site again"])
    }

    @Test func compressedFilesWithoutASourceAreFilesOfTheirOwn() throws {
        try Build().publish(["index.html": "x", "data.tar.gz": "no gzip", "font.br": "x"], to: folder)
        let report = try SiteChecker(output: folder.output).check()
        #expect(report.problems == [])
        #expect(report.counts.pages == 1)
    }
}
