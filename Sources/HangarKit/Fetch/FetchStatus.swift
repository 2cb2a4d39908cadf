import LaunchLibrary

/// Says what a fetch is doing: as notes, or as a line of progress with the time that is left.
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

    /// By the time that the pages so far took; waiting says itself how long.
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
