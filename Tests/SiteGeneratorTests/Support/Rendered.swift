import SiteGenerator
import TemplateEngine

/// A site rendered in full, by the paths of its files.
struct Rendered {
    let files: [String: [UInt8]]

    init(_ input: SiteInput) throws {
        try self.init(SiteGenerator(input))
    }

    init(_ generator: SiteGenerator) throws {
        var files: [String: [UInt8]] = [:]
        var output = OutputBuffer()
        for file in generator.files {
            output.removeAll()
            try generator.render(file, into: &output)
            files[file.path] = output.bytes
        }
        self.files = files
    }

    /// The sample register, made once for all tests that only look at it.
    static func sample() throws -> Rendered { try made.get() }

    private static let made = Result { try Rendered(Sample.input()) }

    /// The text of a file; empty if there is none.
    subscript(path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    var pages: [(path: String, html: String)] {
        files.keys.filter { $0.hasSuffix(".html") }.sorted().map { ($0, self[$0]) }
    }
}
