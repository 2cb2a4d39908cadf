import Support

/// Reads an author's own words: takes tables and pictures out of them, leads links to the published files, and notes what a sanitizer leaves
/// out of the rest.
struct OwnWordsReader {
    enum Piece {
        case text(String)
        case table(OwnTable)
    }

    private var noteList = NoteList()
    /// The tags of the pictures, by the numbers of their marks.
    private(set) var pictures: [String] = []

    private let input: [UInt8]
    private let rules: CompiledPolicy
    private let published: (String) -> String?

    private var pieces: [Piece] = []
    /// The text since the last piece, cell or caption.
    private var buffer: [UInt8] = []
    private var table: OpenTable?
    /// The element whose contents are left out, and how often it is open.
    private var dropped: (name: String, depth: Int)?

    private struct OpenTable {
        var table = OwnTable()
        /// How many tables are open. Only the outermost is kept.
        var depth = 1
        var section = "tbody"
        var cell: OwnTable.Cell?
        var isInCaption = false
    }

    init(_ text: String, rules: CompiledPolicy, published: @escaping (String) -> String?) {
        input = Array(PictureMarks.removed(from: text).utf8)
        self.rules = rules
        self.published = published
    }

    var notes: [OwnWords.Note] { noteList.folded }

    mutating func read() -> [Piece] {
        var index = 0
        while let start = input[index...].firstIndex(of: Byte.lessThan) {
            keep(index..<start)
            index = start
            if input[start...].starts(with: "<!--".utf8), let end = end(of: "-->", from: start + 2) {
                index = end
            } else if isTag(start), let tag = Tag(input, at: start) {
                read(tag, from: start)
                index = tag.end
                if tag.beginsRawText { index = end(of: "</" + tag.name, from: index).map { $0 - tag.name.utf8.count - 2 } ?? input.count }
            } else {
                keep(start..<(start + 1))
                index += 1
            }
        }
        keep(index..<input.count)
        if table != nil { endTable() }
        flush()
        return pieces
    }

    private mutating func keep(_ range: Range<Int>) {
        if dropped == nil { buffer += input[range] }
    }

    private func isTag(_ start: Int) -> Bool {
        guard start + 1 < input.count else { return false }
        if input[start + 1].isASCIILetter { return true }
        return input[start + 1] == Byte.slash && start + 2 < input.count && input[start + 2].isASCIILetter
    }

    private func end(of text: String, from start: Int) -> Int? {
        let text = Array(text.utf8)
        var index = start
        while index + text.count <= input.count {
            if zip(input[index...], text).allSatisfy({ $0.asciiLowercased == $1 }) { return index + text.count }
            index += 1
        }
        return nil
    }

    private mutating func flush() {
        if !buffer.isEmpty { pieces.append(.text(String(decoding: buffer, as: UTF8.self))) }
        buffer = []
    }

    private mutating func read(_ tag: Tag, from start: Int) {
        if let open = dropped {
            if tag.name == open.name, !tag.isSelfClosing { dropped?.depth += tag.isEndTag ? -1 : 1 }
            if dropped?.depth == 0 { dropped = nil }
            return
        }
        if readTablePart(tag, from: start) { return }
        if tag.name == "img", !tag.isEndTag { return readPicture(tag, from: start) }
        if !tag.isEndTag { note(tag, at: start) }
        if dropped == nil { copy(tag, from: start) }
    }

    // MARK: Tables

    /// - Returns: false for a tag that is no part of the outermost table.
    private mutating func readTablePart(_ tag: Tag, from start: Int) -> Bool {
        guard var open = table else {
            guard tag.name == "table", !tag.isEndTag else { return false }
            noteAttributes(of: tag, at: start, kept: [])
            flush()
            table = OpenTable()
            return true
        }
        if tag.name == "table" {
            open.depth += tag.isEndTag ? -1 : 1
            table = open
            if open.depth == 2, !tag.isEndTag { note("a table inside a table is left out, and its text stays", at: start) }
            guard open.depth == 0 else { return false }
            endTable()
            return true
        }
        guard open.depth == 1 else { return false }
        switch tag.name {
        case "thead", "tbody", "tfoot":
            endCell()
            table?.section = tag.isEndTag ? "tbody" : tag.name
        case "tr":
            endCell()
            if !tag.isEndTag { table?.table.rows.append(OwnTable.Row(section: open.section)) }
        case "td", "th":
            endCell()
            guard !tag.isEndTag else { return true }
            noteAttributes(of: tag, at: start, kept: ["colspan", "rowspan", "scope"])
            let cell = OwnTable.Cell(name: tag.name, attributes: cellAttributes(tag))
            table?.cell = cell
        case "caption":
            endCell()
            table?.isInCaption = !tag.isEndTag
        case "col", "colgroup": break
        default: return false
        }
        return true
    }

    private func cellAttributes(_ tag: Tag) -> [(name: String, value: String)] {
        attributes(of: tag).compactMap { attribute in
            let value = attribute.value.asciiLowercased()
            switch attribute.name {
            case "colspan", "rowspan": return Int(value).flatMap { (1...1000).contains($0) ? (attribute.name, "\($0)") : nil }
            case "scope": return ["col", "colgroup", "row", "rowgroup"].contains(value) ? ("scope", value) : nil
            default: return nil
            }
        }
    }

