import CLibXML2

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
