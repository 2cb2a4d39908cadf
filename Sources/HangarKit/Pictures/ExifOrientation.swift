/// The orientation of a photograph as its camera was held, which Exif (CIPA DC-008, 4.6.4) writes in the JPEG file: browsers and libvips turn the
/// picture by it before they show it.
enum ExifOrientation {
    /// Whether the picture is shown with its sides exchanged.
    ///
    /// - Parameter segment: the content of a segment APP1. Nothing in it is trusted: a place outside of it is the end of the search.
    /// - Returns: nil when the segment is no Exif.
    static func exchangesSides(_ segment: ArraySlice<UInt8>) -> Bool? {
        guard segment.starts(with: Array("Exif".utf8) + [0, 0]) else { return nil }
        let tiff = Array(segment.dropFirst(6))
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
