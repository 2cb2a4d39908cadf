import CLibXML2

/// Reads a tree from libxml2, in the order of the text, and passes the parts that the policy keeps to a `FragmentBuilder`.
///
/// Only elements and text count. The walk keeps its own stack, because a tree may be deeper than the stack of a thread.
struct TreeWalk {
    private let rules: CompiledPolicy
    private var open: [OpenElement] = []

    private struct OpenElement {
        let node: xmlNodePtr
        let opening: Opening
        let isPreformatted: Bool
    }

    private enum Opening {
        case nothing, cell, document
        case phrase(FragmentBuilder.PhraseID)
        case block(FragmentBuilder.BlockID)
    }

    static func build(
        _ document: borrowing ParsedDocument, by rules: CompiledPolicy, into builder: inout FragmentBuilder
    ) throws(SanitizerError) {
        var walk = TreeWalk(rules: rules)
        try walk.read(from: document.firstNode, into: &builder)
    }

    private init(rules: CompiledPolicy) {
        self.rules = rules
    }

    private func treatment(of node: xmlNodePtr) -> Treatment {
        let name = XMLText.bytes(node.pointee.name)
        return node.pointee.ns == nil ? rules.treatment(of: name) : rules.treatment(ofPrefixed: name)
    }

    private mutating func read(from first: xmlNodePtr?, into builder: inout FragmentBuilder) throws(SanitizerError) {
        var next = first
        while let node = next {
            if try enter(node, &builder), let child = node.pointee.children {
                next = child
                continue
            }
            var current = node
            try leave(current, &builder)
            while current.pointee.next == nil, let parent = current.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE {
                current = parent
                try leave(current, &builder)
            }
            next = current.pointee.next
        }
    }

    /// - Returns: whether the contents of the node count.
    private mutating func enter(_ node: xmlNodePtr, _ builder: inout FragmentBuilder) throws(SanitizerError) -> Bool {
        switch node.pointee.type {
        case XML_TEXT_NODE:
            let opensPreformatted = node.pointee.prev == nil && open.last?.isPreformatted == true
            try builder.text(XMLText.bytes(node.pointee.content), opensPreformatted: opensPreformatted)
            return false
        case XML_ELEMENT_NODE:
            let treatment = treatment(of: node)
            guard let opening = try begin(treatment, node, &builder) else { return false }
            open.append(OpenElement(node: node, opening: opening, isPreformatted: treatment == .keep(.pre)))
            return true
        default:
            return false
        }
    }

    private func begin(
        _ treatment: Treatment, _ node: xmlNodePtr, _ builder: inout FragmentBuilder
    ) throws(SanitizerError) -> Opening? {
        switch treatment {
        case .dropWithContents:
            return nil
        case .unwrap, .unknown:
            return .nothing
        case .unwrapAsDocument:
            try builder.endParagraph()
            return .document
        case .unwrapAsCell:
            builder.space()
            return .cell
        case .unwrapAsBlock:
            return .block(try builder.beginUnwrappedBlock())
        case .keep(let element):
            let tag = StartTag(element, attributesOf: node, rules: rules)
            switch element.role {
            case .lineBreak:
                try builder.lineBreak()
                return .nothing
            case .phrase:
                guard let tag else { return .nothing }
                return try builder.beginPhrase(tag).map { .phrase($0) } ?? .nothing
            default:
                guard let tag else { return .nothing }
                return try builder.beginBlock(tag).map { .block($0) } ?? .nothing
            }
        }
    }

    private mutating func leave(_ node: xmlNodePtr, _ builder: inout FragmentBuilder) throws(SanitizerError) {
        guard let last = open.last, last.node == node else { return }
        open.removeLast()
        switch last.opening {
        case .nothing: break
        case .cell: builder.space()
        case .document: try builder.endParagraph()
        case .phrase(let id): try builder.endPhrase(id)
        case .block(let id): try builder.endBlock(id)
        }
    }
}
