import Support

/// Addresses among the assets of a theme, as an author writes them in a style sheet, and as they are published.
enum AssetPath {
    /// The path of the asset that a relative address means, and the query and fragment that follow it.
    ///
    /// - Parameter file: the path of the asset that holds the address.
    /// - Returns: nil for an address that means no asset: one of another site, one from the root of the host, one that leads out of the
    ///   folder of the assets, and a mere fragment.
    static func relative(_ address: String, from file: String) -> (path: String, suffix: String)? {
        guard isOwn(address), let first = address.first, !"/#?".contains(first) else { return nil }
        let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
        guard let path = address[..<end].removingPercent else { return nil }
        var segments = ["assets"] + file.split(separator: "/").dropLast().map(String.init)
        for segment in path.split(separator: "/", omittingEmptySubsequences: true) {
            switch segment {
            case ".": continue
            case "..":
                guard segments.popLast() != nil else { return nil }
            default: segments.append(String(segment))
            }
        }
        guard segments.first == "assets", segments.count > 1 else { return nil }
        return (segments.dropFirst().joined(separator: "/"), String(address[end...]))
    }

    /// Whether an address leads to no other site. A scheme makes it lead there.
    static func isOwn(_ address: String) -> Bool {
        if address.hasPrefix("//") || address.hasPrefix("\\") { return false }
        let end = address.utf8.firstIndex { $0 == UInt8(ascii: ":") || "/?#".utf8.contains($0) }
        return end.map { address.utf8[$0] != UInt8(ascii: ":") } ?? true
    }

    /// The address of one file relative to another. Signs that have a meaning in addresses are encoded.
    static func address(of path: String, from file: String) -> String {
        let target = path.split(separator: "/")
        let folder = file.split(separator: "/").dropLast()
        let common = zip(target.dropLast(), folder).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: folder.count - common) + target.dropFirst(common).map { encoded(String($0)) }
        let address = steps.joined(separator: "/")
        return isOwn(address) ? address : "./" + address
    }

    private static func encoded(_ segment: String) -> String {
        segment.replacing("%", with: "%25").replacing("?", with: "%3F").replacing("#", with: "%23").replacing("\\", with: "%5C")
    }
}

extension Substring {
    /// Nil when the decoded bytes are no UTF-8.
    fileprivate var removingPercent: String? {
        guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
        return String(validating: PercentEncoding.lenientlyDecoded(utf8), as: UTF8.self)
    }
}

extension String {
    var trimmingHTMLSpace: String {
        guard let first = utf8.firstIndex(where: { !$0.isHTMLSpace }), let last = utf8.lastIndex(where: { !$0.isHTMLSpace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
