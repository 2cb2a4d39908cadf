import Catalogue
import Support

/// Fetches the whole catalogue from a Launch Library API, or fails. It never returns a part of the catalogue.
public struct LaunchLibraryClient: Sendable {
    private let root: String
    private let transport: HTTPTransport
    private let clock: FetchClock
    private let limits: FetchLimits
    private let apiKey: String?

    /// - Parameters:
    ///   - root: the root of the API.
    ///   - apiKey: the key that is sent with each request and never shown.
    public init(
        root: String, transport: HTTPTransport, clock: FetchClock = .system, limits: FetchLimits = .standard, apiKey: String? = nil
    ) {
        self.root = root.hasSuffix("/") ? root : root + "/"
        self.transport = transport
        self.clock = clock
        self.limits = limits
        self.apiKey = apiKey
    }

    /// Fetches every craft, page by page in the order of ids. Then it fetches the configurations and families in full.
    ///
    /// - Parameters:
    ///   - expected: the number of craft at the last fetch. It shows beforehand whether the API allows the requests.
    ///   - earlier: the snapshot of the last fetch. Entities whose records cannot be used keep their form in it.
    ///   - progress: the function that is called with each page and pause.
    /// - Throws: ``FetchError``. Its kind is the exit code.
    public func fetch(
        mode: SpacecraftQuery.Mode, expecting expected: Int? = nil, after earlier: Snapshot? = nil,
        progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
    ) async throws(FetchError) -> SourceCatalogue {
        do throws(FetchError) {
            return try await fetchWhole(mode, expected ?? earlier?.catalogue.spacecraft.count, earlier, progress)
        } catch {
            throw error.hiding(apiKey)
        }
    }

    private func fetchWhole(
        _ mode: SpacecraftQuery.Mode, _ expected: Int?, _ earlier: Snapshot?, _ progress: @escaping @Sendable (FetchProgress) -> Void
    ) async throws(FetchError) -> SourceCatalogue {
        if let fault = CurlLibrary.fault {
            throw FetchError(.configuration, ShownAddress.text(of: root), fault, remedy: CurlLibrary.remedy)
        }
        guard let address = WebAddress(root) else {
            throw FetchError(
                .unavailable, ShownAddress.text(of: root), "this is not an address of the web",
                remedy: "Name the root, such as \(APIRoot.production)")
        }
        let started = clock.now()
        let client = RetryingClient(
            transport: transport, clock: clock, limits: limits, headers: headers, deadline: started.adding(limits.deadline),
            progress: progress)
        var budget = await budget()
        try checkBudget(budget, requests: Self.requests(forSpacecraft: expected ?? 1), for: "the fetch needs")
        var attempt = 0
        while true {
            let began = clock.now()
            let outcome: Attempt
            do {
                outcome = try await read(mode, after: earlier, address, client, budget: budget, progress: progress)
            } catch {
                throw attempt == 0 ? error : error.afterRestart
            }
            switch outcome {
            case .whole(let reader):
                do {
                    return try reader.finish(
                        place: root, remedy: "Try again; if it stays so, Hangar needs an update", asOf: .fetched(began),
                        source: APIRoot.root(of: root) ?? root, mode: mode,
                        largestCount: nil)
                } catch {
                    throw FetchError(.data, error.problems)
                }
            case .changed(let sign, let requests):
                attempt += 1
                guard attempt <= limits.restarts else { throw keepsChanging(sign, times: attempt) }
                budget = await self.budget()
                try checkBudget(budget, requests: requests, for: "the list changed while it was read (\(sign)); to read it again needs")
                progress(.restarting(attempt: attempt, of: limits.restarts, because: sign))
            }
        }
    }

    private enum Attempt {
        case whole(RecordReader)
        /// A list changed while it was read.
        ///
        /// - Parameters:
        ///   - sign: the sign of the change.
        ///   - requests: the number of requests for reading everything again.
        case changed(sign: String, requests: Int)
    }

    private func keepsChanging(_ sign: String, times: Int) -> FetchError {
        let what =
            times == 1 ? "the list changed while it was read: " : "the list changed each of the \(times) times it was read; the last time, "
        return FetchError(.tryAgain, root, what + sign, remedy: "Try again in a few minutes")
    }

    private func read(
        _ mode: SpacecraftQuery.Mode, after earlier: Snapshot?, _ address: WebAddress, _ client: RetryingClient, budget: RequestBudget?,
        progress: @escaping @Sendable (FetchProgress) -> Void
    ) async throws(FetchError) -> Attempt {
        var reader = RecordReader(earlier: earlier)
        var pagesRead = 0
        var pagesInAll = 0
        for endpoint in LaunchLibraryEndpoint.allCases {
            let pagesBefore = pagesRead
            let listReader = ListReader(endpoint: endpoint, root: address, client: client)
            let first = endpoint.address(under: root, mode: mode.rawValue)
            let inconsistency = try await listReader.read(from: first, into: &reader) { (pages) throws(FetchError) in
                pagesRead += 1
                pagesInAll = max(pagesRead, pagesBefore + pages + endpoint.listsAfter)
                progress(.page(pagesRead, of: pagesInAll))
                if pagesRead == 1 { try checkBudget(budget, requests: pagesInAll, for: "the fetch needs") }
            }
            if let inconsistency {
                return .changed(sign: inconsistency.words(endpoint.kind), requests: max(pagesInAll, pagesRead + 1 + endpoint.listsAfter))
            }
        }
        return .whole(reader)
    }

