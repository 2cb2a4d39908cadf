import Support

/// A policy as tables, made once for each sanitizer. It is a class so that all parts of a call share it.
final class CompiledPolicy: Sendable {
    let limits: SanitizerPolicy.Limits
    let schemes: Set<String>
    let linkAddresses: SanitizerPolicy.LinkAddresses
    /// The value of `rel` on a link to another site. Nil when no `rel` is written.
    let externalLinkRelations: String?

    private let treatments: NameTable
    /// The attributes by the `rawValue` of the element. Nil for an element that is not allowed.
    private let attributes: [[SanitizerAttribute]?]

    /// Elements that a browser shows as blocks, by the rendering section of the HTML standard (15.3).
    private static let blocks = [
        "address", "article", "aside", "caption", "center", "details", "dialog", "dir", "div", "fieldset", "figcaption", "figure",
        "footer", "form", "header", "hgroup", "legend", "listing", "main", "marquee", "menu", "nav", "optgroup", "search", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr",
    ]

    /// The other names that the HTML standard's parser knows, and those that browsers knew once. Any other name is none of HTML's.
    private static let phrases = [
        "acronym", "annotation-xml", "applet", "area", "audio", "base", "basefont", "bdo", "bgsound", "big", "blink", "button", "canvas",
        "col", "colgroup",
        "command", "data", "datalist", "embed", "fencedframe", "font", "foreignobject", "frame", "frameset", "head", "iframe", "image",
        "img", "input",
        "isindex", "keygen", "label", "layer", "link", "malignmark", "map", "math", "menuitem", "meta", "meter", "mglyph", "multicol",
        "nextid", "nobr", "noembed",
        "noframes", "nolayer", "noscript", "object", "option", "output", "param", "picture", "plaintext", "portal", "progress", "rb", "rp",
        "rt", "rtc", "ruby", "script", "select", "selectedcontent", "slot", "source", "spacer", "span", "strike", "style", "svg",
        "template",
        "textarea", "time", "title", "track", "tt", "video", "wbr", "xmp",
    ]

    init(_ policy: SanitizerPolicy) {
        limits = policy.limits
        schemes = policy.schemes
        linkAddresses = policy.linkAddresses
        externalLinkRelations = policy.externalLinkRelations.isEmpty ? nil : policy.externalLinkRelations.joined(separator: " ")
        attributes = SanitizerElement.allCases.map { policy.elements[$0] }

        var treatments: [String: Treatment] = [
            "html": .unwrapAsDocument, "body": .unwrapAsDocument, "td": .unwrapAsCell, "th": .unwrapAsCell,
        ]
        for name in Self.phrases { treatments[name] = .unwrap }
        for name in Self.blocks { treatments[name] = .unwrapAsBlock }
        for element in SanitizerElement.allCases {
            if case .phrase = element.role { treatments[element.name] = .unwrap } else { treatments[element.name] = .unwrapAsBlock }
        }
        for element in policy.elements.keys { treatments[element.name] = .keep(element) }
        for name in policy.droppedWithContents { treatments[name] = .dropWithContents }
        self.treatments = NameTable(treatments)
    }

    /// - Parameter name: in any case. Only the last part of a prefixed name counts, and it is never kept, because libxml2 2.9 reads
    ///   `<x:script>` as a `script`.
    func treatment(of name: UnsafeBufferPointer<UInt8>) -> Treatment {
        if let treatment = treatments[name] { return treatment }
        guard let colon = name.lastIndex(of: Byte.colon) else { return .unknown }
        let treatment = treatment(ofPrefixed: UnsafeBufferPointer(rebasing: name[(colon + 1)...]))
        // `std::string` has no prefix.
        return treatment == .unwrap && name[..<colon].contains(Byte.colon) ? .unknown : treatment
    }

    /// - Parameter name: the part after the prefix.
    func treatment(ofPrefixed name: UnsafeBufferPointer<UInt8>) -> Treatment {
        treatments[name] == .dropWithContents ? .dropWithContents : .unwrap
    }

    /// - Returns: nil if the element is not allowed.
    func attributes(of element: SanitizerElement) -> [SanitizerAttribute]? {
        attributes[element.rawValue]
    }
}

/// The treatment of an element of the input, by its name.
enum Treatment: Sendable, Equatable {
    case keep(SanitizerElement)
    case dropWithContents
    /// The element is removed, and its contents stay in the line.
    case unwrap
    /// HTML has no such element. It is removed like the others, but a start tag or an end tag without the other is text. (Names with a
    /// prefix are XML's, and nobody writes them in a text.)
    case unknown
    /// The element is removed, and its contents stay as their own block: `<div>a</div><div>b</div>` is two paragraphs, not 'ab'.
    case unwrapAsBlock
    /// The element is removed, and its contents stay apart from their neighbours: cells of a table.
    case unwrapAsCell
    /// `html` and `body`. The parser may make several of them.
    case unwrapAsDocument

    /// Whether such an element shows that a text is laid out by tags, so that its line breaks are only white space.
    var laysOut: Bool {
        switch self {
        case .keep(let element): if case .phrase = element.role { false } else { true }
        case .unwrapAsBlock, .unwrapAsCell: true
        case .dropWithContents, .unwrap, .unknown, .unwrapAsDocument: false
        }
    }
}

/// Treatments by name. A look-up makes no string of the name, because there is one for each tag and each element.
struct NameTable: Sendable {
    private struct Entry {
        let name: [UInt8]
        let treatment: Treatment
    }

    /// If two names have the same slot, the second takes the next free one. At most a quarter is used, so there are always free slots.
    private var slots: [Entry?]

    init(_ treatments: [String: Treatment]) {
        var count = 256
        while count < treatments.count * 4 { count *= 2 }
        slots = Array(repeating: nil, count: count)
        for (name, treatment) in treatments {
            let entry = Entry(name: Array(name.utf8), treatment: treatment)
            slots[entry.name.withUnsafeBufferPointer { slot(of: $0) }] = entry
        }
    }

    /// - Parameter name: the case of ASCII letters makes no difference.
    subscript(name: UnsafeBufferPointer<UInt8>) -> Treatment? {
        slots[slot(of: name)]?.treatment
    }

    /// The slot of the name, or else a free one. Names are hashed by FNV-1a.
    private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte.asciiLowercased)) &* 0x0100_0193 }
        var slot = Int(hash) & (slots.count - 1)
        while let entry = slots[slot], !entry.name.elementsEqual(name.lazy.map { $0.asciiLowercased }) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }
}
