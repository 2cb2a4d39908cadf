/// Makes safe HTML of HTML or plain text from people one does not know.
///
/// The input is parsed by libxml2, and the output written anew from the tree, so that only what the policy names can be in it:
///
///     try Sanitizer().sanitize("Δv <3 km/s, <b onclick=x()>R&D</b>").html
///     // <p>Δv &lt;3 km/s, <b>R&amp;D</b></p>
///
/// A text without tags for blocks and line breaks is laid out by its lines: a blank line parts paragraphs, any other line break is
/// kept. Sanitizing the output changes nothing. A sanitizer holds no state and may be used from many tasks at once.
public struct Sanitizer: Sendable {
    public let policy: SanitizerPolicy
    private let rules: Rules

    /// - Parameter policy: what to let through. `p` and `br`, and `li` or `dd` where their lists are allowed, are so in any case.
    public init(policy: SanitizerPolicy = .standard) {
        self.policy = policy.completed
        rules = Rules(self.policy)
    }

    /// - Throws: `SanitizerError.tooLong` if the input is longer than the policy's limit.
    public func sanitize(_ input: String) throws(SanitizerError) -> SanitizedHTML {
        try checkLength(input.utf8.count)
        return try build(CharacterRepair.repaired(validated: Array(input.utf8)))
    }

    /// - Parameter input: UTF-8. What is not becomes U+FFFD.
    /// - Throws: `SanitizerError.tooLong` if the input is longer than the policy's limit.
    public func sanitize(_ input: [UInt8]) throws(SanitizerError) -> SanitizedHTML {
        try input.withUnsafeBufferPointer { bytes throws(SanitizerError) in try sanitize(UnsafeRawBufferPointer(bytes)) }
    }

    /// - Parameter input: UTF-8. What is not becomes U+FFFD.
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

    /// The short way, for text without markup.
    func buildFromText(_ characters: [UInt8]) throws(SanitizerError) -> SanitizedHTML {
        var builder = FragmentBuilder(rules: rules, inputCount: characters.count)
        try characters.withUnsafeBufferPointer { text throws(SanitizerError) in try builder.text(text) }
        return try builder.finish()
    }

    /// The way for any text; for one without markup it leads to the same result as `buildFromText`.
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
