import Support

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
