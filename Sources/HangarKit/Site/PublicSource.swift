import LaunchLibrary

/// The address of the source as pages, feeds and downloads name it.
///
/// A mirror in one's own network is nobody else's business, and a link to it leads visitors nowhere. Its records are those of Launch Library
/// all the same, so its root is named instead.
enum PublicSource {
    static func url(of source: String) -> String { isPublic(host(of: source)) ? source : APIRoot.production }

    /// In lower case, without port, and of an IPv6 address without brackets.
    private static func host(of address: String) -> String {
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let authority = rest.prefix { !"/?#".contains($0) }.lowercased()
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    private static func isPublic(_ host: String) -> Bool {
        if host.contains(":") { return !["::", "fc", "fd", "fe8", "fe9", "fea", "feb"].contains { host.hasPrefix($0) } }
        let labels = host.split(separator: ".")
        let numbers = labels.compactMap { UInt8($0) }
        if numbers.count == 4, labels.count == 4 { return isPublic(numbers) }
        guard labels.count > 1, let last = labels.last else { return false }
        return !localDomains.contains(String(last)) && !host.hasSuffix(".home.arpa")
    }

    /// Names that no public server has: RFC 6761, RFC 6762, and what routers and firms use in their own networks.
    private static let localDomains: Set = [
        "localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "test", "invalid",
    ]

    /// IANA's register of special addresses (RFC 6890).
    private static func isPublic(_ numbers: [UInt8]) -> Bool {
        switch (numbers[0], numbers[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127): false
        case (let first, _): first < 224
        }
    }
}
