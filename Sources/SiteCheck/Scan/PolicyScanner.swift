import Support

/// Finds what the policy that a page carries keeps from working on it.
struct PolicyScanner {
    private let policies: PolicyPool
    /// The policies read so far. A policy in a `meta` element counts only for what follows it.
    private(set) var active: [ContentPolicy] = []
    /// What all of them allow, without a look at the address.
    private var fromOwnSite: ContentPolicy.Loads = []
    private var fromHTTPS: ContentPolicy.Loads = []

    init(_ policies: PolicyPool) { self.policies = policies }

    /// Reads a start tag.
    ///
    /// - Parameter contents: the text up to the end tag, if the element holds only text.
    mutating func read(_ tag: MarkupTokenizer.Tag, _ attributes: Attributes, contents: Range<Int>, _ collector: inout LinkCollector) {
        if tag.name == .meta { return readMeta(attributes) }
        guard !active.isEmpty else { return }
        switch tag.name {
        case .script: readScript(tag, attributes, contents, &collector)
        case .style:
            let nonce = attributes.text(.nonce)
            inline(.style, contents, nonce, at: tag.start, "styles in the page", Self.toStyleSheet, &collector)
        case .link: readLink(attributes, &collector)
        case .img:
            load(attributes, .src, .image, &collector)
            loadSet(attributes, .srcset, &collector)
        case .source:
            load(attributes, .src, .media, &collector)
            loadSet(attributes, .srcset, &collector)
        case .image, .use:
            load(attributes, .href, .image, &collector)
            load(attributes, .xlinkHref, .image, &collector)
        case .input: load(attributes, .src, .image, &collector)
        case .video:
            load(attributes, .src, .media, &collector)
            load(attributes, .poster, .image, &collector)
        case .audio, .track: load(attributes, .src, .media, &collector)
        case .object: load(attributes, .data, .object, &collector)
        case .embed: load(attributes, .src, .object, &collector)
        case .iframe, .frame: load(attributes, .src, .frame, &collector)
        case .base: load(attributes, .href, .base, &collector)
        case .form: load(attributes, .action, .form, &collector)
        default: break
        }
    }

    /// Reads an attribute that may hold code or style on any element.
    func read(_ attribute: MarkupTokenizer.Attribute, of tag: MarkupTokenizer.Tag, _ collector: inout LinkCollector) {
        guard !active.isEmpty else { return }
        switch attribute.name {
        case .style:
            inline(
                .styleAttribute, attribute.value, nil, at: tag.start, "the attribute style",
                "Give the element a class, and style that in a style sheet in assets/", &collector)
        case .formaction:
            load(attribute.value, .form, &collector)
        case .href, .src, .action, .xlinkHref, .data:
            guard collector.beginsWithScript(attribute.value) else { return }
            inline(.scriptLink, attribute.value, nil, at: tag.start, "an address of scheme 'javascript:'", Self.toScript, &collector)
        case let name where name.isEventHandler:
            let name = collector.attributeName(before: attribute.value)
            inline(.scriptAttribute, attribute.value, nil, at: tag.start, "the attribute \(name)", Self.toScript, &collector)
        default: break
        }
    }

    private static let toScript = "Add the listener in a script in assets/"
    private static let toStyleSheet = "Put them into a style sheet in assets/"
    private static let toAssets = "Put the file into assets/ and name it there, or allow its address in the policy"

    private mutating func readMeta(_ attributes: Attributes) {
        guard let kind = attributes.text(.httpEquiv), kind.asciiLowercased() == "content-security-policy",
            let content = attributes.decoded(.content)
        else { return }
        let policy = policies.policy(content)
        fromOwnSite = active.isEmpty ? policy.fromOwnSite : fromOwnSite.intersection(policy.fromOwnSite)
        fromHTTPS = active.isEmpty ? policy.fromHTTPS : fromHTTPS.intersection(policy.fromHTTPS)
        active.append(policy)
    }

    private func readScript(
        _ tag: MarkupTokenizer.Tag, _ attributes: Attributes, _ contents: Range<Int>, _ collector: inout LinkCollector
    ) {
        // The data of most pages.
        if let type = attributes.value(.type), collector.bytes.matches("application/ld+json", at: type.lowerBound) { return }
        guard Self.runs(attributes.text(.type)) else { return }
        let nonce = attributes.text(.nonce)
        if let source = attributes.value(.src) {
            load(source, .script, nonce: nonce, integrity: attributes.text(.integrity), &collector)
        } else {
            inline(
                .script, contents, nonce, at: tag.start, "a script in the page", "Put it into a file in assets/ and load that", &collector)
        }
    }

