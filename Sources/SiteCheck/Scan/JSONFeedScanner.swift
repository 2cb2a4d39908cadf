import Support

/// Reads a JSON Feed 1.1: <https://www.jsonfeed.org/version/1.1/>. It ignores any other JSON.
enum JSONFeedScanner {
    static func isFeed(_ bytes: ByteText) -> Bool {
        let mark: StaticString = "jsonfeed.org/version/"
        return (0..<min(bytes.count, 512)).contains { bytes.matches(mark, at: $0) }
    }

    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        var seen: [String: Int] = [:]
        do throws(InvalidJSON) {
            readStrings(of: try JSONDocument(Array(collector.bytes)).root, path: []) { path, text, offset in
                switch path.joined(separator: ".") {
                case "home_page_url", "feed_url", "next_url", "items.url":
                    collector.link(Array(text.utf8), at: offset, .ownAbsolute("the feed's \(path.last ?? "")"))
                case "items.id":
                    if let first = seen.updateValue(offset, forKey: text) {
                        collector.problem(
                            at: offset, "the item's id '\(text)' is there already, in line \(collector.bytes.position(of: first).line)",
                            remedy: "Give each item an id of its own")
                    }
                    collector.link(Array(text.utf8), at: offset, .ifOwnAbsolute)
                default:
                    if isAddress(path.last ?? "") { collector.link(Array(text.utf8), at: offset, .ifOwnAbsolute) }
                }
            }
        } catch {
            collector.problem(at: error.offset, "is no JSON from here on", remedy: "Mend the feed's template")
        }
        return collector.facts
    }

    /// Whether a field of this name holds an address: one of the specification, or an addition that is named like it. Any other text may begin
    /// like an address of the site and mean nothing by it.
    private static func isAddress(_ key: String) -> Bool {
        ["url", "image", "banner_image", "icon", "favicon", "avatar", "about"].contains(key) || key.hasSuffix("_url")
            || key.hasSuffix("_page")
    }

    /// Reads each string value, with the keys that lead to it (lists add nothing) and the offset of its first character.
    private static func readStrings(of value: JSONValue, path: [String], _ read: ([String], String, Int) -> Void) {
        if let text = value.string { read(path, text, value.offset) }
        for element in value.elements ?? [] { readStrings(of: element, path: path, read) }
        for member in value.members ?? [] { readStrings(of: member.value, path: path + [member.key], read) }
    }
}
