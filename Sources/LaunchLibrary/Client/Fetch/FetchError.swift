import Catalogue
import Support

/// The reason why a catalogue could not be fetched. Nothing from the failed fetch is usable.
public struct FetchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The raw values are the exit codes of sysexits.h.
    public enum Kind: Int32, Sendable {
        /// The API's answer cannot be used.
        case data = 65
        /// The address has no API, the API refuses access, or it fails repeatedly.
        case unavailable = 69
        /// Only the time is wrong: a later attempt may succeed.
        case tryAgain = 75
        /// This machine lacks what a request needs.
        case configuration = 78
    }

    public let kind: Kind
    public let problems: [Fault]
    /// The time from which another attempt is useful. It is nil when that is unknown.
    public private(set) var tryAgainAt: Timestamp?

    public init(_ kind: Kind, _ problems: [Fault], tryAgainAt: Timestamp? = nil) {
        self.kind = kind
        self.problems = problems
        self.tryAgainAt = tryAgainAt
    }

    init(_ kind: Kind, _ place: String, _ what: String, remedy: String, tryAgainAt: Timestamp? = nil) {
        self.init(kind, [Fault(place: place, what: what, remedy: remedy)], tryAgainAt: tryAgainAt)
    }

    /// The same error without the key. A server may send the key back in text that a message quotes.
    func hiding(_ key: String?) -> FetchError {
        guard let key, !key.isEmpty else { return self }
        let problems = problems.map {
            Fault(
                place: $0.place.replacing(key, with: "…"), what: $0.what.replacing(key, with: "…"),
                remedy: $0.remedy.replacing(key, with: "…"))
        }
        return FetchError(kind, problems, tryAgainAt: tryAgainAt)
    }

    /// The same error with the moment that the server names for the next request. Nil when it names none.
    func tryingAgain(at time: Timestamp?) -> FetchError {
        var error = self
        error.tryAgainAt = time
        return error
    }

    /// One problem per line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension FetchError {
    init(_ error: TransportError) {
        switch error.kind {
        case .unreachable, .interrupted, .timedOut:
            self.init(.unavailable, error.url, error.what, remedy: "Check the address and the network, or try again later")
        case .insecure:
            self.init(.unavailable, error.url, error.what, remedy: "Check the address and this machine's clock and certificates")
        case .tooLarge:
            self.init(.data, error.url, error.what, remedy: "Check that the address is that of a Launch Library API")
        case .redirect:
            self.init(.unavailable, error.url, error.what, remedy: "If the API has moved, name its new root")
        case .notHTTP:
            self.init(.unavailable, error.url, error.what, remedy: "Name the root of an API, such as \(APIRoot.production)")
        case .cancelled:
            self.init(.tryAgain, error.url, error.what, remedy: "Start it again")
        }
    }

    /// The same error for a repeated reading of the list. It explains where the time or the requests went.
    var afterRestart: FetchError {
        guard kind == .tryAgain else { return self }
        let problems = problems.map {
            Fault(place: $0.place, what: $0.what + ", after the list had changed while it was read", remedy: $0.remedy)
        }
        return FetchError(kind, problems, tryAgainAt: tryAgainAt)
    }

    /// The error for a status that a repetition will not change.
    ///
    /// - Parameter hasKey: whether the request had an API key.
    init(refusal response: HTTPResponse, hasKey: Bool, url: String) {
        let status = response.status
        let isHTML = response.body.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "<")
        let what = "answered with status \(status)" + (isHTML ? " and an HTML page" : "")
        switch status {
        // The API answers in JSON. An HTML page comes from something before it, which does not know the key.
        case 401 where isHTML, 403 where isHTML || !hasKey:
            let key = hasKey ? "check the API key too" : "if the API asks for a key, set source › api_key_variable"
            self.init(
                .unavailable, url, what,
                remedy: "The API, or something before it such as a proxy or a firewall, refuses the access: try again later; \(key)")
        case 401, 403: self.init(.unavailable, url, what, remedy: "Check the API key")
        case 404, 410:
            self.init(.unavailable, url, what, remedy: "There is no Launch Library API here; name its root, such as \(APIRoot.production)")
        default: self.init(.unavailable, url, what, remedy: "Check the address, or see whether the API is in trouble")
        }
    }
}
