import Support

/// Reads an Atom or RSS feed or a sitemap. All linked files of this site must exist, and the links must lead to this site.
enum FeedScanner {
    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        var tokenizer = MarkupTokenizer(collector.bytes, .xml)
        var isInEntry = false
        var seen: [[UInt8]: Int] = [:]
        while let tag = tokenizer.next() {
            if tag.name == .entry { isInEntry = !tag.isEnd }
            if tag.isEnd { continue }
            switch tag.name {
            case .loc:
                collector.markupLink(text(after: tag, in: collector.bytes), .ownAbsolute("the sitemap's entry"))
            case .imageLoc:
                collector.markupLink(text(after: tag, in: collector.bytes), .ifOwnAbsolute)
            case .link:
                readLink(tag, tokenizer.attributes, &collector)
            case .id where isInEntry:
                readID(text(after: tag, in: collector.bytes), &seen, &collector)
            default:
                break
            }
        }
        return collector.facts
    }

    private static func text(after tag: MarkupTokenizer.Tag, in bytes: ByteText) -> Range<Int> {
        bytes.trimmed(tag.end..<(bytes[tag.end...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count))
    }

    private static func readLink(
        _ tag: MarkupTokenizer.Tag, _ attributes: [MarkupTokenizer.Attribute], _ collector: inout LinkCollector
    ) {
        guard let address = attributes.first(where: { $0.name == .href })?.value else {
            // In RSS the address is text.
            return collector.markupLink(text(after: tag, in: collector.bytes), .ownAbsolute("the feed's link"))
        }
        let relation = attributes.first { $0.name == .rel }.map { collector.bytes.string($0.value) } ?? "alternate"
        // The relations of RFC 4287 and 5005 that mean this feed or its pages. `via`, `related`, `license` and `enclosure` may lead
        // anywhere.
        let own = ["alternate", "self", "first", "last", "next", "previous", "current", "prev-archive", "next-archive"]
        collector.markupLink(address, own.contains(relation) ? .ownAbsolute("the feed's link") : .ifOwnAbsolute)
    }

    private static func readID(_ range: Range<Int>, _ seen: inout [[UInt8]: Int], _ collector: inout LinkCollector) {
        let id = Array(collector.bytes[range])
        if let first = seen[id] {
            collector.problem(
                at: range.lowerBound,
                "the entry's id '\(collector.bytes.string(range))' is there already, in line \(collector.bytes.position(of: first).line)",
                remedy: "Give each entry an id of its own")
        } else {
            seen[id] = range.lowerBound
        }
    }
}

/// Reads the location of the sitemap in `robots.txt` (RFC 9309, section 2.2.4, and sitemaps.org).
enum RobotsScanner {
    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        let bytes = collector.bytes
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes.matches("sitemap:", at: start), start + 8 <= end {
                collector.plainLink(bytes.trimmed((start + 8)..<end), .ownAbsolute("the sitemap"))
            }
            start = end + 1
        }
        return collector.facts
    }
}

/// Reads JSON. Of a JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>) and of downloads it reads the links too.
enum JSONFileScanner {
    private static func isFeed(_ bytes: ByteText) -> Bool {
        let mark: StaticString = "jsonfeed.org/version/"
        return (0..<min(bytes.count, 512)).contains { bytes.matches(mark, at: $0) }
    }

    static func scan(_ collector: LinkCollector, _ path: String) -> FileFacts {
        var collector = collector
        var seen: [String: Int] = [:]
        do throws(InvalidJSON) {
            let document = try JSONDocument(Array(collector.bytes))
            guard isFeed(collector.bytes) else {
                DownloadScanner.scan(document.root, path: path, &collector)
                return collector.facts
            }
            readStrings(of: document.root, path: []) { path, text, offset in
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
            collector.problem(at: error.offset, "is no JSON from here on: \(error.what)", remedy: "Build the site again, or mend the file")
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
