import CLibXML2

/// A tree that libxml2 made of HTML. Owns the parser and the tree, and frees both when it goes out of use.
struct ParsedDocument: ~Copyable {
    private let context: htmlParserCtxtPtr
    private let document: htmlDocPtr

    /// libxml2's own tables, which it fills on first use without a lock of its own.
    private static let parserIsReady: Void = xmlInitParser()

    /// With `htmlCtxtReadMemory`, not the push parser: that one splits text at the borders of its buffer.
    /// - Parameter bytes: UTF-8 without NUL, as `MarkupRepair` leaves it; at most 10,000,000 bytes.
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
        // The last error is kept for each thread, with texts from the heap.
        xmlResetLastError()
    }

    /// Whether the parser gave up before the end of the text: it does so where elements nest deeper than 256.
    var isCutShort: Bool {
        context.pointee.disableSAX != 0
    }

    /// The first of the nodes at the top, among which there may be several `html` elements. It and all it leads to live no longer than
    /// this document.
    var firstNode: xmlNodePtr? {
        document.pointee.children
    }
}

/// Reads libxml2's strings, which end with a NUL.
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
