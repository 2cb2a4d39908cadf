import LaunchLibrary

/// Shows the progress of a fetch, as notes or as a line of progress with the remaining time.
struct FetchStatus: Sendable {
    private let environment: CommandEnvironment
    private let start: Double

    init(_ environment: CommandEnvironment) {
        self.environment = environment
        start = environment.console.showsStatus ? environment.uptime() : 0
    }

    func show(_ progress: FetchProgress) {
        environment.console.report(Diagnostic(.note, progress.words))
        if environment.console.showsStatus { environment.console.show(progress.words + timeLeft(progress)) }
    }

    /// The remaining time, estimated from the time for the pages so far. A message about a pause gives its own length.
    private func timeLeft(_ progress: FetchProgress) -> String {
        guard case .page(let page, let count) = progress, page > 0, page < count else { return "" }
        let perPage = (environment.uptime() - start) / Double(page)
        return ", \(Int((perPage * Double(count - page)).rounded(.up))) s left"
    }
}

extension FetchProgress {
    var words: String {
        switch self {
        case .page(let page, let count): "page \(page) of \(count)"
        case .waiting(let pause, let reason): "\(reason); waiting \(pause.components.seconds) s"
        case .restarting(let attempt, let count, let sign):
            "the list changed while it was read (\(sign)); reading it again (\(attempt) of \(count))"
        }
    }
}
