import HTMLSanitizer
import LaunchLibrary
import PreviewServer
import Publishing
import Support
import TemplateEngine

import struct Catalogue.Timestamp

/// The reason why a command did not do its work, and the exit status.
public struct Failure: Error, Sendable, Equatable {
    public let status: ExitStatus
    public let diagnostics: [Diagnostic]
    /// Whether the diagnostics are about records of the source. Of many, only the first are shown then.
    private(set) var isAboutRecords = false
    /// The moment from which another attempt is useful. Nil when it is not known.
    var tryAgainAt: Timestamp?
    /// What the command reports with `--json` beside the failure.
    var report: TemplateObject?

    public init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.status = status
        self.diagnostics = diagnostics
    }

    public init(_ status: ExitStatus, at place: String = "", _ what: String, remedy: String = "") {
        self.init(status, [Diagnostic(.error, at: place, what, remedy: remedy)])
    }
}

extension Failure {
    /// Both reasons, with the exit status of this one.
    func joined(with other: Failure?) -> Failure {
        guard let other else { return self }
        var both = Failure(status, diagnostics + other.diagnostics)
        both.tryAgainAt = tryAgainAt ?? other.tryAgainAt
        return both
    }
}

/// The exit codes of the command, after BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case cannotWrite = 73
    case tryAgainLater = 75
    case configuration = 78
}

extension Failure {
    /// - Throws: a failure of status 65 that names every fault, if there is one.
    static func throwIfAny(_ faults: [Fault]) throws(Failure) {
        guard !faults.isEmpty else { return }
        throw Failure(.badData, faults.map { Diagnostic(.error, at: $0.place, $0.what, remedy: $0.remedy.asSentence) })
    }

    init(_ error: InputError) {
        self.init(.noInput, at: error.place, error.what, remedy: error.remedy.asSentence)
    }

    init(_ error: OutputError) {
        self.init(.cannotWrite, at: error.place, error.what, remedy: error.remedy.asSentence)
    }

    init(_ error: PreviewServerError) {
        self.init(.cannotWrite, at: error.place, error.what, remedy: error.remedy.asSentence)
    }

    init(_ problems: DataProblems) {
        self.init(.badData, problems.problems.map { Diagnostic(.error, at: $0.place, $0.what, remedy: $0.remedy.asSentence) })
        isAboutRecords = true
    }

    init(_ error: ReadingError) {
        switch error {
        case .input(let error): self.init(error)
        case .data(let problems): self.init(problems)
        }
    }

    init(_ error: PublishError) {
        let status: ExitStatus =
            switch error.kind {
            case .cannotWrite, .foreign: .cannotWrite
            case .locked: .tryAgainLater
            case .cannotRead: .noInput
            case .badPath: .badData
            }
        self.init(status, at: error.place, error.what, remedy: error.remedy.asSentence)
    }

    init(_ error: FetchError) {
        let status: ExitStatus =
            switch error.kind {
            case .data: .badData
            case .unavailable: .unavailable
            case .tryAgain: .tryAgainLater
            case .configuration: .configuration
            }
        self.init(status, error.problems.map { Diagnostic(.error, at: $0.place, $0.what, remedy: $0.remedy.asSentence) })
        isAboutRecords = true
        tryAgainAt = error.tryAgainAt
    }

    init(_ errors: TemplateErrors) {
        self.init(.badData, errors.errors.map { Diagnostic($0) })
    }

    init(_ error: RenderError) {
        self.init(.badData, [Diagnostic(error.cause)])
    }
}

extension Diagnostic {
    init(_ error: TemplateError, _ severity: Severity = .error) {
        self.init(
            severity, at: "\(error.file):\(error.line):\(error.column)", error.what,
            remedy: error.remedy.asSentence + (error.topic.map { " " + Self.advice($0) } ?? ""), excerpt: error.excerpt)
    }

    /// What this program has for the author of a template.
    private static func advice(_ topic: TemplateError.Topic) -> String {
        switch topic {
        case .condition: "Records are chosen in hangar.yml: 'Some of the craft' in Documentation/Themes.md."
        case .unknownName(let template): "'hangar theme fields \(ThemeFieldsCommand.stem(template))' lists them."
        }
    }
}

extension Diagnostic {
    init(_ error: SanitizerError, at place: String) {
        guard case .tooLong(let bytes, let limit) = error else {
            self.init(.error, at: place, error.description.asSentence)
            return
        }
        self.init(.error, at: place, "the text is \(bytes) bytes long, and the limit is \(limit)", remedy: "Shorten it.")
    }
}

extension String {
    /// The message with a full stop. The modules leave the full stop out of their messages.
    var asSentence: String {
        guard let last else { return self }
        return ".?!".contains(last) ? self : self + "."
    }
}
