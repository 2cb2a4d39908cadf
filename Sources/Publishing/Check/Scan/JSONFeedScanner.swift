/// Reads a JSON Feed 1.1: <https://www.jsonfeed.org/version/1.1/>. Any other JSON it leaves alone.
enum JSONFeedScanner {
    static func isFeed(_ bytes: ByteText) -> Bool {
        let mark: StaticString = "jsonfeed.org/version/"
        return (0..<min(bytes.count, 512)).contains { bytes.matches(mark, at: $0) }
    }

    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        var seen: [[UInt8]: Int] = [:]
        var reader = JSONStringReader(collector.bytes)
        while let string = reader.next() {
            switch string.path.joined(separator: ".") {
            case "home_page_url", "feed_url", "next_url", "items.url":
                collector.link(string.decoded, at: string.start, .ownAbsolute("the feed's \(string.path.last ?? "")"))
            case "items.id":
                if let first = seen.updateValue(string.start, forKey: string.decoded) {
                    collector.problem(
                        at: string.start,
                        "the item's id '\(String(decoding: string.decoded, as: UTF8.self))' is there already, in line "
                            + "\(collector.bytes.position(of: first).line)",
                        remedy: "Give each item an id of its own")
                }
                collector.link(string.decoded, at: string.start, .ownAbsolute("the item's id"))
            default:
                collector.link(string.decoded, at: string.start, .ifOwnAbsolute)
            }
        }
        if let offset = reader.failure {
            collector.problem(at: offset, "is no JSON from here on", remedy: "Mend the feed's template")
        }
        return collector.facts
    }
}
