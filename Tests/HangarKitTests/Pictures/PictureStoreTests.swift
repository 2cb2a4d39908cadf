import Catalogue
import SiteGenerator
import Support
import Synchronization
import TestSupport
import Testing

@testable import HangarKit

@Suite struct PictureStoreTests {
    @Test(arguments: [
        ("https://host.example/media/soyuz_tm_20231228.jpeg", "7-original-soyuz_tm_20231228"),
        ("https://host.example/a%2520b.png?x=/y.gif#z", "7-original-a-2520b"),
        ("https://host.example/..", "7-original--"), ("https://host.example/Союз.png", "7-original-----"),
        ("https://host.example/", "7-original-host"), ("", "7-original-"),
    ])
    func isThePicturesIdAndSizeAndTheSourcesFileNameInLettersThatEveryFileSystemAndAddressTakes(address: String, stem: String) {
        let image = Image(id: 7, name: "", imageURL: address, thumbnailURL: "", licenceID: 1)
        #expect(PictureStore.stem(of: image, .original) == stem)
    }
}

@Suite struct PictureStoreReadingTests {
    /// A JPEG of 800 by 600 pixels, whose size stands after segments of so many bytes.
    private static func jpeg(after segments: Int) -> [UInt8] {
        let segment: [UInt8] = [0xFF, 0xE2, 0x40, 0] + [UInt8](repeating: 7, count: (0x40 << 8) - 2)
        return [0xFF, 0xD8] + [[UInt8]](repeating: segment, count: segments).joined()
            + [0xFF, 0xC0, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, 1, 0, 0] + [UInt8](repeating: 0, count: 100_000)
    }

    @Test(arguments: [(0, []), (1, []), (2, ["7-original-a.jpeg"]), (5, ["7-original-a.jpeg"])])
    func ofACopyThatIsShownAsItIsOnlyTheHeadIsReadIfItHasTheSize(segments: Int, readWhole: [String]) throws {
        let folder = try TemporaryFolder(["pictures/": ""])
        try folder.write(Self.jpeg(after: segments), to: "pictures/7-original-a.jpeg")
        let whole = Mutex<[String]>([])
        var files = FileAccess.disk
        files.contents = { (path) throws(InputError) in
            whole.withLock { $0.append(String(path.split(separator: "/").last ?? "")) }
            return try FileAccess.disk.contents(path)
        }
        let store = PictureStore(folder: folder("pictures"), files: files)
        var memory = PictureMemory(now: Self.later)
        let copy = try store.copies(of: Self.image, in: try store.names(), hasSizes: false, &memory)
        #expect(copy?.original == PictureCopy.File(path: "pictures/7-original-a.jpeg", width: 800, height: 600))
        #expect(whole.withLock { $0 } == readWhole)
    }

    private static let image = Image(id: 7, name: "", imageURL: "https://host.example/a.jpg", thumbnailURL: "", licenceID: 1)
    /// Long after the files of the tests have changed.
    private static let later = Timestamp(secondsSince1970: 1 << 40)

    @Test func aCopyWhoseSizesAreShownIsReadWholeOnceAndAgainWhenItHasChangedOrIsNotRemembered() throws {
        let folder = try TemporaryFolder(["pictures/": ""])
        let path = "pictures/7-original-a.jpeg"
        let read = Mutex(0)
        var files = FileAccess.disk
        files.contents = { (path) throws(InputError) in
            read.withLock { $0 += 1 }
            return try FileAccess.disk.contents(path)
        }
        let store = PictureStore(folder: folder("pictures"), files: files)
        var entries: [String: PictureMemory.Entry] = [:]
        func build(now: Timestamp = Self.later) throws -> (reads: Int, isRemembered: Bool) {
            let before = read.withLock { $0 }
            var memory = PictureMemory(known: entries, now: now)
            let copy = try store.copies(of: Self.image, in: try store.names(), hasSizes: true, &memory)
            #expect(copy?.original.path == path)
            entries = memory.entries
            return (read.withLock { $0 } - before, !entries.isEmpty)
        }
        try folder.write(Self.jpeg(after: 0), to: path)
        // Just after a change a second one would not show.
        #expect(try build(now: Timestamp(secondsSince1970: 0)) == (1, false))
        #expect(try build() == (1, true))
        #expect(try build() == (0, true))
        try folder.write(Self.jpeg(after: 0) + [1], to: path)
        let first = entries
        #expect(try build() == (1, true))
        #expect(entries["7-original-a.jpeg"]?.content != first["7-original-a.jpeg"]?.content)
        entries = [:]
        #expect(try build() == (1, true))
    }
}

