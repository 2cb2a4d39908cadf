import Support

/// Collects the links of one file, follows each to a file of the site, and records the faults.
struct LinkCollector {
    /// The kind of address that is allowed in a place.
    enum Rule {
        /// Anything that a page may link to.
        case any
        /// It must be an absolute address of this site. The string is its name in words.
        case ownAbsolute(String)
        /// It is checked only if it is an absolute address of this site.
        case ifOwnAbsolute
    }

    let bytes: ByteText
    private let site: SiteFiles
    let base: BaseURL?
    private let path: String
    private let folder: [UInt8]
    private(set) var facts: FileFacts
    private var decoded: [UInt8] = []

    init(_ bytes: ByteText, file: Int, site: SiteFiles, base: BaseURL?) {
        self.bytes = bytes
        self.site = site
        self.base = base
        path = site.paths[file]
        let folder = FilePath.split(path).folder
        self.folder = folder.isEmpty ? [] : Array(folder.utf8) + [slash]
        facts = FileFacts(file: file)
        facts.bytes = bytes.count
    }

    /// Whether this is the page that a server sends for any address that does not exist. Relative links mean a different place on each such
    /// address.
    private var isNotFoundPage: Bool { NotFoundPage.isOne(path) }

    mutating func problem(at offset: Int, _ what: String, remedy: String) {
        facts.problems.append(found(at: offset, what, remedy: remedy))
    }

    mutating func problem(_ fault: XMLSyntax.Fault) {
        facts.problems.append(.init(file: path, line: fault.line, column: fault.column, what: fault.what, remedy: fault.remedy))
    }

    private func found(at offset: Int, _ what: String, remedy: String) -> CheckReport.Problem {
        let position = bytes.position(of: offset)
        return .init(file: path, line: position.line, column: position.column, what: what, remedy: remedy)
    }

    /// A warning that is reported once for all pages that have it.
    ///
    /// - Parameter key: what makes two findings the same one.
    mutating func warning(at offset: Int, _ what: String, remedy: String, key: String) {
        let tag = TagExcerpt(bytes, around: offset)
        facts.warnings.append(
            .init(problem: found(at: offset, what, remedy: remedy), source: tag.text, line: tag.line, key: key + "\n" + tag.signature))
    }

    /// Notes a file or address that a style sheet loads, for the policies of the pages that use the sheet.
    mutating func load(_ address: [UInt8], _ load: ContentPolicy.Load, at offset: Int) {
        facts.loads.append(.init(address: address, load: load, offset: offset))
    }

    /// Notes a style sheet of the site that the page uses.
    mutating func styleSheet(_ range: Range<Int>?, _ policies: [ContentPolicy]) {
        guard let range else { return }
        CharacterReferences.decode(bytes, bytes.trimmed(range), into: &decoded)
        guard case .inside(let path, _) = SiteAddress(decoded, inFolder: folder, base: base), case .own(let file) = site.answer(to: path)
        else { return }
        facts.styleSheets.insert(Int32(file))
        facts.policies = policies
    }

    /// Whether a value is an address that runs code. A browser leaves out white space and controls in its scheme.
    func beginsWithScript(_ range: Range<Int>) -> Bool {
        guard let first = bytes[range].first(where: { $0 > 0x20 }), first.asciiLowercased == UInt8(ascii: "j") || first == UInt8(ascii: "&")
        else { return false }
        var decoded: [UInt8] = []
        CharacterReferences.decode(bytes, range, into: &decoded)
        return decoded.lazy.filter { $0 > 0x20 }.prefix(11).map(\.asciiLowercased).elementsEqual("javascript:".utf8)
    }

