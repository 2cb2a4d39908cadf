import Catalogue
import Support

/// The pause that a server asks for.
enum RetryAfter {
    /// The pause in the header `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3). Otherwise the pause in the API's message:
    /// 'Expected available in 1234 seconds.'
    static func pause(_ response: HTTPResponse, now: Timestamp) -> Duration? {
        if let value = response.header("Retry-After") {
            if let seconds = Int(value), seconds >= 0 { return pause(seconds) }
            if let time = HTTPDate.time(value) { return pause(max(0, time.secondsSince1970 - now.secondsSince1970)) }
        }
        return secondsInWords(response.body).map(pause)
    }

    private static func secondsInWords(_ body: [UInt8]) -> Int? {
        guard let detail = JSONDocument(ifReadable: body)?.root["detail"]?.string else { return nil }
        let words = detail.split(separator: " ")
        guard let unit = words.firstIndex(where: { $0.hasPrefix("second") }), unit > 0, let seconds = Int(words[unit - 1]), seconds >= 0
        else { return nil }
        return seconds
    }

    /// A year is practically for ever, and it fits every calculation.
    private static func pause(_ seconds: Int) -> Duration { .seconds(min(seconds, 31_536_000)) }
}
