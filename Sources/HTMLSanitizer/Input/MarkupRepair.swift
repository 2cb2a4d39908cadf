/// Makes text of what looks like markup and is none, and takes out what is no element, so that the parser loses nothing.
///
/// - A `<` that begins no tag ('a < b', '<3', `<me@example.org>`) and a tag without its `>` become text.
/// - Comments, CDATA sections, declarations and processing instructions go. Without an end they are text as well.
/// - `&#` that begins no number becomes text.
///
/// Nothing here makes the output safe: that is done on the tree. It decides only what a reader gets to see.
struct MarkupRepair {
    private let input: [UInt8]
    private var output: [UInt8] = []
    private var index = 0
    private var isWithoutCommentEnd = false
    private var isWithoutSectionEnd = false
    private let lastGreaterThan: Int
    private var flattener: Flattener?

    /// - Parameter input: as `CharacterRepair` leaves it.
    static func repaired(_ input: [UInt8]) -> [UInt8] {
        var repair = MarkupRepair(input, flattener: nil)
        return repair.run()
    }

    /// As `repaired`, without nesting: of all elements only paragraphs, line breaks and rules are left.
    static func flattened(_ input: [UInt8], treatments: Treatments) -> [UInt8] {
        var repair = MarkupRepair(input, flattener: Flattener(treatments: treatments))
        return repair.run()
    }

    private init(_ input: [UInt8], flattener: Flattener?) {
        self.input = input
        self.flattener = flattener
        lastGreaterThan = input.lastIndex(of: Byte.greaterThan) ?? -1
        output.reserveCapacity(input.count + input.count / 8)
    }

    private mutating func run() -> [UInt8] {
        while let next = input[index...].firstIndex(where: { $0 == Byte.lessThan || $0 == Byte.ampersand }) {
            output += input[index..<next]
            index = next
            if input[next] == Byte.ampersand { readReference() } else { readMarkup() }
        }
        output += input[index...]
        flattener?.finish(&output)
        return output
    }

    private func byte(_ offset: Int) -> UInt8 {
        index + offset < input.count ? input[index + offset] : 0
    }

    private mutating func writeAsText(_ escaped: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: escaped.utf8Start, count: escaped.utf8CodeUnitCount))
        index += 1
    }

    private mutating func readReference() {
        let isNumber = Byte.isDigit(byte(2)) || byte(2) | 0x20 == UInt8(ascii: "x") && Byte.isHexDigit(byte(3))
        if byte(1) == UInt8(ascii: "#"), !isNumber { return writeAsText("&amp;") }
        output.append(Byte.ampersand)
        index += 1
    }

    private mutating func readMarkup() {
        let next = byte(1)
        if Byte.isLetter(next) || next == Byte.slash && Byte.isLetter(byte(2)) {
            guard let tag = Tag(input, at: index) else { return writeAsText("&lt;") }
            index = tag.end
            write(tag)
        } else if let end = endOfNonElement() {
            index = end
        } else {
            writeAsText("&lt;")
        }
    }

    private mutating func write(_ tag: Tag) {
        if flattener == nil {
            output += input[tag.start..<tag.end]
        } else {
            flattener?.write(tag, input, to: &output)
        }
        if tag.beginsRawText {
            let end = endOfRawText(tag.name)
            output += input[index..<end]
            index = end
        }
    }

    /// Where the comment, section, declaration or instruction at `index` ends; nil if there is none.
    private mutating func endOfNonElement() -> Int? {
        let isDeclaration = byte(1) == UInt8(ascii: "!")
        guard isDeclaration || byte(1) == UInt8(ascii: "?") else { return nil }
        if isDeclaration, byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") { return endOfComment() }
        if isDeclaration, input[index...].starts(with: "<![CDATA[".utf8), let end = endOfSection() { return end }
        let isNamed = Byte.isLetter(byte(2)) || isDeclaration && (byte(2) == UInt8(ascii: "[") || byte(2) == UInt8(ascii: "-"))
        guard isNamed, index < lastGreaterThan else { return nil }
        return input[index...].firstIndex(of: Byte.greaterThan).map { $0 + 1 }
    }

    /// `-->` (in `<!-->` and `<!--->` as well) or `--!>`, by the HTML standard (13.2.5.43 and following).
    private mutating func endOfComment() -> Int? {
        guard !isWithoutCommentEnd else { return nil }
        var position = index + 2
        while position + 2 < input.count {
            if input[position] == UInt8(ascii: "-"), input[position + 1] == UInt8(ascii: "-") {
                if input[position + 2] == Byte.greaterThan { return position + 3 }
                let isBang = input[position + 2] == UInt8(ascii: "!") && position >= index + 4
                if isBang, position + 3 < input.count, input[position + 3] == Byte.greaterThan { return position + 4 }
            }
            position += 1
        }
        isWithoutCommentEnd = true
        return nil
    }

    private mutating func endOfSection() -> Int? {
        guard !isWithoutSectionEnd else { return nil }
        var position = index
        while position + 2 < input.count {
            if input[position] == UInt8(ascii: "]"), input[position...].starts(with: "]]>".utf8) { return position + 3 }
            position += 1
        }
        isWithoutSectionEnd = true
        return nil
    }

    /// Where the contents of the `script` or `style` that begins at `index` end.
    private func endOfRawText(_ name: String) -> Int {
        var position = index
        while let next = input[position...].firstIndex(of: Byte.lessThan) {
            let after = input[(next + 1)...].prefix(name.utf8.count + 1)
            if after.first == Byte.slash, after.dropFirst().elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) { return next }
            position = next + 1
        }
        return input.count
    }
}
