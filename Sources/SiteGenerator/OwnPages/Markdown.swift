import CCMark

/// CommonMark as HTML (https://spec.commonmark.org/0.30/), by libcmark.
///
/// HTML inside it stays as it is, so the result is untrusted like any HTML of an author.
struct Markdown {
    let html: String
    private let blocks: [Block]

    /// A block of the text that is in no other: a paragraph, a list.
    private struct Block {
        /// Counted from 1, in the result.
        let firstLine: Int
        /// The first and the last line in the text.
        let source: ClosedRange<Int>
        /// Whether its first line in the result is only a tag, which has no line of its own in the text.
        let beginsWithTag: Bool
    }

    init(_ text: String) {
        var text = text
        let document = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
        }
        defer { cmark_node_free(document) }
        var html = ""
        var blocks: [Block] = []
        var line = 1
        var node = cmark_node_first_child(document)
        while let block = node {
            Self.removeCodeLanguages(in: block)
            let kind = cmark_node_get_type(block)
            let (first, last) = (Int(cmark_node_get_start_line(block)), Int(cmark_node_get_end_line(block)))
            blocks.append(
                Block(
                    firstLine: line, source: first...max(first, last),
                    beginsWithTag: kind == CMARK_NODE_LIST || kind == CMARK_NODE_BLOCK_QUOTE))
            if let rendered = cmark_render_html(block, CMARK_OPT_UNSAFE) {
                let text = String(cString: rendered)
                html += text
                line += text.utf8.count { $0 == UInt8(ascii: "\n") }
                cmark_get_default_mem_allocator().pointee.free(rendered)
            }
            node = cmark_node_next(block)
        }
        self.html = html
        self.blocks = blocks
    }

    /// The line of the text from which a line of the result comes, counted from 1. Inside of lists it may be one nearby.
    func sourceLine(ofLine line: Int) -> Int {
        guard let block = blocks.last(where: { $0.firstLine <= line }) else { return 1 }
        let offset = max(0, line - block.firstLine - (block.beginsWithTag ? 1 : 0))
        return min(block.source.lowerBound + offset, block.source.upperBound)
    }

    /// The language of a code block would become a class, which no page has a style for.
    private static func removeCodeLanguages(in node: OpaquePointer) {
        guard let walk = cmark_iter_new(node) else { return }
        defer { cmark_iter_free(walk) }
        while cmark_iter_next(walk) != CMARK_EVENT_DONE {
            let node = cmark_iter_get_node(walk)
            if cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK { cmark_node_set_fence_info(node, "") }
        }
    }
}
