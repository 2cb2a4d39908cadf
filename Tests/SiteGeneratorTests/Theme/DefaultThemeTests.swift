import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The expectations of the default theme and the views about each other.
@Suite struct DefaultThemeTests {
    private let usage: TemplateUsage

    init() throws {
        let theme = Theme.standard
        usage = try TemplateLibrary(
            theme.templates.map { TemplateSource(name: $0.path, bytes: $0.bytes, origin: $0.origin) },
            shapes: PageKind.shapes(theme.publishedAssets), options: TemplateOptions(strict: true, messages: .english)
        ).usage
    }

    /// Strict mode finds a variable that no view has; a section may ask for anything.
    @Test func everySectionOfTheThemeAsksForAFieldThatAViewDeclares() {
        let used = Set(usage.fields.values.joined().compactMap { $0.split(separator: ".").last.map(String.init) })
        let strange = Theme.standard.templates.flatMap { file in
            String(decoding: file.bytes, as: UTF8.self).matches(of: /\{\{\s*[#^]\s*([^\s}|]+)/).flatMap { match in
                match.output.1.split(separator: ".").map(String.init)
            }.filter { !used.contains($0) && !$0.hasPrefix("@") }.map { "\(file.path): \($0)" }
        }
        #expect(strange == [])
    }

    @Test func everyTemplateIsUsed() {
        #expect(usage.unusedTemplates == [])
    }

    /// The default theme does not use these. Another theme may.
    private static let spare: Set = ["description", "licences", "record", "section", "thumbnail"]

    @Test func everyFieldThatAViewDeclaresIsUsedBySomePage() {
        let used = Set(usage.fields.values.joined().compactMap { $0.split(separator: ".").last.map(String.init) })
        let unused = Set(usage.unusedFields.values.joined().compactMap { $0.split(separator: ".").last.map(String.init) })
        #expect(unused.subtracting(used) == Self.spare)
    }
}
