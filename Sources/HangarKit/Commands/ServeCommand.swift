import ArgumentParser
import LaunchLibrary
import PreviewServer

/// Previews the site on this machine with live reload. It also serves the API's routes below `/2.3.0/` from the snapshot.
public struct ServeCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Previews the site on this machine, with live reload, and serves the API's routes from the snapshot.",
        discussion: "The site is built first; an open page reloads when another build changes the site.")

    @OptionGroup var site: SiteOptions

    @Option(
        help: ArgumentHelp("The folder to build in and to serve, seen from the current folder.", valueName: "dir"), completion: .directory)
    var output = "public"

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port: UInt16 = 8080

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// Serves until a signal (SIGINT, SIGTERM) ends it.
    ///
    /// - Throws: a ``Failure`` of the build, or one with status 73 when it cannot listen. Nothing is built then.
    public func run(in environment: CommandEnvironment) async throws(Failure) {
        try FolderArgument(option: "--output", path: output).refuseUnmeant(in: environment)
        let folder = try site.folder(in: environment)
        let snapshot = try folder.snapshot()
        let server = PreviewServer(
            output: output, basePath: ConfiguredAddress.path(folder.configuration.baseURL), snapshot: snapshot, host: host, port: port)
        do {
            try await server.run {
                var quiet = environment
                quiet.console.verbosity = .quiet
                _ = try await SiteBuild(site: folder, output: output, force: false).run(start: environment.uptime(), in: quiet)
            } onReady: { address in
                environment.console.report(Diagnostic(.note, "the API's routes are below \(APIMirror.rootPath)"))
                environment.console.writeDiagnostic("Serving \(output) at \(address); stop with Ctrl-C.")
            }
        } catch let failure as Failure {
            throw failure
        } catch let error as PreviewServerError {
            throw Failure(error)
        } catch {
            throw Failure(.unavailable, at: "\(host):\(port)", "\(error)")
        }
    }
}
