import Foundation
import SiteCheck
import Support
import TestSupport
import Testing

@testable import Publishing

@Suite struct CompressionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let page = String(repeating: "<p>A spacecraft of the register, and what it did.</p>\n", count: 40)
    static let site = ["index.html": page, "assets/a.css": String(repeating: "a { color: red }\n", count: 80), "robots.txt": "short"]
    static let both = Compression(gzip: 9, brotli: 9)
    static let withNeighbours = [
        "assets/a.css", "assets/a.css.br", "assets/a.css.gz", "index.html", "index.html.br", "index.html.gz", "robots.txt",
    ]

    func publish(
        _ site: [String: String], _ compression: Compression = both, _ method: PublishOptions.Method = .inPlace, force: Bool = false
    ) throws -> PublishReport {
        try Build(method: method, force: force, compression: compression).publish(site, to: folder)
    }

    func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.output)/\(path)"))) }

    func files() throws -> [String] { try Identity.read(folder.output).keys.filter { $0 != ".hangar-manifest" }.sorted() }

    /// Replaces the file by other bytes of the same length, so that its inode changes.
    func spoil(_ path: String) throws {
        var spoiled = try bytes(path)
        spoiled[spoiled.count / 2] ^= 0x55
        try Data(spoiled).write(to: URL(fileURLWithPath: "\(folder.output)/\(path)"), options: .atomic)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func textFilesArePrecompressedAndDecodeToTheSame(_ method: PublishOptions.Method) throws {
        let report = try publish(Self.site, Self.both, method)
        #expect(report.written == Self.withNeighbours)
        #expect(report.files == 7)
        for path in ["index.html", "assets/a.css"] {
            for encoding in ContentEncoding.allCases {
                let encoded = try bytes(encoding.path(beside: path))
                #expect(encoding.decodes(encoded, to: Array(Self.site[path, default: ""].utf8)))
            }
        }
        #expect(try SiteChecker(output: folder.output).check().problems == [])
    }

    @Test func withoutALevelThereAreNone() throws {
        #expect(try publish(Self.site, .none).written == ["assets/a.css", "index.html", "robots.txt"])
        #expect(try publish(Self.site, Compression(gzip: 1)).written == ["assets/a.css.gz", "index.html.gz"])
        #expect(try publish(Self.site, Compression(brotli: 0)).written == ["assets/a.css.br", "index.html.br"])
    }

    static let noise: [UInt8] = {
        var state: UInt64 = 1
        return (0..<4_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }()

    @Test(arguments: [
        ("a.html", true), ("a.HTM", true), ("a.css", true), ("a.js", true), ("a.mjs", true), ("a.json", true), ("a.xml", true),
        ("a.svg", true),
        ("a.txt", true), ("a.csv", true), ("a.png", false), ("a.sqlite", false), ("a.woff2", false), ("a.zip", false), ("html", false),
        (".html", false),
    ])
    func onlyTextIsCompressed(_ file: (path: String, isCompressed: Bool)) throws {
        let report = try publish([file.path: Self.page], Compression(gzip: 6))
        #expect(report.written == (file.isCompressed ? [file.path, file.path + ".gz"] : [file.path]))
    }

    @Test(arguments: [(1_023, []), (1_024, ["a.txt.br", "a.txt.gz"])] as [(Int, [String])])
    func aFileThatFitsInOnePacketHasNone(_ file: (size: Int, precompressed: [String])) throws {
        #expect(try publish(["a.txt": String(repeating: "a", count: file.size)]).written == ["a.txt"] + file.precompressed)
    }

    @Test func whatDoesNotShrinkByATwentiethHasNone() throws {
        let transaction = try Build(compression: Self.both).begin(folder)
        try transaction.add("noise.txt", Self.noise, kind: .asset)
        #expect(try transaction.publish().written == ["noise.txt"])
        #expect([100, 256, 1_000, 1_001].map(Encoders.limit) == [95, 243, 950, 950])
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func nothingChangedMeansNothingIsTouched(_ method: PublishOptions.Method) throws {
        _ = try publish(Self.site, Self.both, method)
        let before = try Identity.read(folder.output)
        let report = try publish(Self.site, Self.both, method)
        #expect(report.written == [])
        #expect(report.unchanged == 7)
        #expect(try Identity.read(folder.output) == before)
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func thePrecompressedFilesOfAChangedFileAreMadeAgain(_ method: PublishOptions.Method) throws {
        _ = try publish(Self.site, Self.both, method)
        var next = Self.site
        next["index.html"] = Self.page + "more"
        #expect(try publish(next, Self.both, method).written == ["index.html", "index.html.br", "index.html.gz"])
        #expect(try SiteChecker(output: folder.output).check().problems == [])
    }

    @Test(arguments: PublishOptions.Method.allCases, ["index.html.gz", "index.html.br"])
    func aPrecompressedFileEditedOrRemovedByHandIsPutRight(_ method: PublishOptions.Method, _ path: String) throws {
        _ = try publish(Self.site, Self.both, method)
        let right = try bytes(path)
        try spoil(path)
        #expect(try publish(Self.site, Self.both, method).written == [path])
        #expect(try bytes(path) == right)
        try FileManager.default.removeItem(atPath: "\(folder.output)/\(path)")
        #expect(try publish(Self.site, Self.both, method).written == [path])
        #expect(try bytes(path) == right)
    }

    @Test func aPrecompressedFileOfTheFormerContentIsNotTaken() throws {
        // A kill between the moves of the two leaves this state: the page is already the new one.
        _ = try publish(Self.site)
        var next = Self.site
        next["index.html"] = Self.page + "more"
        try Data((Self.page + "more").utf8).write(to: URL(fileURLWithPath: folder.output + "/index.html"))
        #expect(try publish(next).written == ["index.html.br", "index.html.gz"])
        #expect(try SiteChecker(output: folder.output).check().problems == [])
    }

    @Test func anotherLevelMakesThemAgain() throws {
        _ = try publish(Self.site, Compression(gzip: 1))
        // Two levels may give the same bytes for one file. The file is then not written, but a fresh build has the same.
        _ = try publish(Self.site, Compression(gzip: 9))
        let changed = try bytes("index.html.gz")
        let other = try TemporaryFolder()
        try Build(compression: Compression(gzip: 9)).publish(Self.site, to: other)
        #expect(changed == [UInt8](try Data(contentsOf: URL(fileURLWithPath: other.output + "/index.html.gz"))))
        #expect(try FileTree.read(other.output)?.nodes[".hangar-manifest"] == FileTree.read(folder.output)?.nodes[".hangar-manifest"])
    }

    @Test(arguments: PublishOptions.Method.allCases)
    func theyGoWithTheOptionAndWithTheirFiles(_ method: PublishOptions.Method) throws {
        _ = try publish(Self.site, Self.both, method)
        var next = Self.site
        next["assets/a.css"] = nil
        #expect(try publish(next, Self.both, method).removed == ["assets/a.css", "assets/a.css.br", "assets/a.css.gz"])
        #expect(try publish(next, Compression(gzip: 9), method).removed == ["index.html.br"])
        #expect(try publish(next, .none, method).removed == ["index.html.gz"])
        #expect(try files() == ["index.html", "robots.txt"])
    }

    @Test func aFileThatSomebodyElseCompressedIsNotOverwritten() throws {
        _ = try publish(Self.site, .none)
        try FileTree(["index.html.gz": "mine"]).write(to: folder.output)
        let error = #expect(throws: PublishError.self) { try publish(Self.site) }
        #expect(
            error
                == PublishError(
                    .foreign, at: folder.output + "/index.html.gz", "was not written by a build and is in the place of a page",
                    remedy: "Move it away, or overwrite it with --force"))
        #expect(try publish(Self.site, force: true).written.contains("index.html.gz"))
    }

    @Test func aFileOfTheSiteMayNotHaveThePathOfAPrecompressedFile() throws {
        var site = Self.site
        site["index.html.gz"] = "a download"
        let error = #expect(throws: PublishError.self) { try publish(site) }
        #expect(error?.kind == .badPath)
    }

    @Test func theHeaderTellsNoTimeAndNoSystem() throws {
        _ = try publish(Self.site, Compression(gzip: 9))
        // RFC 1952, section 2.3: magic, deflate, no flags, no time, slowest, unknown system.
        #expect(try bytes("index.html.gz").prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    }

    @Test func manyThreadsGiveTheSameBytes() async throws {
        let site = Dictionary(uniqueKeysWithValues: (0..<200).map { ("craft/\($0 % 20)/\($0)/index.html", "\($0)" + Self.page) })
        let transaction = try Build(compression: Self.both).begin(folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (path, text) in site { group.addTask { try transaction.add(path, Array(text.utf8), kind: .page) } }
            try await group.waitForAll()
        }
        #expect(try transaction.publish().files == 600)
        let other = try TemporaryFolder()
        try Build(compression: Self.both).publish(site, to: other)
        #expect(try FileTree.read(folder.output) == FileTree.read(other.output))
    }

    @Test(arguments: Compression.gzipLevels.map { Compression(gzip: $0) } + Compression.brotliLevels.map { Compression(brotli: $0) })
    func aSiteCanBePublishedAtEachLevel(_ compression: Compression) throws {
        _ = try publish(Self.site, compression)
        #expect(try files().count == 5)
        #expect(try SiteChecker(output: folder.output).check().problems == [])
    }

    @Test(arguments: [Encoder(encoding: .gzip, level: 6), Encoder(encoding: .brotli, level: 5), Encoder(encoding: .brotli, level: 9)])
    func aFileIsCompressedAlikeWhateverCameBefore(_ encoder: Encoder) {
        let files = [Array(Self.page.utf8), Self.noise, Array(String(repeating: Self.page + "x", count: 300).utf8), []]
        let first = files.map { encoder.encode($0) }
        #expect(files.reversed().map { encoder.encode($0) } == first.reversed())
    }

    @Test func whatAnotherLibraryMadeOfTheSameFileIsMadeAgain() throws {
        _ = try publish(Self.site, Compression(gzip: 9))
        let right = try bytes("index.html.gz")
        // The same page at the same level by zlib 1.2.13, and the stamp that a build with that library gave it.
        let other = try #require(Data(base64Encoded: Self.pageByZlib))
        try other.write(to: URL(fileURLWithPath: "\(folder.output)/index.html.gz"))
        let stamp = String(
            Self.hash(Array(other), seed: Self.hash(Array("gz 9 1.2.13".utf8), seed: Self.hash(Array(Self.page.utf8)))), radix: 16)
        let manifest = URL(fileURLWithPath: folder.output + "/.hangar-manifest")
        let lines = try String(decoding: Data(contentsOf: manifest), as: UTF8.self).split(separator: "\n").map { line in
            line.hasPrefix("index.html.gz\t") ? "index.html.gz\t" + String(repeating: "0", count: 16 - stamp.count) + stamp : String(line)
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: manifest)
        #expect(try SiteChecker(output: folder.output).check().problems == [])
        #expect(try publish(Self.site, Compression(gzip: 9)).written == ["index.html.gz"])
        #expect(try bytes("index.html.gz") == right)
    }

    static let pageByZlib =
        "H4sIAAAAAAAC/+3LwQ2AIAwF0LtT/AGMLtCQOEpDi3BBAk1c3xUc4L/7k5EurKHZ89QSeAqiOqbfbYXPHdoNb9VAC1izQ86RNuHi4uLi4uLi+r0+AymEJnAIAAA="

    static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 { bytes.withUnsafeBytes { XXHash64.hash($0, seed: seed) } }

    @Test func levelsBeyondTheRangeAreBroughtIntoIt() {
        #expect(Compression(gzip: 0, brotli: -1) == Compression(gzip: 1, brotli: 0))
        #expect(Compression(gzip: 13, brotli: 12) == Compression(gzip: 12, brotli: 11))
    }

    @Test func aBombIsLeftAtItsFirstByteTooMany() throws {
        let encoder = Encoder(encoding: .gzip, level: 9)
        let bomb = try #require(encoder.encode(Array(repeating: UInt8(ascii: "a"), count: 50_000_000)))
        #expect(!ContentEncoding.gzip.decodes(bomb, to: Array("aaaa".utf8)))
    }
}

extension Encoder {
    fileprivate func encode(_ bytes: [UInt8]) -> [UInt8]? {
        var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
        let count = bytes.withUnsafeBytes { bytes in output.withUnsafeMutableBytes { encode(bytes, into: $0) } }
        return count.map { Array(output.prefix($0)) }
    }
}

extension ContentEncoding {
    /// Decodes with a buffer so small that it must be filled many times.
    fileprivate func decodes(_ encoded: [UInt8], to bytes: [UInt8]) -> Bool {
        let buffers = BufferPool(size: 100)
        return encoded.withUnsafeBytes { encoded in bytes.withUnsafeBytes { decodes(encoded, to: $0, buffers: buffers) } }
    }
}
