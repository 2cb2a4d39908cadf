/// Writes tags and text as HTML. It looks everything up in the policy once more: should the rest of the sanitizer be wrong, nothing
/// gets out.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []
    private let policy: Policy

    init(policy: Policy, capacity: Int) {
        self.policy = policy
        bytes.reserveCapacity(capacity)
    }

    mutating func open(_ tag: OpenTag) throws(SanitizerError) {
        guard let allowed = policy.elements[tag.element] else { throw .refused("<\(tag.element.rawValue)>") }
        bytes.append(Byte.lessThan)
        bytes += tag.element.rawValue.utf8
        for (name, value) in tag.attributes {
            let isSafe = !name.holdsAddress || Address(value, policy: policy)?.text == value
            guard allowed.contains(name), isSafe else { throw .refused("\(name.rawValue)=\"\(value)\"") }
            write(attribute: name.rawValue, value: value)
        }
        if tag.leavesSite, !policy.externalLinkRelations.isEmpty {
            write(attribute: "rel", value: policy.externalLinkRelations.joined(separator: " "))
        }
        bytes.append(Byte.greaterThan)
    }

    mutating func close(_ element: HTMLElement) throws(SanitizerError) {
        guard policy.elements[element] != nil else { throw .refused("</\(element.rawValue)>") }
        bytes.append("</")
        bytes += element.rawValue.utf8
        bytes.append(Byte.greaterThan)
    }

    private mutating func write(attribute name: String, value: String) {
        bytes.append(Byte.space)
        bytes += name.utf8
        bytes.append("=\"")
        var value = value
        value.withUTF8 { write($0, inAttribute: true) }
        bytes.append(Byte.quotationMark)
    }

    mutating func writeSpace() {
        bytes.append(Byte.space)
    }

    mutating func writeLineFeed() {
        bytes.append(Byte.lineFeed)
    }

    mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        write(text, inAttribute: false)
    }

    /// By the HTML standard's serialization of fragments (13.3).
    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
        var start = 0
        var index = 0
        while index < text.count {
            guard CharacterReplacement.mayBegin(at: text[index]),
                let replacement = CharacterReplacement.of(text, at: index, inAttribute: inAttribute)
            else {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            bytes.append(replacement.text)
            index += replacement.length
            start = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}
