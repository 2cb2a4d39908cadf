/// A text in the form in which it is searched: without case, and as bytes, so that what matches is what the API's database and the script in
/// the page find, which know no grapheme clusters.
package struct SearchText {
    private let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.lowercased().utf8)
    }

    package func contains(_ word: SearchText) -> Bool {
        guard let first = word.bytes.first else { return true }
        guard bytes.count >= word.bytes.count else { return false }
        return (0...bytes.count - word.bytes.count).contains { start in
            bytes[start] == first && bytes[start..<start + word.bytes.count].elementsEqual(word.bytes)
        }
    }
}
