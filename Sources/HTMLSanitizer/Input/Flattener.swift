/// Writes tags so that nothing nests. Blocks become paragraph starts, phrases are removed, and dropped elements are removed with their
/// contents.
struct Flattener {
    private var dropped: Dropped?

    private struct Dropped {
        let name: String
        var depth: Int
        /// The length of the output before it.
        let outputCount: Int
    }

    /// Whether the present text is inside an element that is dropped with its contents.
    var isDropping: Bool { dropped != nil }

    mutating func write(_ tag: Tag, _ treatment: Treatment, to output: inout [UInt8]) {
        if let open = dropped {
            guard tag.name == open.name, !tag.isSelfClosing else { return }
            dropped?.depth += tag.isEndTag ? -1 : 1
            if tag.isEndTag, open.depth == 1 { finish(&output) }
            return
        }
        switch treatment {
        case .dropWithContents:
            guard !tag.isEndTag, !tag.isSelfClosing, !TagRewriter.voidElements.contains(tag.name) else { return }
            dropped = Dropped(name: tag.name, depth: 1, outputCount: output.count)
        case .keep(.br): output.append("<br>")
        case .keep(.hr): output.append("<hr>")
        case .keep(let element):
            if case .phrase = element.role { return }
            output.append("<p>")
        case .unwrapAsBlock, .unwrapAsCell: output.append("<p>")
        case .unwrap, .unknown, .unwrapAsDocument: return
        }
    }

    /// Removes the text written inside the element that is being dropped.
    mutating func finish(_ output: inout [UInt8]) {
        guard let open = dropped else { return }
        output.removeLast(output.count - open.outputCount)
        dropped = nil
    }
}
