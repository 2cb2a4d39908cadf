import Support

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The rules for the addresses in `hangar.yml` and on the command line. They are URLs in ASCII (RFC 3986), because browsers, feed readers
/// and servers must understand them in the same way.
enum ConfiguredAddress {
    /// Whether the text is a complete http or https address without a user name.
    static func isComplete(_ text: String) -> Bool {
        guard let url = URLComponents(string: text, encodingInvalidCharacters: false), let scheme = url.scheme?.lowercased(),
            let host = url.host
        else { return false }
        return (scheme == "http" || scheme == "https") && !host.isEmpty && url.user == nil && url.port.map(ports.contains) ?? true
    }

    /// The address with a trailing slash, if other addresses can be made by appending to it. It must be complete and have no query, no
    /// fragment and no segments `.` and `..`. Empty segments are left out. Otherwise it is nil.
    static func root(_ text: String) -> String? {
        guard isComplete(text), !text.contains("?"), !text.contains("#"), let schemeEnd = text.firstRange(of: "://") else { return nil }
        var segments = text[schemeEnd.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
        // A colon without a port means the port of the scheme.
        let host = segments.removeFirst().lowercased().trimmingSuffix(":")
        let names = segments.filter { !$0.isEmpty }
        guard !names.contains(where: isDots) else { return nil }
        return text[..<schemeEnd.lowerBound].lowercased() + "://" + host + "/" + names.map { $0 + "/" }.joined()
    }

    /// The description of what a root must be, for a message about one that is refused. It names the rule that the address breaks.
    static func expectedRoot(insteadOf text: String?) -> String {
        let url = text.flatMap { URLComponents(string: $0, encodingInvalidCharacters: false) }
        if let port = url?.port, !ports.contains(port) { return "an address with a port from \(ports.lowerBound) to \(ports.upperBound)" }
        if let path = url?.percentEncodedPath, path.split(separator: "/").contains(where: isDots) {
            return "an address without the segments . and .."
        }
        return "an address that begins with http:// or https://, without user, ? and #"
    }

    /// What the operator must write in place of an address with characters outside ASCII: the host by IDNA (RFC 5891), and the rest in
    /// percent-encoding. Nil when that is not what is wrong with the address.
    static func inASCII(_ text: String) -> String? {
        guard text.contains(where: { !$0.isASCII }), let encoded = WebURL(text)?.text, isComplete(encoded) else { return nil }
        return encoded
    }

    /// The path of a root: `/` or `/catalogue/`.
    static func path(_ root: String) -> String {
        URLComponents(string: root).map(\.percentEncodedPath).flatMap { $0.isEmpty ? nil : $0 } ?? "/"
    }

    private static let ports = 1...65_535

    /// Whether browsers take a segment for `.` or `..` (URL Standard, section 4.1).
    private static func isDots(_ segment: Substring) -> Bool {
        [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
