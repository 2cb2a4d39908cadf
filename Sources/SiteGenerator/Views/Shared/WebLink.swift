enum WebLink {
    /// Whether a page may link to it: a complete http or https address, and not one of the API's development hosts.
    static func isWeb(_ address: String) -> Bool {
        let address = address.lowercased()
        guard let rest = ["https://", "http://"].compactMap({ address.hasPrefix($0) ? address.dropFirst($0.count) : nil }).first else {
            return false
        }
        let host = rest.prefix { !"/?#".contains($0) }
        return !host.isEmpty && !host.hasPrefix("lldev.") && !address.contains { $0.isWhitespace || $0 == "\"" || $0 == "<" }
    }
}

extension String {
    var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
