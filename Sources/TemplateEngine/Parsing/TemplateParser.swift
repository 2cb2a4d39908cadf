/// Parses one template. Mistakes are collected and parsing continues, so that an author sees all of them at once.
enum TemplateParser {
    /// The greatest depth of tags inside tags.
    static let nestingLimit = 100

    static func parse(_ source: TemplateSource) -> (template: ParsedTemplate, errors: [TemplateError]) {
        var tokenizer = Tokenizer(source: source)
        let (tokens, tokenErrors) = tokenizer.tokenize()
        var builder = TreeBuilder(source: source)
        for token in LineLayout.layOut(tokens, of: source.bytes) {
            builder.add(token)
        }
        let (nodes, treeErrors) = builder.finish(complete: tokenErrors.isEmpty)
        return (ParsedTemplate(source: source, nodes: nodes), tokenErrors + treeErrors)
    }
}

/// Builds the tree from a template's tokens.
private struct TreeBuilder {
    private struct OpenTag {
        let tag: Tag
        let placement: Placement
        let name: String
        /// Whether the name is none, and was reported as that.
        var isFaulty = false
        var children: [Node] = []
    }

    private let source: TemplateSource
    private var root: [Node] = []
    private var open: [OpenTag] = []
    private var errors: [TemplateError] = []
    /// Set when tags are nested too deeply. The rest of the template is skipped.
    private var isStopped = false

    init(source: TemplateSource) {
        self.source = source
    }

    mutating func add(_ token: PlacedToken) {
        if isStopped { return }
        switch token {
        case .text(let text): append(.text(text))
        case .tag(let tag, let placement): add(tag, placement)
        }
    }

