import Support

/// Reads `status.json`, which says how fresh the site is. A moment in it that cannot be read would be shown as none, and monitoring would
/// take the site for one that nobody updates.
enum StatusScanner {
    static let path = "status.json"

    static func scan(_ collector: LinkCollector) -> FileFacts {
        var collector = collector
        do throws(InvalidJSON) {
            let status = try JSONDocument(Array(collector.bytes)).root
            for key in ["checked_at", "changed_at"] as [StaticString] {
                guard let value = status[key], !value.isNull, !(value.string.map(isTime) ?? false) else { continue }
                collector.problem(
                    at: value.offset, "'\(key)' is no time such as 2026-03-01T04:05:06Z (RFC 3339)", remedy: "Build the site again")
            }
        } catch {
            collector.problem(at: error.offset, "is no JSON from here on: \(error.what)", remedy: "Build the site again, or mend the file")
        }
        return collector.facts
    }

    /// Whether the text has the form in which the file's times are written, in UTC.
    private static func isTime(_ text: String) -> Bool {
        let form = Array("0000-00-00T00:00:00Z".utf8)
        return text.utf8.count == form.count
            && zip(text.utf8, form).allSatisfy { byte, mark in
                mark == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == mark
            }
    }
}