    private var headers: [HTTPHeader] {
        let accept = HTTPHeader("Accept", "application/json")
        guard let apiKey, !apiKey.isEmpty else { return [accept] }
        return [accept, HTTPHeader("Authorization", "Token \(apiKey)")]
    }
}

extension LaunchLibraryClient {
    /// The requests that the API still allows. It is nil when the API does not give them, as a mirror may not. Then the fetch finds out by
    /// its requests.
    private func budget() async -> RequestBudget? {
        let request = HTTPRequest(url: "\(root)api-throttle/?format=json", headers: headers, timeLimit: limits.deadline)
        do {
            let response = try await transport.send(request)
            return response.status == 200 ? RequestBudget(response.body) : nil
        } catch {
            return nil
        }
    }

    /// - Throws: ``FetchError`` when the remaining budget is too small for the fetch.
    private func checkBudget(_ budget: RequestBudget?, requests: Int, for need: String) throws(FetchError) {
        guard let budget, budget.remaining < requests else { return }
        let wait = budget.remaining == 0 ? max(budget.nextUse, 1) : budget.period
        let back = clock.now().adding(.seconds(min(max(wait, 1), 86_400)))
        throw FetchError(
            .tryAgain, root,
            "\(need) \(requests) requests, and the API allows \(budget.remaining) more for now (\(budget.limit) in \(budget.period) s)",
            remedy: "Try again after \(back.rfc3339), or use an API key", tryAgainAt: back)
    }

    /// The number of requests. One page of configurations and one of families follow the pages of spacecraft.
    private static func requests(forSpacecraft count: Int) -> Int {
        LaunchLibraryEndpoint.spacecraft.pages(of: count) + LaunchLibraryEndpoint.spacecraft.listsAfter
    }
}

extension LaunchLibraryEndpoint {
    /// The number of lists after this one.
    fileprivate var listsAfter: Int {
        switch self {
        case .spacecraft: 2
        case .configurations: 1
        case .families: 0
        }
    }
}

/// The progress of a fetch.
public enum FetchProgress: Sendable, Hashable {
    /// A page has arrived. The number of pages is known after the first.
    case page(Int, of: Int)
    case waiting(Duration, reason: String)
    /// The list changed while it was read. It is read again.
    case restarting(attempt: Int, of: Int, because: String)
}

/// The lists that make up a whole catalogue, in the order in which they are fetched.
enum LaunchLibraryEndpoint: CaseIterable {
    case spacecraft
    case configurations
    case families

    /// The API's largest page.
    static let pageSize = 100

    var kind: EntityKind {
        switch self {
        case .spacecraft: .spacecraft
        case .configurations: .configuration
        case .families: .family
        }
    }

    /// Whether the list is in the order of ids. Only this order has no ties, so only here is a record's place meaningful.
    var isOrderedByID: Bool { self == .spacecraft }

    /// The number of pages for this many records. Each further page of a list by id repeats one record of the page before.
    func pages(of count: Int) -> Int {
        let fresh = isOrderedByID ? Self.pageSize - 1 : Self.pageSize
        return 1 + max(0, count - Self.pageSize + fresh - 1) / fresh
    }

    /// The address of the first page. Spacecraft are paged by id.
    ///
    /// - Parameter mode: the mode of the spacecraft. The other lists enrich the graph and are always requested in full.
    func address(under root: String, mode: String) -> String {
        let parameters =
            switch self {
            case .spacecraft: "mode=\(mode)&ordering=id"
            case .configurations: "mode=detailed&ordering=name"
            case .families: "ordering=name"
            }
        return "\(root)\(kind.listName ?? "")/?format=json&limit=\(Self.pageSize)&\(parameters)"
    }
}

/// The requests that the API still allows, from `/api-throttle/`. A request to this address does not count. Its answer also holds the
/// caller's address or key. Hangar does not read them.
private struct RequestBudget: Equatable {
    let limit: Int
    let used: Int
    /// The length in seconds of the period to which the limit applies.
    let period: Int
    /// The seconds until the next allowed request when none is left.
    let nextUse: Int

    init?(_ body: [UInt8]) {
        guard let root = JSONDocument(ifReadable: body)?.root, let limit = root["your_request_limit"]?.int,
            let used = root["current_use"]?.int,
            let period = root["limit_frequency_secs"]?.int
        else { return nil }
        self.limit = limit
        self.used = used
        self.period = period
        nextUse = root["next_use_secs"]?.int ?? 0
    }

    var remaining: Int { max(0, limit - used) }
}
