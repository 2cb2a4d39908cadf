import HTMLSanitizer
import LaunchLibrary
import Publishing
import Support
import TemplateEngine

extension Failure {
    init(_ error: InputError) {
        self.init(.noInput, at: error.place, error.what, remedy: error.remedy.asSentence)
    }

    init(_ error: OutputError) {
        self.init(.cannotWrite, at: error.place, error.what, remedy: error.remedy.asSentence)
    }

    init(_ problems: DataProblems) {
        self.init(.badData, problems.problems.map { Diagnostic(.error, at: $0.place, $0.what, remedy: $0.remedy.asSentence) })
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
            }
        self.init(status, error.problems.map { Diagnostic(.error, at: $0.place, $0.what, remedy: $0.remedy.asSentence) })
    }

    init(_ errors: TemplateErrors) {
        self.init(.badData, errors.errors.map(Diagnostic.init))
    }

    init(_ error: RenderError) {
        self.init(.badData, [Diagnostic(error.cause)])
    }
}

extension Diagnostic {
    init(_ error: TemplateError) {
        self.init(
            .error, at: "\(error.file):\(error.line):\(error.column)", error.what, remedy: error.remedy.asSentence, excerpt: error.excerpt)
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
    /// With the full stop that modules leave to whoever prints their words.
    var asSentence: String {
        guard let last else { return self }
        return ".?!".contains(last) ? self : self + "."
    }
}
