import Support

/// A place from which records are read.
public enum Location: Sendable, Hashable {
    /// The root of a Launch Library API, with a trailing slash.
    case api(root: String)
    case file(String)
    case folder(String)

    /// Distinguishes an address from a path. A text that begins with `http://` or `https://` is the root of an API. Any other text must be
    /// a path on the disk.
    ///
    /// - Parameter fileKind: gives the kind of the file at a path; nil when the path does not exist.
    public init(_ argument: String, fileKind: (String) -> FileAccess.Kind?) throws(InputError) {
        let start = argument.prefix(8).lowercased()
        if start.hasPrefix("https://") || start.hasPrefix("http://") {
            self = .api(root: try Self.root(argument))
            return
        }
        switch fileKind(argument) {
        // A pipe may be the output of another command. Reading what is barred says why it cannot be read.
        case .file, .other, .barred: self = .file(argument)
        case .folder: self = .folder(argument)
        case nil:
            throw InputError(
                place: argument.isEmpty ? "''" : argument, what: "there is no such file or folder",
                remedy: "Name a saved page, a folder of saved pages, or an API such as \(APIRoot.production)")
        }
    }

    private static func root(_ address: String) throws(InputError) -> String {
        guard !address.contains(where: { $0 == "?" || $0 == "#" || $0.isWhitespace }) else {
            throw InputError(
                place: ShownAddress.text(of: address), what: "the root of an API has no query",
                remedy: "Name the root, such as \(APIRoot.production)")
        }
        return address.hasSuffix("/") ? address : address + "/"
    }
}

/// An address as messages show it. The user name, the password and the query are left out, because they may be secret.
public enum ShownAddress {
    /// `https://me:key@example.org/2.3.0/?key=1` → `https://…@example.org/2.3.0/?…`
    public static func text(of address: String) -> String {
        let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
        let query = end == address.endIndex ? "" : "\(address[end])…"
        guard let scheme = address[..<end].firstRange(of: "://") else { return address[..<end] + query }
        let rest = address[scheme.upperBound..<end]
        let authority = rest[..<(rest.firstIndex(of: "/") ?? rest.endIndex)]
        guard let at = authority.lastIndex(of: "@") else { return address[..<end] + query }
        return address[..<scheme.upperBound] + "…" + rest[at...] + query
    }
}
