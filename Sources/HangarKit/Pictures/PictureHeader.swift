/// The format and size of a picture, read from its first bytes.
struct PictureHeader: Sendable, Hashable {
    let format: PictureFormat
    /// The width in pixels, as the picture is shown.
    let width: Int
    let height: Int

    /// The largest side that a JPEG can have. A larger size in another format is an attempt to fill a browser's memory.
    private static let sizes = 1...65_535

    /// Nil if the bytes have none of the formats, or give no size that can be shown.
    ///
    /// - Parameter isHead: whether the file goes on after these bytes. What may stand there makes the answer nil.
    init?(_ bytes: [UInt8], isHead: Bool = false) {
        guard let header = Self.png(bytes, isHead) ?? Self.gif(bytes) ?? Self.webp(bytes, isHead) ?? Self.jpeg(bytes),
            Self.sizes.contains(header.width), Self.sizes.contains(header.height)
        else { return nil }
        self = header
    }

    private init(_ format: PictureFormat, width: Int, height: Int, isTurned: Bool = false) {
        self.format = format
        self.width = isTurned ? height : width
        self.height = isTurned ? width : height
    }

    /// PNG (Third Edition), 5.2 and 11.2.1: the signature, then IHDR with the size as big-endian numbers of four bytes.
    private static func png(_ bytes: [UInt8], _ isHead: Bool) -> PictureHeader? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24,
            bytes[12..<16].elementsEqual("IHDR".utf8), let isTurned = isTurnedPNG(bytes) ?? (isHead ? nil : false)
        else { return nil }
        return PictureHeader(.png, width: big(bytes[16..<20]), height: big(bytes[20..<24]), isTurned: isTurned)
    }

    /// By the chunk eXIf (11.3.4.5), of which browsers read one that stands before the picture. Nil when the bytes end before that.
    private static func isTurnedPNG(_ bytes: [UInt8]) -> Bool? {
        var position = 8
        while position + 8 <= bytes.count {
            let (content, kind) = (position + 8, bytes[position + 4..<position + 8])
            if kind.elementsEqual("IDAT".utf8) { return false }
            let end = content + big(bytes[position..<position + 4])
            if kind.elementsEqual("eXIf".utf8) {
                return end <= bytes.count ? ExifOrientation.exchangesSides(chunk: bytes[content..<end]) : nil
            }
            position = end + 4
        }
        return nil
    }

    /// GIF89a, 17 and 18: the signature, then the logical screen's size as little-endian numbers of two bytes.
    private static func gif(_ bytes: [UInt8]) -> PictureHeader? {
        guard bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8), bytes.count >= 10 else { return nil }
        return PictureHeader(.gif, width: little(bytes[6..<8]), height: little(bytes[8..<10]))
    }

    /// WebP (RFC 9649), section 2: a RIFF file whose first chunk is `VP8 `, `VP8L` or `VP8X`.
    private static func webp(_ bytes: [UInt8], _ isHead: Bool) -> PictureHeader? {
        guard bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ":
            return PictureHeader(.webp, width: little(bytes[26..<28]) & 0x3FFF, height: little(bytes[28..<30]) & 0x3FFF)
        case "VP8L":
            guard bytes[20] == 0x2F else { return nil }
            let bits = little(bytes[21..<25])
            return PictureHeader(.webp, width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        case "VP8X":
            let hasExif = bytes[20] & 0x08 != 0
            guard let isTurned = hasExif ? isTurnedWebP(bytes) ?? (isHead ? nil : false) : false else { return nil }
            return PictureHeader(.webp, width: little(bytes[24..<27]) + 1, height: little(bytes[27..<30]) + 1, isTurned: isTurned)
        default: return nil
        }
    }

    /// By the chunk `EXIF`, which follows the picture. Nil when the bytes end before it.
    private static func isTurnedWebP(_ bytes: [UInt8]) -> Bool? {
        var position = 12
        while position + 8 <= bytes.count {
            let content = position + 8
            let end = content + little(bytes[position + 4..<content])
            if bytes[position..<position + 4].elementsEqual("EXIF".utf8) {
                return end <= bytes.count ? ExifOrientation.exchangesSides(chunk: bytes[content..<end]) : nil
            }
            position = end + end % 2
        }
        return nil
    }

    /// JPEG (ITU-T T.81), B.1 and B.2.2: segments up to the frame header, which holds the size. DHT, JPG and DAC share its range of
    /// markers.
    private static func jpeg(_ bytes: [UInt8]) -> PictureHeader? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var position = 2
        var exchangesSides: Bool?
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            switch marker {
            case 0xFF: position += 1
            case 0x01, 0xD0...0xD7: position += 2
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                let (height, width) = (big(bytes[position + 5..<position + 7]), big(bytes[position + 7..<position + 9]))
                return PictureHeader(.jpeg, width: width, height: height, isTurned: exchangesSides == true)
            case 0xD9, 0xDA: return nil
            default:
                let end = position + 2 + big(bytes[position + 2..<position + 4])
                // The first Exif counts, as for browsers.
                if marker == 0xE1, exchangesSides == nil, position + 4 <= end, end <= bytes.count {
                    exchangesSides = ExifOrientation.exchangesSides(bytes[position + 4..<end])
                }
                position = end
            }
        }
        return nil
    }

    static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
}

/// The formats in which pictures are copied. SVG is excluded because it can carry scripts.
enum PictureFormat: String, Sendable, CaseIterable {
    case png
    case jpeg
    case webp
    case gif

    var fileExtension: String { rawValue }
}
