import LaunchLibrary
import PreviewServer

/// `hangar serve`: a preview of the site on this machine, with live reload, and the API's routes from the snapshot below `/2.3.0/`.
///
/// The site is built first; a page that is open reloads when another build changes it.
public struct ServeCommand: Sendable {
    public var site: String?
    /// The folder that the preview is built in and read from.
    public var output = "public"
    public var host = "127.0.0.1"
    public var port: UInt16 = 8080

    public init() {}

    /// Serves until the process is told to stop (SIGINT, SIGTERM).
    ///
    /// - Throws: a ``Failure`` of the build, or with status 69 where it cannot listen.
    public func run(_ edge: Edge) async throws(Failure) {
        let folder = try SiteFolder(site, files: edge.files)
        let snapshot = try folder.snapshot()
        var build = BuildCommand()
        build.site = site
        build.output = output
        var quiet = edge
        quiet.console.verbosity = .quiet
        try await build.run(quiet)
        let server = PreviewServer(
            output: output, basePath: WebAddress.path(folder.configuration.baseURL), snapshot: snapshot, host: host, port: port)
        do {
            try await server.run { address in
                edge.console.report(Diagnostic(.note, "the API's routes are below \(APIMirror.rootPath)"))
                edge.console.writeDiagnostic("Serving \(output) at \(address); stop with Ctrl-C.")
            }
        } catch {
            throw Failure(.unavailable, at: "\(host):\(port)", "\(error)")
        }
    }
}
