import Catalogue
import Support

/// The moment at which the source was last read with success, in `data/checked.json`: `{"checked_at":"2026-03-01T04:05:06Z"}`.
///
/// It is the only file of a site folder that every fetch from an API changes. It may be lost: then the date of the snapshot counts.
struct LastCheck {
    let time: Timestamp

    init(time: Timestamp) {
        self.time = time
    }

    /// Nil when the bytes do not have this form.
    init?(json: [UInt8]) {
        guard let time = JSONDocument(ifReadable: json)?.root["checked_at"]?.string.flatMap({ Timestamp(rfc3339: $0) }) else { return nil }
        self.time = time
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { $0.member("checked_at", time.rfc3339) }
        writer.raw("\n")
        return writer.bytes
    }

    /// The last moment at which the records were seen to be the source's.
    ///
    /// - Parameter dataDate: the date of the snapshot. It is the later one when the snapshot was made elsewhere and came by itself.
    /// - Returns: nil when nothing says it.
    static func time(_ json: [UInt8]?, dataDate: DataDate) -> Timestamp? {
        let noted = json.flatMap { LastCheck(json: $0)?.time }
        guard case .fetched(let fetched) = dataDate else { return noted }
        return max(noted ?? fetched, fetched)
    }
}