    /// The name of the attribute whose value is here.
    func attributeName(before value: Range<Int>) -> String {
        let signs: [UInt8] = [UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'")]
        var end = value.lowerBound
        while end > 0, bytes[end - 1].isHTMLSpace || signs.contains(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > 0, !bytes[start - 1].isHTMLSpace, bytes[start - 1] != slash, !signs.contains(bytes[start - 1]) { start -= 1 }
        return bytes.string(start..<end).lowercased()
    }

    /// Whether a picture is one of the catalogue's: another site's, or one of the copies that the site serves. Those of the theme are not.
    mutating func isOfCatalogue(_ range: Range<Int>) -> Bool {
        let range = bytes.trimmed(range)
        if bytes.matches("data:", at: range.lowerBound) { return false }
        CharacterReferences.decode(bytes, range, into: &decoded)
        return switch SiteAddress(decoded, inFolder: folder, base: base) {
        case .inside(let path, _): path.starts(with: "pictures/".utf8)
        case .elsewhere: true
        case .samePage, .outside: false
        }
    }

    mutating func change(_ body: (inout FileFacts) -> Void) { body(&facts) }

    /// Adds a link in markup. It may contain character references.
    mutating func markupLink(_ range: Range<Int>, _ rule: Rule = .any) {
        let range = bytes.trimmed(range)
        CharacterReferences.decode(bytes, range, into: &decoded)
        link(decoded, at: range.lowerBound, rule)
    }

    /// Adds a link without character references.
    mutating func plainLink(_ range: Range<Int>, _ rule: Rule = .any) {
        link(Array(bytes[range]), at: range.lowerBound, rule)
    }

    mutating func link(_ address: [UInt8], at offset: Int, _ rule: Rule) {
        let isOwnAbsolute = base?.offset(in: address) != nil
        switch rule {
        case .ownAbsolute(let name) where base != nil && !isOwnAbsolute:
            return problem(
                at: offset, "\(name) '\(text(address))' is not an address of this site", remedy: "Begin it with \(base?.text ?? "")")
        case .ifOwnAbsolute where !isOwnAbsolute: return
        default: break
        }
        switch SiteAddress(address, inFolder: folder, base: base) {
        case .elsewhere:
            facts.externalLinks += 1
        case .outside:
            facts.links += 1
            problem(at: offset, "'\(text(address))' leads out of the site", remedy: "Link to a file of the site, or give the full address")
        case .samePage(let fragment):
            facts.links += 1
            if let fragment { refer(to: facts.file, fragment, offset) }
        case .inside(let target, let fragment):
            facts.links += 1
            guard hasRightForm(address, isOwnAbsolute: isOwnAbsolute, offset) else { return }
            follow(target, fragment, address, offset)
        }
    }

    private mutating func hasRightForm(_ address: [UInt8], isOwnAbsolute: Bool, _ offset: Int) -> Bool {
        if isOwnAbsolute { return true }
        let isRootAbsolute = address.first == slash
        if isRootAbsolute, !isNotFoundPage {
            problem(
                at: offset, "'\(text(address))' begins with '/', and so breaks where the site is not at the root of its host",
                remedy: "Make it relative to the page")
            return false
        }
        if !isRootAbsolute, isNotFoundPage {
            problem(
                at: offset, "'\(text(address))' is relative, but 404.html is served for addresses in any folder",
                remedy: "Begin it with '/' and the site's base path")
            return false
        }
        return true
    }

    private mutating func follow(_ target: [UInt8], _ fragment: [UInt8]?, _ address: [UInt8], _ offset: Int) {
        switch site.answer(to: target) {
        case .own(let file):
            facts.targets.insert(Int32(file))
            if let fragment { refer(to: file, fragment, offset) }
        case .foreign:
            break
        case .awaited:
            facts.awaitedLinks.append(
                found(
                    at: offset, "'\(text(address))' leads to nothing: a build was interrupted before it brought '\(text(target))'",
                    remedy: "Build the site again"))
        case .missing:
            if let near = site.pathIgnoringCase(target) {
                problem(
                    at: offset, "'\(text(address))' leads to nothing: upper and lower case differ from '\(near)'",
                    remedy: "Write it as the file is named")
            } else if site.hasFolder(target) {
                problem(at: offset, "'\(text(address))' is a folder without index.html", remedy: "Link to a page in it")
            } else {
                problem(
                    at: offset, "'\(text(address))' leads to nothing: there is no '\(text(target))'",
                    remedy: "Mend the link, or add the file")
            }
        }
    }

    private mutating func refer(to file: Int, _ fragment: [UInt8], _ offset: Int) {
        facts.fragmentReferences.append(.init(target: file, fragment: fragment, offset: offset))
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

private let slash = UInt8(ascii: "/")

/// The tag at a place, to recognize it on other pages and in its template.
private struct TagExcerpt {
    /// The tag as it is written. Empty when there is none.
    let text: String
    /// The line in which it begins, without the white space around it.
    let line: String
    /// The names of the element and of its attributes, and its class. What differs from page to page, such as an address, is left out.
    let signature: String

    private static let limit = 300

    /// - Parameter offset: the place of the tag, or a place in it.
    init(_ bytes: ByteText, around offset: Int) {
        let lessThan = UInt8(ascii: "<")
        let start = offset < bytes.count && bytes[offset] == lessThan ? offset : bytes[..<min(offset, bytes.count)].lastIndex(of: lessThan)
        guard let start else {
            (text, line, signature) = ("", "", "")
            return
        }
        var tokenizer = MarkupTokenizer(bytes, .html, from: start)
        let tag = tokenizer.next()
        guard let tag, tag.start == start else {
            (text, line, signature) = ("", "", "")
            return
        }
        text = bytes.string(start..<min(tag.end, start + Self.limit))
        let lineFeed = UInt8(ascii: "\n")
        let lineStart = bytes[..<start].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
        let lineEnd = bytes[start...].firstIndex(of: lineFeed) ?? bytes.count
        line = lineEnd - lineStart <= Self.limit ? bytes.string(bytes.trimmed(lineStart..<lineEnd)) : ""
        let names = tokenizer.attributes.map { "\($0.name.hashValue)" }
        let style = tokenizer.attributes.first { $0.name == .class }.map { bytes.string($0.value) } ?? ""
        signature = "\(tag.name.hashValue) \(names.joined(separator: " ")) \(style)"
    }
}

/// The page that servers send for addresses that do not exist: one at the root, and one for each further language of a site.
enum NotFoundPage {
    /// - Parameter path: the path from the root of the site: `404.html`, `de/404.html`.
    static func isOne(_ path: String) -> Bool {
        guard path.hasSuffix("404.html") else { return false }
        let folder = path.dropLast("404.html".count)
        return folder.isEmpty || folder.hasSuffix("/") && LanguageTag.isOne(folder.dropLast())
    }
}
