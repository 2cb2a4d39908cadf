import ArgumentParser
import LaunchLibrary
import PreviewServer

/// Shows the site on this machine while it is worked on. It also serves the API's routes below `/2.3.0/` from the snapshot.
public struct ServeCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site on this machine while you work on it, and serves the API's routes from the snapshot.",
        discussion: """
            Nothing is written: each page is made when it is asked for. When a file of the site folder changes, the open pages follow, style sheets without being \
            loaded anew; a fault is shown in the page, and goes when it is mended. With --output, a finished site is shown as it is, and follows its builds.
            """)

    @OptionGroup var site: SiteOptions

    @Option(
        help: ArgumentHelp("Shows the finished site in this folder, seen from the current folder.", valueName: "dir"),
        completion: .directory)
    var output: String?

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port: UInt16 = 8080

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// Serves until a signal (SIGINT, SIGTERM) ends it.
    ///
    /// - Throws: a ``Failure`` with status 66 when there is no site folder or no snapshot, or with status 73 when it cannot listen.
    public func run(in environment: CommandEnvironment) async throws(Failure) {
        if let output { try FolderArgument(option: "--output", path: output).refuseUnmeant(in: environment) }
        let folder = try site.folder(in: environment)
        let basePath = ConfiguredAddress.path(folder.configuration.baseURL)
        do {
            if let output {
                let server = PreviewServer(output: output, basePath: basePath, snapshot: try folder.snapshot(), host: host, port: port)
                try await server.run { announce(output, at: $0, environment) }
            } else {
                _ = try folder.requiredSnapshotBytes()
                try await serve(folder, basePath, environment)
            }
        } catch let failure as Failure {
            throw failure
        } catch let error as PreviewServerError {
            throw Failure(error)
        } catch {
            throw Failure(.unavailable, at: "\(host):\(port)", "\(error)")
        }
    }

    private func serve(_ folder: SiteFolder, _ basePath: String, _ environment: CommandEnvironment) async throws {
        let preview = LivePreview()
        let (options, files) = (site, environment)
        let builder = LiveBuilder(preview, in: environment) { () throws(Failure) in try options.folder(in: files) }
        // What changes from here on is noticed.
        let watch = FolderWatch(folder.path, LiveBuilder.watched)
        try await PreviewServer(preview, basePath: basePath, host: host, port: port).run {
            await builder.update()
        } meanwhile: {
            for await _ in watch.changes { await builder.update() }
        } onReady: { address in
            announce(folder.path, at: address, environment)
            let how = watch.method == .polling ? ", by looking three times a second" : ""
            environment.console.writeDiagnostic(
                "Watching \(folder.configurationPath) and, beside it, \(LiveBuilder.watched.joined(separator: ", "))\(how).")
        }
    }

    private func announce(_ place: String, at address: String, _ environment: CommandEnvironment) {
        environment.console.report(Diagnostic(.note, "the API's routes are below \(APIMirror.rootPath)"))
        environment.console.writeDiagnostic("Serving \(place) at \(address); stop with Ctrl-C.")
    }
}
