/// Reads where `robots.txt` says that the sitemap is (RFC 9309, section 2.2.4, and sitemaps.org).
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