    /// The tree. A tag that is still open is a mistake, unless another mistake cut the template short.
    mutating func finish(complete: Bool) -> (nodes: [Node], errors: [TemplateError]) {
        while let last = open.popLast() {
            if complete && !isStopped { reportUnclosed(last) }
        }
        return (root, errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }

    private mutating func add(_ tag: Tag, _ placement: Placement) {
        let content = String(decoding: source.bytes[tag.content], as: UTF8.self)
        switch tag.kind {
        case .comment, .delimiters:
            return
        case .variable, .unescaped:
            addVariable(content, tag)
        case .partial:
            guard let name = partialName(content, tag) else { return }
            let indentation = indentation(of: placement)
            append(.partial(PartialTag(name: name, indentation: indentation, offset: tag.range.lowerBound)))
        case .section, .inverted, .parent, .block:
            if content.isEmpty { report(tag, "this tag has no name", "Write a name after its sign") }
            if open.count >= TemplateParser.nestingLimit {
                report(tag, "more than \(TemplateParser.nestingLimit) tags are open here", "Move the inner ones into a partial")
                isStopped = true
                return
            }
            var opened = OpenTag(tag: tag, placement: placement, name: Self.withoutSpace(content))
            if tag.kind == .section || tag.kind == .inverted, !content.isEmpty, Path(opened.name) == nil {
                let error = SectionName.fault(of: opened.name, inverted: tag.kind == .inverted)
                report(tag, error.what, error.remedy, topic: error.topic)
                opened.isFaulty = true
            }
            open.append(opened)
        case .close:
            close(tag, placement, name: Self.withoutSpace(content))
        }
    }

    private mutating func addVariable(_ content: String, _ tag: Tag) {
        do throws(VariableContent.SyntaxError) {
            let parsed = try VariableContent(parsing: content)
            append(
                .variable(
                    VariableTag(path: parsed.path, filters: parsed.filters, unescaped: tag.kind == .unescaped, offset: tag.range.lowerBound)
                ))
        } catch {
            report(tag, error.what, error.remedy, topic: error.topic)
        }
    }

    private mutating func close(_ tag: Tag, _ placement: Placement, name: String) {
        let isNamed = { (opened: OpenTag) in opened.name == name || opened.isFaulty && SectionName.names(in: opened.name).contains(name) }
        guard let opener = open.lastIndex(where: isNamed) ?? open.lastIndex(where: \.isFaulty) else {
            if let last = open.last {
                let opened = String(decoding: source.bytes[last.tag.range], as: UTF8.self)
                report(
                    tag, "'\(name)' is not what is open here", "Write {{/\(last.name)}} to close \(opened) of line \(line(of: last.tag))")
            } else {
                report(tag, "nothing is open that '\(name)' could close", "Take this tag out, or open {{#\(name)}} before it")
            }
            return
        }
        while open.count > opener + 1, let unclosed = open.popLast() {
            reportUnclosed(unclosed)
        }
        guard let closed = open.popLast(), !closed.isFaulty else { return }
        if let node = node(closed, closedBy: tag, placement) { append(node) }
    }

    private mutating func node(_ opener: OpenTag, closedBy close: Tag, _ closePlacement: Placement) -> Node? {
        let offset = opener.tag.range.lowerBound
        switch opener.tag.kind {
        case .section, .inverted:
            guard let path = Path(opener.name) else { return nil }
            return .section(SectionTag(path: path, inverted: opener.tag.kind == .inverted, body: opener.children, offset: offset))
        case .parent:
            guard let name = partialName(opener.name, opener.tag) else { return nil }
            var arguments: [BlockTag] = []
            for case .block(let block) in opener.children { arguments.append(block) }
            return .parent(
                ParentTag(
                    name: name, indentation: indentation(of: opener.placement), arguments: arguments,
                    stray: opener.children.lazy.compactMap(stray).first, offset: offset))
        case .block:
            return .block(block(opener, closedBy: close, closePlacement))
        case .variable, .unescaped, .close, .partial, .comment, .delimiters:
            return nil
        }
    }

    private func block(_ opener: OpenTag, closedBy close: Tag, _ closePlacement: Placement) -> BlockTag {
        var leading: [UInt8] = []
        var indentation: [UInt8] = []
        var bodyIndentation: [UInt8] = []
        var startsLine = false
        var bodyStartsLine = false
        switch opener.placement {
        case .standalone(let blank, let after):
            startsLine = true
            bodyStartsLine = true
            let bodyEnd =
                if case .standalone = closePlacement { lineStart(of: close) } else { close.range.lowerBound }
            if let found = firstIndentation(in: after..<max(after, bodyEnd)) {
                bodyIndentation = found
                indentation = found
            } else {
                indentation = Array(source.bytes[blank])
            }
        case .first(let blank):
            startsLine = true
            leading = Array(source.bytes[blank])
            indentation = leading
        case .inline:
            break
        }
        return BlockTag(
            name: opener.name, body: opener.children, startsLine: startsLine, bodyStartsLine: bodyStartsLine, indentation: indentation,
            leading: leading, bodyIndentation: bodyIndentation, offset: opener.tag.range.lowerBound)
    }

    /// The place of what a node shows beside blocks.
    private func stray(_ node: Node) -> Int? {
        switch node {
        case .block: nil
        case .text(let text): source.bytes[text.range].firstIndex { !($0 == 0x20 || $0 &- 0x09 < 5) }
        case .variable(let variable): variable.offset
        case .section(let section): section.offset
        case .partial(let partial): partial.offset
        case .parent(let parent): parent.offset
        }
    }

    /// The white space before the first line that has other content. Nil when no line has any.
    private func firstIndentation(in range: Range<Int>) -> [UInt8]? {
        var start = range.lowerBound
        for position in range {
            switch source.bytes[position] {
            case 0x20, 0x09, 0x0D: continue
            case 0x0A: start = position + 1
            default: return Array(source.bytes[start..<position])
            }
        }
        return nil
    }

    private func lineStart(of tag: Tag) -> Int {
        source.bytes[..<tag.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }

    private func indentation(of placement: Placement) -> [UInt8]? {
        if case .standalone(let blank, _) = placement { Array(source.bytes[blank]) } else { nil }
    }

    private mutating func partialName(_ content: String, _ tag: Tag) -> PartialName? {
        if content.isMarkedDynamic {
            return path(String(content.dropFirst().drop(while: \.isWhitespace)), tag).map(PartialName.dynamic)
        }
        if content.isEmpty {
            report(tag, "this tag has no name", "Write the name of a template, as in {{> partials/plate}}")
            return nil
        }
        return .fixed(content)
    }

    private mutating func path(_ name: String, _ tag: Tag) -> Path? {
        do throws(VariableContent.SyntaxError) {
            return try VariableContent.path(name)
        } catch {
            if !name.isEmpty { report(tag, error.what, error.remedy) }
            return nil
        }
    }

    /// Treats `* name` and `*name` alike. White space around the parts of a tag has no meaning.
    private static func withoutSpace(_ content: String) -> String {
        content.isMarkedDynamic ? "*" + content.dropFirst().drop(while: \.isWhitespace) : content
    }

    private mutating func append(_ node: Node) {
        if open.isEmpty {
            root.append(node)
        } else {
            open[open.count - 1].children.append(node)
        }
    }

    private mutating func reportUnclosed(_ unclosed: OpenTag) {
        if unclosed.isFaulty { return }
        report(unclosed.tag, "'\(unclosed.name)' is opened here and never closed", "Write {{/\(unclosed.name)}} where it ends")
    }

    private mutating func report(_ tag: Tag, _ what: String, _ remedy: String, topic: TemplateError.Topic? = nil) {
        errors.append(TemplateError(in: source, at: tag.range.lowerBound, what: what, remedy: remedy, topic: topic))
    }

    private func line(of tag: Tag) -> Int {
        source.bytes[..<tag.range.lowerBound].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    }
}

extension String {
    /// Whether this is `*` and a path. The first byte rules out most names.
    fileprivate var isMarkedDynamic: Bool { utf8.first == UInt8(ascii: "*") && hasPrefix("*") }
}
