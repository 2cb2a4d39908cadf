/// The most messages of one kind that a command writes without `--verbose`. Cron mails them, and nobody reads hundreds.
private let messageLimit = 20

extension [Diagnostic] {
    /// The first messages. The last of them counts those that are left out.
    func limited(_ severity: Diagnostic.Severity) -> [Diagnostic] {
        guard count > messageLimit else { return self }
        let rest = count - messageLimit + 1
        return prefix(messageLimit - 1) + [Diagnostic(severity, "and \(rest) more", remedy: "--verbose names them all.")]
    }
}