    /// Ends the cell, the caption or the loose text before a part of the table.
    private mutating func endCell() {
        let text = String(decoding: buffer, as: UTF8.self)
        buffer = []
        guard var open = table else { return }
        if var cell = open.cell {
            cell.text = text
            if open.table.rows.isEmpty { open.table.rows.append(OwnTable.Row(section: open.section)) }
            open.table.rows[open.table.rows.count - 1].cells.append(cell)
        } else if open.isInCaption {
            open.table.caption = text
        } else {
            open.table.looseText += text
        }
        open.cell = nil
        open.isInCaption = false
        table = open
    }

    private mutating func endTable() {
        endCell()
        if let open = table { pieces.append(.table(open.table)) }
        table = nil
    }

    // MARK: Pictures and links

    private func attributes(of tag: Tag) -> [(name: String, value: String, range: Range<Int>)] {
        var reader = AttributeReader(input, from: tag.attributesStart)
        var found: [(name: String, value: String, range: Range<Int>)] = []
        while let attribute = reader.next() {
            let name = String(decoding: input[attribute.name], as: UTF8.self).asciiLowercased()
            guard !found.contains(where: { $0.name == name }) else { continue }
            let value = String(decoding: input[attribute.value], as: UTF8.self).replacing("&amp;", with: "&")
            found.append((name, value, attribute.value))
        }
        return found
    }

    private mutating func readPicture(_ tag: Tag, from start: Int) {
        let attributes = attributes(of: tag)
        let source = attributes.first { $0.name == "src" }?.value ?? ""
        guard let address = published(source) else {
            return note(
                "the picture '\(source)' is left out, because it is no asset of the site", at: start,
                remedy: "Put the file into assets/, and write src=\"assets/…\"")
        }
        noteAttributes(of: tag, at: start, kept: ["src", "alt", "title", "width", "height", "loading", "decoding"])
        if !attributes.contains(where: { $0.name == "alt" }) {
            note(
                "the picture '\(source)' has no alt attribute", at: start,
                remedy: "Say what it shows; alt=\"\" only if it adds nothing to the text")
        }
        var html = "<img src=\"\(Self.escaped(address))\" alt=\"\""
        for attribute in attributes {
            switch attribute.name {
            case "alt": html.replace("alt=\"\"", with: "alt=\"\(Self.escaped(readable(attribute.range)))\"")
            case "title": html += " title=\"\(Self.escaped(readable(attribute.range)))\""
            case "width", "height":
                if let size = Int(attribute.value), (1...20_000).contains(size) { html += " \(attribute.name)=\"\(size)\"" }
            default: break
            }
        }
        buffer += Array(PictureMarks.mark(pictures.count).utf8)
        pictures.append(html + ">")
    }

    /// A value for readers, with its character references decoded as the parser does.
    private func readable(_ range: Range<Int>) -> String {
        let value = String(decoding: input[range], as: UTF8.self)
        let isPlain = !value.contains("&")
        let text: String
        do {
            text = isPlain ? value : try Sanitizer().sanitize(value.replacing("<", with: "&lt;")).plainText()
        } catch {
            text = value
        }
        return AttributeText.folded(text) ?? ""
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// Copies a tag. The address of a link to a file of the site becomes the published one.
    private mutating func copy(_ tag: Tag, from start: Int) {
        let link = tag.name == "a" && !tag.isEndTag ? attributes(of: tag).first { $0.name == "href" } : nil
        guard let link, let address = published(link.value) else {
            buffer += input[start..<tag.end]
            return
        }
        let isQuoted = [Byte.quotationMark, Byte.apostrophe].contains(input[link.range.lowerBound - 1])
        let written = Self.escaped(address).replacing("'", with: "&#39;")
        buffer += input[start..<link.range.lowerBound]
        buffer += (isQuoted ? written : "\"\(written)\"").utf8
        buffer += input[link.range.upperBound..<tag.end]
    }

    // MARK: Notes

    private static let tableParts: Set<String> = ["table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"]

    private mutating func note(_ tag: Tag, at start: Int) {
        var name = tag.name
        switch name.withUTF8({ rules.treatment(of: $0) }) {
        case .dropWithContents where TagRewriter.voidElements.contains(tag.name):
            note("<\(tag.name)> is left out", at: start)
        case .dropWithContents:
            note("<\(tag.name)> and its contents are left out", at: start)
            if !tag.isSelfClosing { dropped = (tag.name, 1) }
        case .keep(let element):
            let kept = rules.attributes(of: element) ?? []
            noteAttributes(of: tag, at: start, kept: Set(kept.map(\.rawValue)).union(element == .a ? ["rel", "target"] : []))
            noteAddress(of: tag, at: start)
        case .unwrap, .unwrapAsBlock, .unwrapAsCell:
            // The inner table was noted as a whole.
            if let table, table.depth > 1, Self.tableParts.contains(tag.name) { return }
            note("<\(tag.name)> is left out, and its contents stay", at: start)
        default: break
        }
    }

    private mutating func noteAttributes(of tag: Tag, at start: Int, kept: Set<String>) {
        for attribute in attributes(of: tag) where !kept.contains(attribute.name) {
            note("the attribute \(attribute.name) of <\(tag.name)> is left out", at: start)
        }
    }

    private mutating func noteAddress(of tag: Tag, at start: Int) {
        guard tag.name == "a", let link = attributes(of: tag).first(where: { $0.name == "href" }) else { return }
        if Address(link.value, rules: rules) == nil {
            note("the address '\(link.value)' of a link is left out", at: start, remedy: "Write an address that begins with https://")
        }
    }

    private mutating func note(_ what: String, at offset: Int, remedy: String = NoteList.remedy) {
        noteList.add(what, at: offset, in: input, remedy: remedy)
    }
}