    /// Whether a browser runs a script of this type (HTML standard, "prepare the script element"). Any other is data.
    private static func runs(_ type: String?) -> Bool {
        guard let type = type?.asciiLowercased(), !type.isEmpty else { return true }
        let essence = type.split(separator: ";").first?.filter { !$0.isWhitespace } ?? ""
        return ["module", "importmap", "speculationrules"].contains(essence) || essence.hasSuffix("javascript")
            || essence.hasSuffix("ecmascript") || essence.hasSuffix("jscript")
    }

    private func readLink(_ attributes: Attributes, _ collector: inout LinkCollector) {
        guard let relations = attributes.value(.rel) else { return }
        let bytes = collector.bytes
        var start = relations.lowerBound
        while start < relations.upperBound {
            let end = bytes[start..<relations.upperBound].firstIndex(where: \.isHTMLSpace) ?? relations.upperBound
            readLink(attributes, MarkupName(bytes, start..<end), &collector)
            start = end + 1
        }
    }

    private func readLink(_ attributes: Attributes, _ relation: MarkupName, _ collector: inout LinkCollector) {
        switch relation {
        case .stylesheet:
            collector.styleSheet(attributes.value(.href), active)
            load(attributes, .href, .style, nonce: attributes.text(.nonce), &collector)
        case .icon, .appleTouchIcon: load(attributes, .href, .image, &collector)
        case .manifest: load(attributes, .href, .manifest, &collector)
        case .modulepreload: load(attributes, .href, .script, nonce: attributes.text(.nonce), &collector)
        case .preload:
            let kinds: [String: ContentPolicy.Load] = ["script": .script, "style": .style, "image": .image, "font": .font]
            if let kind = kinds[(attributes.text(.as) ?? "").asciiLowercased()] { load(attributes, .href, kind, &collector) }
        default: break
        }
    }

    private func load(
        _ attributes: Attributes, _ name: MarkupName, _ kind: ContentPolicy.Load, nonce: String? = nil, _ collector: inout LinkCollector
    ) {
        if let value = attributes.value(name) { load(value, kind, nonce: nonce, &collector) }
    }

    private func loadSet(_ attributes: Attributes, _ name: MarkupName, _ collector: inout LinkCollector) {
        guard let value = attributes.value(name) else { return }
        for address in SourceSet.addresses(collector.bytes, value) { load(address, .image, &collector) }
    }

    private func load(
        _ value: Range<Int>, _ kind: ContentPolicy.Load, nonce: String? = nil, integrity: String? = nil, _ collector: inout LinkCollector
    ) {
        if isAllowed(kind, collector.bytes, collector.bytes.trimmed(value)) { return }
        // A script as an address is reported as such.
        guard !collector.beginsWithScript(value) else { return }
        let range = collector.bytes.trimmed(value)
        var decoded: [UInt8] = []
        CharacterReferences.decode(collector.bytes, range, into: &decoded)
        // `href="#id"` means a place in the page itself.
        guard let first = decoded.first, first != UInt8(ascii: "#") else { return }
        let address = LoadAddress(decoded, base: collector.base)
        for policy in active {
            guard let blocker = policy.blocker(of: address, kind, nonce: nonce, integrity: integrity) else { continue }
            let text = String(decoding: decoded.prefix(200), as: UTF8.self)
            return collector.warning(
                at: range.lowerBound, "the page's policy blocks the \(kind.words) '\(text)': \(blocker)",
                remedy: kind == .form || kind == .base ? "Allow its address in the policy, or leave it out" : Self.toAssets,
                key: "\(kind.words) \(address.isOwnOrigin ? text : address.scheme + " " + (address.host ?? "")) \(blocker)")
        }
    }

    /// Whether the policies allow an address by its form alone. False if that takes a closer look.
    private func isAllowed(_ kind: ContentPolicy.Load, _ bytes: ByteText, _ address: Range<Int>) -> Bool {
        if fromHTTPS.contains(.init(kind)), bytes.matches("https://", at: address.lowerBound), address.count > 8 { return true }
        guard fromOwnSite.contains(.init(kind)) else { return false }
        for index in address {
            switch bytes[index] {
            case UInt8(ascii: "/"), UInt8(ascii: "\\"): return index > address.lowerBound
            case UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case UInt8(ascii: ":"), UInt8(ascii: "&"): return false
            default: continue
            }
        }
        return true
    }

    private func inline(
        _ kind: ContentPolicy.Inline, _ range: Range<Int>, _ nonce: String?, at offset: Int, _ what: String, _ remedy: String,
        _ collector: inout LinkCollector
    ) {
        var text: [UInt8] = []
        if kind.isAttribute { CharacterReferences.decode(collector.bytes, range, into: &text) }
        let contents = kind.isAttribute ? text : Array(collector.bytes[range])
        for policy in active {
            guard let blocker = policy.blocker(of: kind, contents, nonce: nonce) else { continue }
            let what = "the page's policy blocks \(what): \(blocker)"
            return collector.warning(at: offset, what, remedy: remedy, key: what)
        }
    }
}
