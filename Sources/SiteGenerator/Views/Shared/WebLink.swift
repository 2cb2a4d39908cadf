/// Addresses of other sites.
enum WebLink {
    /// Whether a page may link to it: a complete http or https address, and not one of the API's development hosts.
    static func isWeb(_ address: String) -> Bool {
        let address = address.lowercased()
        guard let rest = ["https://", "http://"].compactMap({ address.hasPrefix($0) ? address.dropFirst($0.count) : nil }).first else {
            return false
        }
        let authority = rest.prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last?.prefix { $0 != ":" } ?? ""
        return !host.isEmpty && !host.hasPrefix("lldev.") && !host.hasPrefix("thespacedevs-dev.")
            && !address.unicodeScalars.contains {
                $0.value <= 0x20 || $0.value == 0x7F || $0 == "\"" || $0 == "<" || $0.properties.isWhitespace
            }
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
