/// An address as it may be written into `href`: the very string that was checked.
struct Address: Equatable {
    let text: String
    /// Whether it leads to another site. That an absolute one leads to this site cannot be known here.
    let leavesSite: Bool

    /// Schemes whose addresses hold what runs; no policy can allow them.
    private static let forbiddenSchemes: Set<String> = ["data", "javascript", "vbscript"]

    /// Strips and removes what a browser would, by the URL standard (4.4), and then looks for the scheme.
    /// - Returns: nil if the address is empty, has a scheme that the policy does not name, or a control character in it.
    init?(_ raw: String, policy: Policy) {
        let scalars = raw.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0.value > 0x20 }), let last = scalars.lastIndex(where: { $0.value > 0x20 }) else {
            return nil
        }
        var kept = String.UnicodeScalarView()
        for scalar in scalars[first...last] where scalar != "\t" && scalar != "\n" && scalar != "\r" {
            guard !scalar.isUnprintable else { return nil }
            kept.append(scalar)
        }
        let text = String(kept)
        if let scheme = Self.scheme(of: text) {
            guard policy.schemes.contains(scheme), !Self.forbiddenSchemes.contains(scheme) else { return nil }
            leavesSite = scheme == "http" || scheme == "https"
        } else {
            // A browser reads `\` as `/` here.
            leavesSite = text.utf8.prefix(2).count == 2 && text.utf8.prefix(2).allSatisfy { $0 == Byte.slash || $0 == UInt8(ascii: "\\") }
        }
        self.text = text
    }

    /// What stands before the first `:`, unless a path, query or fragment has begun by then; in lower case.
    private static func scheme(of text: String) -> String? {
        guard let end = text.utf8.firstIndex(where: { ":/?#".utf8.contains($0) }), text.utf8[end] == UInt8(ascii: ":") else { return nil }
        return text[..<end].asciiLowercased()
    }
}