@Suite struct PictureHeaderTests {
    @Test func pngGIFWebPInItsThreeFormsAndJPEGAreReportedWithTheirSizes() {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 3, 32, 0, 0, 2, 88]
        let gif: [UInt8] = Array("GIF89a".utf8) + [0x20, 0x03, 0x58, 0x02, 0]
        let riff: [UInt8] = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
        let lossy: [UInt8] = riff + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x20, 0x03, 0x58, 0x02]
        let lossless: [UInt8] = riff + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x1F, 0xC3, 0x95, 0x00] + [0, 0, 0, 0, 0]
        let extended: [UInt8] = riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 0x03, 0x00, 0x57, 0x02, 0x00]
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, 1, 0, 0]
        for (bytes, format) in [(png, PictureFormat.png), (gif, .gif), (lossy, .webp), (lossless, .webp), (extended, .webp), (jpeg, .jpeg)]
        {
            let header = PictureHeader(bytes)
            #expect(header?.format == format)
            #expect(header?.width == 800)
            #expect(header?.height == 600)
        }
    }

    @Test(arguments: [
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>", "<!doctype html>", "", "GIF89a", "RIFF", "BM",
    ])
    func whatIsNoneOfThemIsNoPictureWhateverItIsCalled(_ text: String) {
        #expect(PictureHeader(Array(text.utf8)) == nil)
    }

    @Test(arguments: [0, 65_536, 1 << 31 - 1])
    func aPictureWithoutASizeOrLargerThanABrowserCanHoldIsRefused(width: Int) {
        let size = (0..<4).map { UInt8(truncatingIfNeeded: width >> (24 - 8 * $0)) }
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + size + [0, 0, 2, 88]
        #expect(PictureHeader(png) == nil)
    }

    /// A JPEG of 800 by 600 stored pixels with an Exif segment.
    private static func jpeg(_ tiff: [UInt8]) -> [UInt8] {
        [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(tiff.count + 8)] + Array("Exif".utf8) + [0, 0] + tiff
            + [0xFF, 0xC0, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, 1, 0, 0]
    }

    private static let big: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]

    @Test(
        arguments: [
            (big + [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0], 600), (big + [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0], 800),
            ([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0], 600),
            (big + [0, 2, 1, 0, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0] + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 5, 0, 0], 600),
            // What is no orientation, or stands outside of the segment.
            (big + [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0], 800), (big + [0, 1, 1, 0x12, 0, 4, 0, 0, 0, 1, 0, 6, 0, 0], 800),
            ([0x4D, 0x4D, 0, 42, 0xFF, 0xFF, 0xFF, 0xFF, 0, 1], 800), (big + [0xFF, 0xFF, 1, 0], 800), (big, 800), ([], 800),
        ] as [([UInt8], Int)])
    func aJPEGThatIsShownTurnedHasTheSidesThatAreSeen(tiff: [UInt8], width: Int) {
        let header = PictureHeader(Self.jpeg(tiff))
        #expect(header?.width == width)
        #expect(header?.height == 1_400 - width)
    }

    private static let turned: [UInt8] = big + [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
    private static let marked: [UInt8] = Array("Exif\0\0".utf8) + turned
    private static func cut(_ bytes: [UInt8], _ count: Int) -> [UInt8] { Array(bytes.dropLast(count)) }
    private static let upright: [UInt8] = big + [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0]

    private static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        let length: [UInt8] = [0, 0, UInt8(content.count >> 8), UInt8(content.count & 0xFF)]
        let checksum: [UInt8] = [0, 0, 0, 0]
        return length + Array(kind.utf8) + content + checksum
    }

    /// A PNG of 800 by 600 stored pixels.
    private static func png(_ chunks: [UInt8]...) -> [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return signature + chunk("IHDR", [0, 0, 3, 32, 0, 0, 2, 88, 8, 2, 0, 0, 0]) + Array(chunks.joined())
    }

    /// A WebP of 800 by 600 stored pixels.
    private static func webP(flags: UInt8, _ chunks: (String, [UInt8])...) -> [UInt8] {
        var bytes = Array("RIFF____WEBPVP8X".utf8)
        bytes += [10, 0, 0, 0, flags, 0, 0, 0, 0x1F, 0x03, 0x00, 0x57, 0x02, 0x00]
        for (kind, content) in chunks {
            bytes += Array(kind.utf8) + [UInt8(content.count & 0xFF), UInt8(content.count >> 8), 0, 0]
            bytes += content
            if content.count % 2 == 1 { bytes.append(0) }
        }
        return bytes
    }

    @Test(
        arguments: [
            (png(chunk("eXIf", turned), chunk("IDAT", [1])), 600),
            (png(chunk("gAMA", [1]), chunk("eXIf", upright), chunk("IDAT", [1])), 800),
            // Browsers read it before the picture alone.
            (png(chunk("IDAT", [1]), chunk("eXIf", turned)), 800), (png(), 800), (cut(png(chunk("eXIf", turned)), 9), 800),
            (webP(flags: 8, ("VP8 ", [1, 2, 3]), ("EXIF", turned)), 600),
            (webP(flags: 8, ("EXIF", marked)), 600), (webP(flags: 8, ("VP8L", []), ("EXIF", upright)), 800),
            // Without its mark in the head there is none.
            (webP(flags: 0, ("EXIF", turned)), 800), (webP(flags: 8), 800), (cut(webP(flags: 8, ("EXIF", turned)), 4), 800),
        ] as [([UInt8], Int)])
    func aPNGAndAWebPThatAreShownTurnedHaveTheSidesThatAreSeen(bytes: [UInt8], width: Int) {
        let header = PictureHeader(bytes)
        #expect(header?.width == width)
        #expect(header?.height == 1_400 - width)
    }

    @Test func ofTheHeadOfAFileThatEndsBeforeWhatTurnsThePictureNothingIsSaid() {
        let (png, webP) = (Self.png(Self.chunk("eXIf", Self.turned)), Self.webP(flags: 8, ("VP8 ", [1, 2]), ("EXIF", Self.turned)))
        for (bytes, end) in [(png, 33), (png, 50), (webP, 30), (webP, 60)] {
            #expect(PictureHeader(Array(bytes[..<end]), isHead: true) == nil)
            #expect(PictureHeader(bytes, isHead: true)?.width == 600)
        }
        #expect(PictureHeader(Self.webP(flags: 0), isHead: true)?.width == 800)
    }

    @Test func aJPEGThatIsCutOffBeforeItsFrameHasNoSize() {
        #expect(PictureHeader([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]) == nil)
    }
}
