import Foundation
import Testing

@testable import Publishing

@Suite struct NeighbourRuleTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let page = String(repeating: "<p>words</p>\n", count: 100)

    /// What is in the neighbour's place, as a change of what was published there.
    enum Spoiling: String, CaseIterable, CustomTestStringConvertible {
        case otherContent = "of another page"
        case cutOff = "cut off"
        case longer = "something behind its end"
        case empty = "empty"
        case noStream = "not compressed at all"

        var testDescription: String { rawValue }

        func apply(to encoded: [UInt8], _ encoder: Encoder) throws -> [UInt8] {
            switch self {
            case .otherContent: return try #require(encoder.encode(Array((page + "x").utf8)))
            case .cutOff: return encoded.dropLast()
            case .longer: return encoded + [0]
            case .empty: return []
            case .noStream: return Array(page.utf8)
            }
        }
    }

    @Test(arguments: ContentEncoding.allCases, Spoiling.allCases)
    func aNeighbourMustBeItsFile(_ encoding: ContentEncoding, _ spoiling: Spoiling) throws {
        try Build(compression: Compression(gzip: 6, brotli: 6)).publish(["index.html": Self.page], to: folder)
        #expect(try OutputChecker(output: folder.output).check().problems == [])
        let name = encoding.path(beside: "index.html")
        let file = URL(fileURLWithPath: "\(folder.output)/\(name)")
        let spoiled = try spoiling.apply(to: [UInt8](try Data(contentsOf: file)), Encoder(encoding: encoding, level: 6))
        try Data(spoiled).write(to: file)
        let found = try OutputChecker(output: folder.output).check().problems.map(\.description)
        #expect(found == ["\(name):1:1: is not 'index.html' compressed, and a server may send it instead. Build the site again"])
    }

    @Test func aBombIsLeftAtItsFirstByteTooMany() throws {
        let encoder = Encoder(encoding: .gzip, level: 9)
        let bomb = try #require(encoder.encode(Array(repeating: UInt8(ascii: "a"), count: 50_000_000)))
        #expect(!ContentEncoding.gzip.decodes(bomb, to: Array("aaaa".utf8)))
    }

    @Test func compressedFilesOfTheSitesOwnAreNotNeighbours() throws {
        try Build().publish(["index.html": "x", "data.tar.gz": "no gzip", "font.br": "x"], to: folder)
        let report = try OutputChecker(output: folder.output).check()
        #expect(report.problems == [])
        #expect(report.counts.pages == 1)
    }
}
