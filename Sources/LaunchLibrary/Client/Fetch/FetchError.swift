import Catalogue

/// Why a catalogue could not be fetched. Nothing that was fetched before it is of use.
public struct FetchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The raw values are the exit codes of sysexits.h.
    public enum Kind: Int32, Sendable {
        /// What the API answered cannot be used.
        case data = 65
        /// There is no API there, it does not let us in, or it fails again and again.
        case unavailable = 69
        /// Nothing is wrong but the moment.
        case tryAgain = 75
    }

    public let kind: Kind
    public let problems: [DataProblem]
    /// From when on it makes sense to come back, where that is known.
    public let tryAgainAt: Timestamp?

    public init(_ kind: Kind, _ problems: [DataProblem], tryAgainAt: Timestamp? = nil) {
        self.kind = kind
        self.problems = problems
        self.tryAgainAt = tryAgainAt
    }

    init(_ kind: Kind, _ place: String, _ what: String, remedy: String, tryAgainAt: Timestamp? = nil) {
        self.init(kind, [DataProblem(place: place, what: what, remedy: remedy)], tryAgainAt: tryAgainAt)
    }

    /// The same without the key, which a server may send back in what a message quotes.
    func hiding(_ key: String?) -> FetchError {
        guard let key, !key.isEmpty else { return self }
        let problems = problems.map {
            DataProblem(
                place: $0.place.replacing(key, with: "…"), what: $0.what.replacing(key, with: "…"),
                remedy: $0.remedy.replacing(key, with: "…"))
        }
        return FetchError(kind, problems, tryAgainAt: tryAgainAt)
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
