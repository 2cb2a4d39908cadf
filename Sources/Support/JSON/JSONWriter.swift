/// Writes JSON as bytes. UTF-8 and slashes are written unchanged, and nothing depends on a locale.
package struct JSONWriter {
    @usableFromInline package internal(set) var bytes: [UInt8] = []
    @usableFromInline var needsComma = false

    @inlinable package init() {}

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    package mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes an object on one line. `members` writes its members in order.
    @inlinable package mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    @inlinable package mutating func list<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements {
            separate()
            write(&self, element)
        }
        close(UInt8(ascii: "]"))
    }

    @inlinable package mutating func member(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        raw(key)
        raw("\":")
        value(&self)
        needsComma = true
    }

    /// A member whose key is known only at run time.
    @inlinable package mutating func member(named key: String, _ value: (inout JSONWriter) -> Void) {
        separate()
        string(key)
        raw(":")
        value(&self)
        needsComma = true
    }

    package mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(where: Self.needsEscape) {
                for byte in utf8 { escape(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func int(_ number: Int) {
        if number >= 0, number < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    package mutating func double(_ number: Double) { bytes.append(contentsOf: "\(number)".utf8) }
    @inlinable package mutating func bool(_ flag: Bool) { raw(flag ? "true" : "false") }
    @inlinable package mutating func null() { raw("null") }

    @inlinable mutating func open(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = false
    }

    @inlinable mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    @inlinable mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case UInt8(ascii: "\n"): raw("\\n")
        case UInt8(ascii: "\r"): raw("\\r")
        case UInt8(ascii: "\t"): raw("\\t")
        case 0..<0x20:
            raw("\\u00")
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 0xF)])
        default: bytes.append(byte)
        }
    }
}

/// Members by the types of their values. A member without a value is not written.
extension JSONWriter {
    package mutating func member(_ key: StaticString, _ value: String?) {
        if let value { member(key) { $0.string(value) } }
    }

    package mutating func member(_ key: StaticString, _ value: Int?) {
        if let value { member(key) { $0.int(value) } }
    }

    package mutating func member(_ key: StaticString, _ value: Double?) {
        if let value { member(key) { $0.double(value) } }
    }

    package mutating func member(_ key: StaticString, _ value: Bool?) {
        if let value { member(key) { $0.bool(value) } }
    }
}
