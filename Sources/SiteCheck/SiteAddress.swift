import Support

/// An address on a page, as a static server interprets it.
enum SiteAddress: Equatable {
    /// A file or folder of the site, by its decoded path without `.` and `..`. The path of a folder is empty or ends in `/`.
    case inside(path: [UInt8], fragment: [UInt8]?)
    /// The page itself, or a place in it.
    case samePage(fragment: [UInt8]?)
    /// Another site, or a scheme that names no file.
    case elsewhere
    /// `..` leads above the site's root, or the address leaves the site's part of the host.
    case outside

    /// - Parameters:
    ///   - address: the address without white space around it. Its character references are decoded.
    ///   - folder: the path of the page's folder. It is empty or ends in `/`.
    ///   - base: the future address of the site, if it is known.
    init(_ address: [UInt8], inFolder folder: some Sequence<UInt8>, base: BaseURL?) {
        if let offset = base?.offset(in: address) {
            self = .relative(address[offset...], toFolder: [])
        } else if SiteAddress.hasScheme(address) || address.starts(with: [slash, slash]) {
            self = .elsewhere
        } else if address.first == slash {
            let root = base?.path ?? [slash]
            self = address.starts(with: root) ? .relative(address[root.count...], toFolder: []) : .outside
        } else if address.isEmpty || address[0] == numberSign || address[0] == questionMark {
            self = .samePage(fragment: SiteAddress.fragment(of: address[...]))
        } else {
            self = .relative(address[...], toFolder: folder)
        }
    }

    private static func relative(_ address: ArraySlice<UInt8>, toFolder folder: some Sequence<UInt8>) -> SiteAddress {
        var path = Array(folder)
        let end = address.firstIndex { $0 == numberSign || $0 == questionMark } ?? address.endIndex
        var start = address.startIndex
        while start < end {
            let next = address[start..<end].firstIndex(of: slash)
            let written = address[start..<(next ?? end)]
            let segment = written.contains(UInt8(ascii: "%")) ? PercentEncoding.lenientlyDecoded(written)[...] : written
            if segment.count == 2, segment.allSatisfy({ $0 == dot }) {
                guard !path.isEmpty else { return .outside }
                path.removeLast()
                path.removeLast(path.count - ((path.lastIndex(of: slash) ?? -1) + 1))
            } else if segment.count != 1 || segment.first != dot {
                path.append(contentsOf: segment)
                if next != nil { path.append(slash) }
            }
            guard let next else { break }
            start = next + 1
        }
        return .inside(path: path, fragment: fragment(of: address))
    }

    /// The text after `#`, in its written form. Nil when it has no meaning.
    private static func fragment(of address: ArraySlice<UInt8>) -> [UInt8]? {
        guard let sign = address.firstIndex(of: numberSign) else { return nil }
        var fragment = address[(sign + 1)...]
        // A text directive (`#:~:text=…`) is for the browser to search. The text before it is the fragment.
        if let directive = fragment.firstIndex(of: UInt8(ascii: ":")), fragment[directive...].starts(with: ":~:".utf8) {
            fragment = fragment[..<directive]
        }
        return fragment.isEmpty ? nil : Array(fragment)
    }

    private static func hasScheme(_ address: [UInt8]) -> Bool {
        guard let first = address.first, first.isASCIILetter else { return false }
        for byte in address {
            if byte == UInt8(ascii: ":") { return true }
            guard byte.isASCIILetter || byte.isASCIIDigit || [UInt8(ascii: "+"), UInt8(ascii: "-"), dot].contains(byte) else {
                return false
            }
        }
        return false
    }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")
private let numberSign = UInt8(ascii: "#")
private let questionMark = UInt8(ascii: "?")

/// The address at which the site is published, always with a `/` at its end: `https://example.org/catalogue/`.
struct BaseURL: Sendable, Equatable {
    let text: String
    let bytes: [UInt8]
    /// The part after the host: `/catalogue/`.
    let path: [UInt8]

    init?(_ text: String) {
        let full = text.hasSuffix("/") ? text : text + "/"
        guard let colon = full.firstIndex(of: ":"), full[..<colon].allSatisfy(\.isLetter), full[colon...].hasPrefix("://") else {
            return nil
        }
        let host = full.index(colon, offsetBy: 3)
        guard let slash = full[host...].firstIndex(of: "/"), slash > host else { return nil }
        self.text = full
        bytes = Array(full.utf8)
        path = Array(full[slash...].utf8)
    }

    /// The index in an absolute address at which the part inside the site begins. Nil for an address elsewhere.
    func offset(in address: [UInt8]) -> Int? {
        if address.starts(with: bytes) { return bytes.count }
        // The base without its last / means the same page.
        let bare = bytes.dropLast()
        guard address.starts(with: bare) else { return nil }
        guard address.count > bare.count else { return address.count }
        return [UInt8(ascii: "?"), UInt8(ascii: "#")].contains(address[bare.count]) ? bare.count : nil
    }
}

extension BaseURL {
    /// The address that the home page gives for itself (`<link rel="canonical">`).
    init?(ofHomePageIn site: SiteFiles) {
        do throws(Errno) {
            guard let bytes = try site.root.open("index.html")?.contents() else { return nil }
            guard let address = bytes.withUnsafeBufferPointer({ Self.canonicalAddress(in: $0) }) else { return nil }
            self.init(address)
        } catch {
            // The check reports an unreadable home page itself.
            return nil
        }
    }

    private static func canonicalAddress(in bytes: ByteText) -> String? {
        var tokenizer = MarkupTokenizer(bytes, .html)
        while let tag = tokenizer.next() {
            guard tag.name == .link, !tag.isEnd else { continue }
            guard let relation = tokenizer.attributes.first(where: { $0.name == .rel })?.value, bytes.string(relation) == "canonical" else {
                continue
            }
            return tokenizer.attributes.first { $0.name == .href }.map { attribute in
                var address: [UInt8] = []
                CharacterReferences.decode(bytes, attribute.value, into: &address)
                return String(decoding: address, as: UTF8.self)
            }
        }
        return nil
    }
}
