/// Writes tags so that nothing nests: blocks become paragraph starts, phrases go, what is dropped goes with its contents.
struct Flattener {
    let treatments: Treatments
    private var dropped: Dropped?

    private struct Dropped {
        let name: String
        var depth: Int
        /// How long the output was before it.
        let outputCount: Int
    }

    private static let voidElements: Set<String> = ["base", "embed", "frame", "link", "meta"]

    init(treatments: Treatments) {
        self.treatments = treatments
    }

    mutating func write(_ tag: Tag, _ input: [UInt8], to output: inout [UInt8]) {
        if let open = dropped {
            guard tag.name == open.name, !tag.isSelfClosing else { return }
            dropped?.depth += tag.isEndTag ? -1 : 1
            if tag.isEndTag, open.depth == 1 { finish(&output) }
            return
        }
        switch treatments[tag.name] {
        case .dropWithContents:
            guard !tag.isEndTag, !tag.isSelfClosing, !Self.voidElements.contains(tag.name) else { return }
            dropped = Dropped(name: tag.name, depth: 1, outputCount: output.count)
        case .keep(.br): output += "<br>".utf8
        case .keep(.hr): output += "<hr>".utf8
        case .keep(let element):
            if case .phrase = element.role { return }
            output += "<p>".utf8
        case .unwrapAsBlock, .unwrapAsCell: output += "<p>".utf8
        case .unwrap, .unwrapAsDocument: return
        }
    }

    /// Takes back what stands in the element that is being dropped.
    mutating func finish(_ output: inout [UInt8]) {
        guard let open = dropped else { return }
        output.removeLast(output.count - open.outputCount)
        dropped = nil
    }
}
