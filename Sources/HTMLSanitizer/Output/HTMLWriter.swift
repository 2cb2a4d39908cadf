/// Writes tags and text as HTML. It checks everything against the policy once more. Even if the rest of the sanitizer is wrong, nothing
/// forbidden gets out.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []
    private let rules: CompiledPolicy

    init(rules: CompiledPolicy, capacity: Int) {
        self.rules = rules
        bytes.reserveCapacity(capacity)
    }

    mutating func open(_ tag: StartTag) throws(SanitizerError) {
        guard let allowed = rules.attributes(of: tag.element) else { throw .refused("<\(tag.element.name)>") }
        bytes.append(Byte.lessThan)
        bytes.append(tag.element.name)
        for (name, value) in tag.attributes {
            let isSafe = !name.holdsAddress || Address(value, rules: rules)?.text == value
            guard allowed.contains(name), isSafe else { throw .refused("\(name.rawValue)=\"\(value)\"") }
            write(attribute: name.rawValue, value: value)
        }
        if tag.leavesSite, let relations = rules.externalLinkRelations { write(attribute: "rel", value: relations) }
        bytes.append(Byte.greaterThan)
    }

    mutating func close(_ element: SanitizerElement) throws(SanitizerError) {
        guard rules.attributes(of: element) != nil else { throw .refused("</\(element.name)>") }
        bytes.append("</")
        bytes.append(element.name)
        bytes.append(Byte.greaterThan)
    }

    private mutating func write(attribute name: String, value: String) {
        bytes.append(Byte.space)
        bytes.append(name)
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

    /// Follows the HTML standard's serialization of fragments (13.3).
    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
        var start = 0
        var index = 0
        while true {
            index = ByteScan.firstIndex(in: text, from: index, where: CharacterReplacement.mayBegin)
            guard index < text.count else { break }
            guard let replacement = CharacterReplacement.of(text, at: index, inAttribute: inAttribute) else {
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
