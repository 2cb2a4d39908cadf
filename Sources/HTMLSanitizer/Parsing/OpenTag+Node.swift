import CLibXML2

extension OpenTag {
    /// The tag for an element of a parsed tree, with those of its attributes that the policy keeps.
    /// - Returns: nil if without them the element is none: a link that leads nowhere.
    init?(_ element: HTMLElement, attributesOf node: xmlNodePtr, policy: Policy) {
        self.init(element)
        if let allowed = policy.elements[element], !allowed.isEmpty, node.pointee.properties != nil {
            let values = Self.values(of: node)
            for attribute in allowed {
                guard let raw = values[attribute.rawValue] else { continue }
                if attribute.holdsAddress {
                    guard let address = Address(raw, policy: policy) else { continue }
                    leavesSite = leavesSite || attribute == .href && address.leavesSite
                    attributes.append((attribute, address.text))
                } else if let text = AttributeText.folded(raw) {
                    attributes.append((attribute, text))
                }
            }
        }
        if element == .a, !attributes.contains(where: { $0.name == .href }) { return nil }
    }

    /// Of attributes of the same name the first counts. A name with a prefix is another name: it is not split.
    private static func values(of node: xmlNodePtr) -> [String: String] {
        var values: [String: String] = [:]
        var next = node.pointee.properties
        while let attribute = next {
            let name = XMLText.string(attribute.pointee.name).lowercased()
            if attribute.pointee.ns == nil, values[name] == nil { values[name] = XMLText.value(of: attribute) }
            next = attribute.pointee.next
        }
        return values
    }
}
