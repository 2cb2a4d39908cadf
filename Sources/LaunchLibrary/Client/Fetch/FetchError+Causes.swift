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

    /// The same, met when the list was read again: it explains where the time or the requests went.
    var afterMoving: FetchError {
        guard kind == .tryAgain else { return self }
        let problems = problems.map {
            DataProblem(place: $0.place, what: $0.what + ", after the list had changed while it was read", remedy: $0.remedy)
        }
        return FetchError(kind, problems, tryAgainAt: tryAgainAt)
    }

    /// A status that no repetition will change.
    init(refusal status: Int, url: String) {
        let what = "answered with status \(status)"
        switch status {
        case 401, 403: self.init(.unavailable, url, what, remedy: "Check the API key")
        case 404, 410:
            self.init(.unavailable, url, what, remedy: "There is no Launch Library API here; name its root, such as \(APIRoot.production)")
        default: self.init(.unavailable, url, what, remedy: "Check the address, or see whether the API is in trouble")
        }
    }
}
