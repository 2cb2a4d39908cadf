import FlyingSocks
import Support

import struct LaunchLibrary.Snapshot

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Shows a finished site on this machine. It serves the files of the output folder as a static web server would, but the pages reload after
/// each build. It also serves the API under `/2.3.0/`.
public struct PreviewServer: Sendable {
    private let site: StaticSite
    private let mirror: @Sendable () -> APIMirror?
    private let events: BuildEvents
    private let host: String
    private let port: UInt16

    /// - Parameters:
    ///   - output: the folder of the site. It need not exist yet.
    ///   - basePath: the path of the site on its host: `/`, or `/hangar/` for a site whose base URL is `https://example.org/hangar/`.
    ///   - snapshot: the data for the API's answers. Without it there is no API.
    ///   - host: the IP address to listen on, or `localhost`.
    ///   - port: the port; 0 for any free port.
    public init(output: String, basePath: String = "/", snapshot: Snapshot?, host: String = "127.0.0.1", port: UInt16 = 8080) {
        let folder = OutputFolder(path: output)
        site = StaticSite(folder: folder, basePath: basePath)
        let mirror = snapshot.map { APIMirror(snapshot: $0) }
        self.mirror = { mirror }
        // A build writes the manifest last, and only when something changed.
        events = BuildEvents(stamp: { folder.stamp(of: ".hangar-manifest") })
        self.host = host
        self.port = port
    }

    /// A site that may become another one at any time.
    public init(_ live: LivePreview, basePath: String = "/", host: String = "127.0.0.1", port: UInt16 = 8080) {
        var site = StaticSite(files: SiteFiles { live.find($0) }, basePath: basePath)
        site.build = { live.build }
        self.site = site
        mirror = { live.mirror }
        // News are told within a moment that nobody notices; a comment comes every fifteen seconds.
        events = BuildEvents(stamp: { live.news }, interval: .milliseconds(5), looksBetweenComments: 3_000)
        self.host = host
        self.port = port
    }

    init(site: StaticSite, mirror: APIMirror?, events: BuildEvents) {
        self.site = site
        self.mirror = { mirror }
        self.events = events
        host = "127.0.0.1"
        port = 0
    }

    /// Serves until the program is interrupted (SIGINT) or terminated (SIGTERM), or the task is cancelled. Each of these ends the preview
    /// without an error.
    ///
    /// - Parameters:
    ///   - prepare: the work before the preview, such as building the site. It begins when it is certain that the server can listen.
    ///   - meanwhile: the work during the preview, such as following the changes of the site. Its task is cancelled at the end.
    ///   - onReady: the function that receives the address of the site when it is ready: `http://127.0.0.1:8080/hangar/`.
    /// - Throws: ``PreviewServerError`` when it cannot listen, or any error of `prepare`.
    public func run(
        prepare: () async throws -> Void = {}, meanwhile: @escaping @Sendable () async -> Void = {}, onReady: (String) -> Void
    ) async throws {
        do {
            try await serving { address in
                // Until here a signal ends the program itself.
                try await prepare()
                await TerminationSignals.listening { signals in
                    let work = Task { await meanwhile() }
                    onReady(address)
                    await signals.wait()
                    work.cancel()
                    await work.value
                }
            }
        } catch is CancellationError {
            return
        }
    }

    /// Serves while the body runs.
    func serving<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let server = LocalServer(host: host, port: port) { [self] in response(to: $0) }
        return try await server.run { origin in try await body(origin + site.basePath) }
    }

    func response(to request: ServerRequest) -> ServerResponse {
        switch request.path {
        case LiveReload.eventsPath where request.method == "GET": return events.response()
        case LiveReload.scriptPath:
            return ServerResponse(
                status: 200, headers: ["Content-Type": FileType.script.mediaType, "Cache-Control": "no-cache"],
                body: Array(LiveReload.script.utf8))
        default: break
        }
        return mirror()?.response(to: request) ?? site.answer(to: request)
    }
}

/// The reason why the preview does not start.
public struct PreviewServerError: FaultError, Sendable, Hashable {
    public let fault: Fault

    private init(_ place: String, _ what: String, remedy: String) {
        fault = Fault(place: place, what: what, remedy: remedy)
    }

    /// The host to listen on is not an IP address in a form that this machine accepts.
    static func notAnAddress(_ host: String) -> PreviewServerError {
        PreviewServerError(host, "this is not an address to listen on", remedy: "Name an IP address such as 127.0.0.1, or localhost")
    }

    static func cannotListen(host: String, port: UInt16, _ error: any Error) -> PreviewServerError {
        let place = "\(host):\(port)"
        guard case SocketError.failed(_, let code, let message) = error else {
            return PreviewServerError(place, "cannot listen there: \(error)", remedy: "Choose another address or port")
        }
        guard code == EADDRINUSE else {
            return PreviewServerError(place, "cannot listen there: \(message)", remedy: "Choose another address or port")
        }
        return PreviewServerError(
            place, "another program listens there", remedy: "Stop it, or choose another port; port 0 takes any that is free")
    }
}
