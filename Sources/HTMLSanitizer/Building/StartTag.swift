import CLibXML2

/// A start tag to be written.
struct StartTag {
    let element: SanitizerElement
    var attributes: [(name: SanitizerAttribute, value: String)] = []
    /// Whether it is a link to another site.
    var leavesSite = false

    init(_ element: SanitizerElement) {
        self.element = element
    }

    /// The approximate number of bytes in the tag and its end tag.
    var byteCount: Int {
        attributes.reduce(2 * element.name.utf8.count + 5 + (leavesSite ? 48 : 0)) { $0 + $1.value.utf8.count + 10 }
    }
}

extension StartTag {
    /// The tag for an element of a parsed tree, with those of its attributes that the policy keeps.
    /// - Returns: nil if the element means nothing without them, such as a link without an address.
    init?(_ element: SanitizerElement, attributesOf node: xmlNodePtr, rules: CompiledPolicy) {
        self.init(element)
        if node.pointee.properties != nil {
            for attribute in rules.attributes(of: element) ?? [] {
                guard let raw = Self.value(of: attribute, in: node) else { continue }
                if attribute.holdsAddress {
                    guard let address = Address(raw, rules: rules) else { continue }
                    leavesSite = leavesSite || attribute == .href && address.leavesSite
                    attributes.append((attribute, address.text))
                } else if let text = AttributeText.folded(raw) {
                    attributes.append((attribute, text))
                }
            }
        }
        if element == .a, !attributes.contains(where: { $0.name == .href }) { return nil }
    }

    /// A name with a prefix is another name, so it is not split.
    private static func value(of attribute: SanitizerAttribute, in node: xmlNodePtr) -> String? {
        var next = node.pointee.properties
        while let candidate = next {
            let isSame = candidate.pointee.ns == nil && XMLText.bytes(candidate.pointee.name).elementsEqual(attribute.rawValue.utf8)
            if isSame { return XMLText.value(of: candidate) }
            next = candidate.pointee.next
        }
        return nil
    }
}
