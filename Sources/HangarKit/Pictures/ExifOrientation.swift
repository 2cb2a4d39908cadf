/// The orientation of a photograph as its camera was held, which Exif (CIPA DC-008, 4.6.4) writes in the file of a JPEG, a PNG or a WebP:
/// browsers and libvips turn the picture by it before they show it. Of a WebP not all browsers do so yet.
enum ExifOrientation {
    private static let mark = Array("Exif".utf8) + [0, 0]

    /// Whether a JPEG is shown with its sides exchanged.
    ///
    /// - Parameter segment: the content of a segment APP1.
    /// - Returns: nil when the segment is no Exif.
    static func exchangesSides(_ segment: ArraySlice<UInt8>) -> Bool? {
        segment.starts(with: mark) ? exchangesSides(chunk: segment) : nil
    }

    /// Whether a picture is shown with its sides exchanged.
    ///
    /// - Parameter chunk: Exif as PNG and WebP have it in a chunk, where some programs write the mark of JPEG before it. Nothing in it is
    ///   trusted: a place outside of it is the end of the search.
    static func exchangesSides(chunk: ArraySlice<UInt8>) -> Bool {
        let tiff = Array(chunk.starts(with: mark) ? chunk.dropFirst(mark.count) : chunk)
        let isBig: Bool
        switch tiff.prefix(4) {
        case [0x4D, 0x4D, 0, 42]: isBig = true
        case [0x49, 0x49, 42, 0]: isBig = false
        default: return false
        }
        func number(at position: Int, _ count: Int) -> Int? {
            guard position >= 0, position + count <= tiff.count else { return nil }
            let bytes = tiff[position..<position + count]
            return isBig ? PictureHeader.big(bytes) : PictureHeader.little(bytes)
        }
        guard let directory = number(at: 4, 4), let entries = number(at: directory, 2) else { return false }
        for index in 0..<entries {
            let entry = directory + 2 + index * 12
            guard let tag = number(at: entry, 2), let type = number(at: entry + 2, 2), let value = number(at: entry + 8, 2) else {
                return false
            }
            // The tag of the orientation, a single number of two bytes.
            if tag == 0x0112 { return type == 3 && (5...8).contains(value) }
        }
        return false
    }
}
