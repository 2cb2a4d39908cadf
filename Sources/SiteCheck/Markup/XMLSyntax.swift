import CLibXML2
import Support

/// Finds the place from which no reader can read a text as XML. libxml2 parses it.
///
/// Nothing is kept of the text except its declared entities. libxml2 opens no other file or address, because external entities and document
/// types are only loaded when a caller asks for it, and it refuses entities that grow out of proportion.
enum XMLSyntax {
    struct Fault: Equatable {
        let line: Int
        let column: Int
        let what: String
        let remedy: String
    }

    /// libxml2's own tables. It fills them on first use without a lock of its own.
    private static let parserIsReady: Void = xmlInitParser()

    /// - Returns: the first fault. Nil if the text is well-formed and all its name spaces are declared.
    static func firstFault(in bytes: ByteText) -> Fault? {
        _ = parserIsReady
        guard let context = xmlNewParserCtxt(), let handler = context.pointee.sax else {
            return Fault(line: 1, column: 1, what: "there is no memory left to read it", remedy: "Free some, and try again")
        }
        defer {
            xmlFreeParserCtxt(context)
            // libxml2 keeps the last error for each thread, with texts from the heap.
            xmlResetLastError()
        }
        keepNothing(of: handler)
        var first: Fault?
        let result = withUnsafeMutablePointer(to: &first) { first in
            context.pointee._private = UnsafeMutableRawPointer(first)
            handler.pointee.serror = { _, error in
                guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue, let context = error.pointee.ctxt else { return }
                let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
                guard let first = parser.pointee._private?.assumingMemoryBound(to: Fault?.self), first.pointee == nil else { return }
                first.pointee = XMLSyntax.fault(
                    code: error.pointee.code, message: error.pointee.message, line: error.pointee.line, column: error.pointee.int2,
                    in: parser)
            }
            let options = Int32(XML_PARSE_NONET.rawValue)
            return bytes.withMemoryRebound(to: CChar.self) { text in
                xmlCtxtReadMemory(context, text.baseAddress, Int32(clamping: text.count), nil, nil, options)
            }
        }
        if let result { xmlFreeDoc(result) }
        guard var fault = first else { return nil }
        // The parser counts columns in bytes.
        if fault.line == 0 {
            let position = bytes.position(of: fault.column)
            fault = Fault(line: position.line, column: position.column, what: fault.what, remedy: fault.remedy)
        }
        return fault
    }

    /// Removes the handlers that would make a tree.
    private static func keepNothing(of handler: UnsafeMutablePointer<xmlSAXHandler>) {
        handler.pointee.startElement = nil
        handler.pointee.endElement = nil
        handler.pointee.startElementNs = nil
        handler.pointee.endElementNs = nil
        handler.pointee.characters = nil
        handler.pointee.ignorableWhitespace = nil
        handler.pointee.cdataBlock = nil
        handler.pointee.comment = nil
        handler.pointee.processingInstruction = nil
        handler.pointee.reference = nil
        handler.pointee.externalSubset = nil
        handler.pointee.resolveEntity = nil
        handler.pointee.attributeDecl = nil
        handler.pointee.elementDecl = nil
        handler.pointee.notationDecl = nil
        handler.pointee.unparsedEntityDecl = nil
    }

    /// A fault whose line is 0 has the offset of its place instead of a column.
    private static func fault(
        code: Int32, message: UnsafeMutablePointer<CChar>?, line: Int32, column: Int32, in parser: UnsafeMutablePointer<xmlParserCtxt>
    ) -> Fault {
        let original = message.map { String(cString: $0) } ?? "error \(code)"
        let (what, remedy) = words(code, original.split(separator: "\n").first.map(String.init) ?? original)
        // The parser is behind the sign that stands for itself.
        let behind = UInt32(bitPattern: code) == XML_ERR_NAME_REQUIRED.rawValue ? 1 : 0
        let offset = parser.pointee.inputNr == 1 ? Int(xmlByteConsumed(parser)) - behind : -1
        return offset >= 0
            ? Fault(line: 0, column: offset, what: what, remedy: remedy)
            : Fault(line: max(1, Int(line)), column: max(1, Int(column)), what: what, remedy: remedy)
    }

    private static func words(_ code: Int32, _ message: String) -> (what: String, remedy: String) {
        let message = message.last.map { ".!? ".contains($0) } == true ? String(message.dropLast()) : message
        return switch UInt32(bitPattern: code) {
        case XML_ERR_NAME_REQUIRED.rawValue where message.contains("EntityRef"):
            ("is no XML here: a '&' stands for itself", "Write it as &amp;")
        case XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
            ("is no XML here: a '&' begins a reference without ';'", "Write the sign itself as &amp;")
        case XML_ERR_INVALID_CHAR.rawValue where message.hasPrefix("Input is not proper UTF-8"):
            ("is no XML here: the text is not in the encoding that it states", "Save it as UTF-8")
        case XML_ERR_INVALID_CHAR.rawValue:
            ("is no XML here: \(message)", "Remove the character, because no XML may hold it")
        case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue:
            ("is no XML here: \(message)", "Save it as UTF-8")
        case XML_ERR_TAG_NAME_MISMATCH.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue:
            ("is no XML here: \(message)", "Close each tag, the inner ones first")
        case XML_ERR_UNDECLARED_ENTITY.rawValue:
            ("is no XML here: \(message)", "Write the character itself, or its number")
        default: ("is no XML here: \(message)", "Mend its template")
        }
    }
}
