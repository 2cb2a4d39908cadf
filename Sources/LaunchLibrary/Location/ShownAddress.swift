/// An address as messages show it: without what may be a secret in it, a user name, a password or a query.
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
