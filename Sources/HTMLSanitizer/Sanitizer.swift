/// Makes safe HTML from HTML or plain text by unknown people.
///
/// libxml2 parses the input, and the output is written from the tree. It contains only what the policy names:
///
///     try Sanitizer().sanitize("Δv <3 km/s, <b onclick=x()>R&D</b>").html
///     // <p>Δv &lt;3 km/s, <b>R&amp;D</b></p>
///
/// The lines of a text without tags for blocks and line breaks decide its layout: a blank line separates paragraphs, and any other line
/// break is kept. Sanitizing the output changes nothing. A sanitizer holds no state and may be used from many tasks at once.
public struct Sanitizer: Sendable {
    public let policy: SanitizerPolicy
    private let rules: CompiledPolicy

    /// - Parameter policy: the elements, attributes and addresses to let through. `p` and `br` are always allowed, and so are `li` or `dd`
    ///   when their lists are.
    public init(policy: SanitizerPolicy = .standard) {
        self.policy = policy.completed
        rules = CompiledPolicy(self.policy)
    }

    /// - Throws: `SanitizerError.tooLong` if the input is longer than the policy's limit.
    public func sanitize(_ input: String) throws(SanitizerError) -> SanitizedHTML {
        try checkLength(input.utf8.count)
        return try build(CharacterRepair.repaired(validated: Array(input.utf8)))
    }

    /// - Parameter input: UTF-8. Invalid sequences become U+FFFD.
    /// - Throws: `SanitizerError.tooLong` if the input is longer than the policy's limit.
    public func sanitize(_ input: [UInt8]) throws(SanitizerError) -> SanitizedHTML {
        try input.withUnsafeBufferPointer { bytes throws(SanitizerError) in try sanitize(UnsafeRawBufferPointer(bytes)) }
    }

    /// - Parameter input: UTF-8. Invalid sequences become U+FFFD.
    /// - Throws: `SanitizerError.tooLong` if the input is longer than the policy's limit.
    public func sanitize(_ input: UnsafeRawBufferPointer) throws(SanitizerError) -> SanitizedHTML {
        try checkLength(input.count)
        return try build(CharacterRepair.repaired(input))
    }

    private func checkLength(_ bytes: Int) throws(SanitizerError) {
        guard bytes <= policy.limits.bytes else { throw .tooLong(bytes: bytes, limit: policy.limits.bytes) }
    }

    private func build(_ characters: [UInt8]) throws(SanitizerError) -> SanitizedHTML {
        MarkupRepair.isNeeded(for: characters) ? try buildFromMarkup(characters) : try buildFromText(characters)
    }

    /// The fast path for text without markup.
    func buildFromText(_ characters: [UInt8]) throws(SanitizerError) -> SanitizedHTML {
        var builder = FragmentBuilder(rules: rules, inputCount: characters.count)
        try characters.withUnsafeBufferPointer { text throws(SanitizerError) in try builder.text(text) }
        return try builder.finish()
    }

    /// The path for any text. For a text without markup it gives the same result as `buildFromText`.
    func buildFromMarkup(_ characters: [UInt8]) throws(SanitizerError) -> SanitizedHTML {
        let rewriter = TagRewriter(rules: rules)
        let repaired = MarkupRepair.repaired(characters, rewriter: rewriter)
        var builder = FragmentBuilder(rules: rules, inputCount: characters.count)
        builder.lineBreaksAreWhitespace = repaired.isLaidOut
        let document = try ParsedDocument(repaired.bytes)
        if document.isCutShort {
            let flat = try ParsedDocument(MarkupRepair.flattened(characters, rewriter: rewriter).bytes)
            try TreeWalk.build(flat, by: rules, into: &builder)
        } else {
            try TreeWalk.build(document, by: rules, into: &builder)
        }
        return try builder.finish()
    }
}

/// Why an input has no sanitized form.
public enum SanitizerError: Error, Equatable, Sendable {
    /// The input is longer than the policy's limit.
    case tooLong(bytes: Int, limit: Int)
    /// libxml2 could not get memory for its parser.
    case outOfMemory
    /// The writer received something that the policy does not allow. This is a fault of the sanitizer itself.
    case refused(String)
}

extension SanitizerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let bytes, let limit):
            "the text is \(bytes) bytes long, and the limit is \(limit). Shorten it, or raise `limits.bytes` of the policy"
        case .outOfMemory:
            "there is no memory left to read the text. Free some, and try again"
        case .refused(let what):
            "the sanitizer was about to write \(what), which its policy does not allow. Please report this with the text"
        }
    }
}
