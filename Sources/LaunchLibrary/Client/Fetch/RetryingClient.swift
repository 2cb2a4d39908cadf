import Catalogue
import Support

/// Requests one address after another. It repeats requests that may succeed later, and it keeps to the deadline of the whole fetch.
struct RetryingClient: Sendable {
    let transport: HTTPTransport
    let clock: FetchClock
    let limits: FetchLimits
    let headers: [HTTPHeader]
    let deadline: Timestamp
    let progress: @Sendable (FetchProgress) -> Void

    /// The reason to repeat a request, and the pause that the server asks for.
    private struct Setback {
        let reason: String
        let isThrottle: Bool
        let asked: Duration?
    }

    private enum Outcome {
        case answer(HTTPResponse)
        case setback(Setback)
    }

    /// The status codes of temporary server failures. 524 is Cloudflare's time-out.
    private static let transientStatuses = [500, 502, 503, 504, 524]

    /// - Throws: ``FetchError`` when there is no answer with status 200.
    func get(_ url: String) async throws(FetchError) -> HTTPResponse {
        var retry = 0
        while true {
            guard clock.now() <= deadline else {
                throw FetchError(
                    .tryAgain, url, "the fetch was not done after \(limits.deadline.components.seconds) s",
                    remedy: "Try again later, or allow it more time")
            }
            switch try await attempt(url) {
            case .answer(let response): return response
            case .setback(let setback):
                retry += 1
                try await wait(after: setback, retry: retry, url: url)
            }
        }
    }

    private func attempt(_ url: String) async throws(FetchError) -> Outcome {
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await transport.send(HTTPRequest(url: url, headers: headers, timeLimit: timeLeft))
        } catch {
            guard error.isTransient else { throw FetchError(error) }
            return .setback(Setback(reason: error.what, isThrottle: false, asked: nil))
        }
        switch response.status {
        case 200: return .answer(response)
        case 429:
            return .setback(Setback(reason: "throttled", isThrottle: true, asked: RetryAfter.pause(response, now: clock.now())))
        case let status where Self.transientStatuses.contains(status):
            let asked = RetryAfter.pause(response, now: clock.now())
            return .setback(Setback(reason: "answered with status \(status)", isThrottle: false, asked: asked))
        default:
            let now = clock.now()
            throw FetchError(refusal: response, hasKey: headers.contains { $0.name == "Authorization" }, url: url)
                .tryingAgain(at: RetryAfter.header(response, now: now).map { now.adding($0) })
        }
    }

    /// The time until the deadline. An answer after the deadline is not usable.
    private var timeLeft: Duration {
        .seconds(max(1, deadline.secondsSince1970 - clock.now().secondsSince1970))
    }

    private func wait(after setback: Setback, retry: Int, url: String) async throws(FetchError) {
        let own = limits.pause(beforeRetry: retry, random: clock.random())
        let pause = max(own, setback.asked ?? .zero)
        let now = clock.now()
        let back = now.adding(pause)
        // Only what the server asked for. Nothing is to wait for a pause of this client's own making.
        let asked = setback.asked.map { now.adding($0) }
        guard retry <= limits.retries, back <= deadline else {
            let times = retry == 1 ? "" : ", \(retry) times"
            guard setback.isThrottle else {
                throw FetchError(
                    .unavailable, url, setback.reason + times, remedy: "Try again later; if it stays so, see whether the API is in trouble",
                    tryAgainAt: asked)
            }
            throw FetchError(
                .tryAgain, url, "the API allows no more requests for now",
                remedy: asked.map { "Try again after \($0.rfc3339), or use an API key" } ?? "Try again later, or use an API key",
                tryAgainAt: asked)
        }
        progress(.waiting(pause, reason: setback.reason))
        do {
            try await clock.sleep(pause)
        } catch {
            throw FetchError(.tryAgain, url, "the fetch was cancelled", remedy: "Start it again")
        }
    }
}

extension Timestamp {
    /// The sum, rounded up to the next second.
    func adding(_ duration: Duration) -> Timestamp {
        Timestamp(secondsSince1970: secondsSince1970 + (duration.milliseconds + 999) / 1_000)
    }
}

/// The pause that a server asks for.
private enum RetryAfter {
    /// The pause in the header `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3). Otherwise the pause in the API's message:
    /// 'Expected available in 1234 seconds.'
    static func pause(_ response: HTTPResponse, now: Timestamp) -> Duration? {
        header(response, now: now) ?? secondsInWords(response.body).map(pause)
    }

    /// The pause in the header alone.
    static func header(_ response: HTTPResponse, now: Timestamp) -> Duration? {
        guard let value = response.header("Retry-After") else { return nil }
        if let seconds = Int(value), seconds >= 0 { return pause(seconds) }
        return HTTPDate.time(value).map { pause(max(0, $0.secondsSince1970 - now.secondsSince1970)) }
    }

    private static func secondsInWords(_ body: [UInt8]) -> Int? {
        guard let detail = JSONDocument(ifReadable: body)?.root["detail"]?.string else { return nil }
        let words = detail.split(separator: " ")
        guard let unit = words.firstIndex(where: { $0.hasPrefix("second") }), unit > 0, let seconds = Int(words[unit - 1]), seconds >= 0
        else { return nil }
        return seconds
    }

    /// A day at most. Whatever a server asks for, a site that is asked for daily costs it little, and a wrong header does not stop a site.
    private static func pause(_ seconds: Int) -> Duration { .seconds(min(seconds, 86_400)) }
}
