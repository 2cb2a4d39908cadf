import CLibXML2
import Support

/// A start tag to be written.
struct StartTag {
    let element: SanitizerElement
    var attributes: [(name: SanitizerAttribute, value: String)] = []
    /// Whether it is a link to another site.
    var leavesSite = false

    init(_ element: SanitizerElement) {
        self.element = element
    }

    /// The approximate number of bytes in the tag and its end tag.
    var byteCount: Int {
        attributes.reduce(2 * element.name.utf8.count + 5 + (leavesSite ? 48 : 0)) { $0 + $1.value.utf8.count + 10 }
    }
}

extension StartTag {
    /// The tag for an element of a parsed tree, with those of its attributes that the policy keeps.
    /// - Returns: nil if the element means nothing without them, such as a link without an address.
    init?(_ element: SanitizerElement, attributesOf node: xmlNodePtr, rules: CompiledPolicy) {
        self.init(element)
        if node.pointee.properties != nil {
            for attribute in rules.attributes(of: element) ?? [] {
                guard let raw = Self.value(of: attribute, in: node) else { continue }
                if attribute.holdsAddress {
                    guard let address = Address(raw, rules: rules) else { continue }
                    leavesSite = leavesSite || attribute == .href && address.leavesSite
                    attributes.append((attribute, address.text))
                } else if let text = AttributeText.folded(raw) {
                    attributes.append((attribute, text))
                }
            }
        }
        if element == .a, !attributes.contains(where: { $0.name == .href }) { return nil }
    }

    /// A name with a prefix is another name, so it is not split.
    private static func value(of attribute: SanitizerAttribute, in node: xmlNodePtr) -> String? {
        var next = node.pointee.properties
        while let candidate = next {
            let isSame = candidate.pointee.ns == nil && XMLText.bytes(candidate.pointee.name).elementsEqual(attribute.rawValue.utf8)
            if isSame { return XMLText.value(of: candidate) }
            next = candidate.pointee.next
        }
        return nil
    }
}

/// An address for `href`. The written string is exactly the checked one.
struct Address: Equatable {
    let text: String
    /// Whether it leads to another site. Any absolute web address counts, because this site's own address is not known here.
    let leavesSite: Bool

    /// Schemes whose addresses hold something that runs. No policy can allow them.
    private static let forbiddenSchemes: Set<String> = ["data", "javascript", "vbscript"]

    /// Strips and removes the characters that a browser would, by the URL standard (4.4). Then it looks for the scheme.
    /// - Returns: nil if the address is empty, contains a control character, has a scheme that the policy does not name, or is not of the
    ///   kind that the policy asks for.
    init?(_ raw: String, rules: CompiledPolicy) {
        if case .complete(let site) = rules.linkAddresses {
            guard let url = WebURL(raw), rules.schemes.contains(url.isSecure ? "https" : "http"), site.map(url.isBelow) != true else {
                return nil
            }
            (text, leavesSite) = (url.text, true)
            return
        }
        var raw = raw
        let cleaned: [UInt8]? = raw.withUTF8 { bytes in
            if ByteScan.firstIndex(in: bytes, from: 0, where: Self.isSuspect) == bytes.count { return bytes.isEmpty ? nil : Array(bytes) }
            guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return nil }
            var cleaned: [UInt8] = []
            cleaned.reserveCapacity(last - first + 1)
            for index in first...last {
                let byte = bytes[index]
                if byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn { continue }
                if CharacterReplacement.isUnprintable(bytes, at: index) { return nil }
                cleaned.append(byte)
            }
            return cleaned
        }
        guard let cleaned else { return nil }
        if let scheme = Self.scheme(of: cleaned) {
            guard rules.schemes.contains(scheme), !Self.forbiddenSchemes.contains(scheme) else { return nil }
            leavesSite = scheme == "http" || scheme == "https"
        } else {
            // A browser reads `\` as `/` here.
            leavesSite = cleaned.count > 1 && cleaned.prefix(2).allSatisfy { $0 == Byte.slash || $0 == Byte.backslash }
        }
        text = String(decoding: cleaned, as: UTF8.self)
    }

    /// Whether a byte may belong to a character that needs a closer look.
    @inline(__always)
    private static func isSuspect(_ bytes: ByteScan.Block, _ following: ByteScan.Block) -> ByteScan.Hits {
        bytes.below(0x21) | bytes.equal(to: 0x7F) | bytes.equal(to: 0xC2) | bytes.equal(to: 0xEF)
    }

    /// The text before the first `:`, in lower case. Nil if there is no `:`, or if a path, query or fragment begins before it.
    private static func scheme(of address: [UInt8]) -> String? {
        let end = address.firstIndex { $0 == Byte.colon || $0 == Byte.slash || $0 == Byte.questionMark || $0 == Byte.numberSign }
        guard let end, address[end] == Byte.colon else { return nil }
        return String(decoding: address[..<end], as: UTF8.self).asciiLowercased()
    }
}

/// The value of an attribute that people read.
enum AttributeText {
    /// The text with folded white space and without control characters.
    /// - Returns: nil if nothing is left.
    static func folded(_ raw: String) -> String? {
        var folded = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in raw.unicodeScalars {
            if scalar.isASCII, UInt8(scalar.value).isHTMLSpace {
                isSpacePending = !folded.isEmpty
            } else if !scalar.isUnprintable {
                if isSpacePending { folded.append(" ") }
                isSpacePending = false
                folded.append(scalar)
            }
        }
        return folded.isEmpty ? nil : String(folded)
    }
}

extension Unicode.Scalar {
    /// Whether this is a control character or a non-character that XML does not allow.
    var isUnprintable: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xFFFE || value == 0xFFFF
    }
}
