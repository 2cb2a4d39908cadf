import CLibXML2

/// A tree that libxml2 made from HTML. It owns the parser and the tree, and frees both at the end of its lifetime.
struct ParsedDocument: ~Copyable {
    private let context: htmlParserCtxtPtr
    private let document: htmlDocPtr

    /// libxml2's own tables. It fills them on first use without a lock of its own.
    private static let parserIsReady: Void = xmlInitParser()

    /// Uses `htmlCtxtReadMemory`, not the push parser, because that one splits text at the borders of its buffer.
    /// - Parameter bytes: UTF-8 without NUL, as `MarkupRepair` leaves it. At most 10,000,000 bytes.
    init(_ bytes: [UInt8]) throws(SanitizerError) {
        _ = Self.parserIsReady
        guard let context = htmlNewParserCtxt() else { throw .outOfMemory }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_COMPACT.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            htmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8", Int32(options))
        }
        guard let document else {
            htmlFreeParserCtxt(context)
            throw .outOfMemory
        }
        self.context = context
        self.document = document
    }

    deinit {
        xmlFreeDoc(document)
        htmlFreeParserCtxt(context)
        // libxml2 keeps the last error for each thread, with texts from the heap.
        xmlResetLastError()
    }

    /// Whether the parser stopped before the end of the text. It does so when elements nest deeper than 256.
    var isCutShort: Bool {
        context.pointee.disableSAX != 0
    }

    /// The first of the top nodes, which may include several `html` elements. The node and everything it refers to live no longer than this
    /// document.
    var firstNode: xmlNodePtr? {
        document.pointee.children
    }
}

/// Reads the strings of libxml2, which end with a NUL.
enum XMLText {
    static func bytes(_ start: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start, count: start.map { Int(xmlStrlen($0)) } ?? 0)
    }

    static func string(_ start: UnsafePointer<xmlChar>?) -> String {
        String(decoding: bytes(start), as: UTF8.self)
    }

    static func value(of attribute: xmlAttrPtr) -> String {
        var value = ""
        var next = attribute.pointee.children
        while let node = next {
            if node.pointee.type == XML_TEXT_NODE { value += string(node.pointee.content) }
            next = node.pointee.next
        }
        return value
    }
}
