import Catalogue

/// The text of a saved file: JSON, or a page of the browsable API copied as text. In such a page, the help and the answer's header precede
/// the JSON.
struct SavedText {
    /// The part of the file that is JSON.
    let json: Range<Int>
    /// The time at which the API sent the answer. It is nil when the header was not saved.
    let fetched: Timestamp?

    enum Failure: Error {
        case html
        case noJSON
        case empty
    }

    init(_ bytes: [UInt8]) throws(Failure) {
        var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var header = ""
        var isFirstText = true
        while lineStart < bytes.count {
            let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let text = bytes[lineStart..<lineEnd].firstIndex { $0 > UInt8(ascii: " ") }
            if let text {
                if bytes[text] == UInt8(ascii: "{") || bytes[text] == UInt8(ascii: "[") {
                    json = text..<bytes.count
                    fetched = Self.date(inHeader: header)
                    return
                }
                if isFirstText, bytes[text] == UInt8(ascii: "<") { throw .html }
                isFirstText = false
                header += String(decoding: bytes[text..<lineEnd], as: UTF8.self) + "\n"
            }
            lineStart = lineEnd + 1
        }
        throw isFirstText ? .empty : .noJSON
    }

    private static func date(inHeader header: String) -> Timestamp? {
        for line in header.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "date" else { continue }
            if let time = HTTPDate.time(line[line.index(after: colon)...]) { return time }
        }
        return nil
    }
}
