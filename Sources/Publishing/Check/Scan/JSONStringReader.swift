import Support

/// Reads the strings of a JSON text one after another, each with the keys that lead to it; arrays add nothing to the way.
struct JSONStringReader {
    struct Found {
        let path: [String]
        let decoded: [UInt8]
        /// Where its first character is, after the quote.
        let start: Int
    }

    private let bytes: ByteText
    private var position = 0
    /// The open objects and arrays; an object with the key that is being read.
    private var open: [Level] = []
    /// Where the text stops being JSON.
    private(set) var failure: Int?

    private enum Level {
        case object(key: String?)
        case array
    }

    init(_ bytes: ByteText) { self.bytes = bytes }

    mutating func next() -> Found? {
        while position < bytes.count, failure == nil {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "{"): open.append(.object(key: nil))
            case UInt8(ascii: "["): open.append(.array)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard close(with: byte) else { return fail() }
            case UInt8(ascii: ","):
                if case .object = open.last { open[open.count - 1] = .object(key: nil) }
            case UInt8(ascii: "\""):
                let start = position + 1
                guard let string = readString() else { return fail() }
                if case .object(nil) = open.last {
                    open[open.count - 1] = .object(key: String(decoding: string, as: UTF8.self))
                    continue
                }
                return Found(path: path, decoded: string, start: start)
            default: break
            }
            position += 1
        }
        if !open.isEmpty, failure == nil { failure = bytes.count }
        return nil
    }

    private mutating func fail() -> Found? {
        failure = position
        return nil
    }

    private var path: [String] {
        open.compactMap { if case .object(let key) = $0 { key } else { nil } }
    }

    private mutating func close(with byte: UInt8) -> Bool {
        switch open.popLast() {
        case .object: byte == UInt8(ascii: "}")
        case .array: byte == UInt8(ascii: "]")
        case nil: false
        }
    }

    /// Reads from the quote that opens a string past the one that closes it.
    private mutating func readString() -> [UInt8]? {
        var string: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return string
            case UInt8(ascii: "\\"):
                guard readEscape(into: &string) else { return nil }
            case 0..<0x20: return nil
            default: string.append(byte)
            }
        }
        return nil
    }

    private mutating func readEscape(into string: inout [UInt8]) -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): string.append(byte)
        case UInt8(ascii: "b"): string.append(0x08)
        case UInt8(ascii: "f"): string.append(0x0C)
        case UInt8(ascii: "n"): string.append(0x0A)
        case UInt8(ascii: "r"): string.append(0x0D)
        case UInt8(ascii: "t"): string.append(0x09)
        case UInt8(ascii: "u"):
            guard let unit = readUnit() else { return false }
            var units = [unit]
            if UTF16.isLeadSurrogate(unit), bytes.matches("\\u", at: position) {
                position += 2
                guard let second = readUnit() else { return false }
                units.append(second)
            }
            string.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        default: return false
        }
        return true
    }

    private mutating func readUnit() -> UInt16? {
        guard position + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = bytes[position].hexadecimal else { return nil }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
