import Foundation
import Publishing
import TemplateEngine

/// What is remembered of the last build into an output folder, so that the next one can know that it has nothing to do.
///
/// It is kept in the user's cache folder and not in the output: the same site stays the same bytes everywhere, and who may write to the output
/// cannot make a build believe in it. Where it is lost or damaged, the next build looks at everything and remembers anew.
struct LastBuild: Equatable {
    /// See ``BuildInputs/fingerprint(records:)``.
    var inputs: String
    var seal: OutputFingerprint
    var pages: Int
    var skipped: [String]
    /// What came up when records and history were read.
    var diagnostics: [Diagnostic]
    /// The paths that were given on the command line, which diagnostics name.
    var places: [String]
}

extension LastBuild {
    var json: [UInt8] {
        let value: TemplateValue = .object([
            "inputs": .text(inputs), "seal": .text(seal.text), "pages": .integer(pages), "skipped": .list(skipped.map(TemplateValue.text)),
            "diagnostics": .list(
                diagnostics.map { diagnostic in
                    .list(
                        [
                            diagnostic.severity.rawValue, diagnostic.place, diagnostic.what, diagnostic.remedy, diagnostic.excerpt,
                        ].map(TemplateValue.text))
                }),
            "places": .list(places.map(TemplateValue.text)),
        ])
        return value.json(pretty: false)
    }

    /// Nil for what is not of this form.
    init?(json: [UInt8]) {
        let value: TemplateValue
        do { value = try TemplateValue(json: json) } catch { return nil }
        guard case .object(let fields) = value, case .text(let inputs) = fields["inputs"], case .text(let seal) = fields["seal"],
            case .integer(let pages) = fields["pages"], let skipped = fields["skipped"]?.texts, let places = fields["places"]?.texts,
            case .list(let diagnostics) = fields["diagnostics"]
        else { return nil }
        let read = diagnostics.compactMap(Diagnostic.init)
        guard read.count == diagnostics.count else { return nil }
        self.init(inputs: inputs, seal: OutputFingerprint(text: seal), pages: pages, skipped: skipped, diagnostics: read, places: places)
    }
}

extension Diagnostic {
    fileprivate init?(_ value: TemplateValue) {
        guard let texts = value.texts, texts.count == 5, let severity = Severity(rawValue: texts[0]) else { return nil }
        self.init(severity, at: texts[1], texts[2], remedy: texts[3], excerpt: texts[4])
    }
}

extension TemplateValue {
    /// The items of a list of texts; nil for anything else.
    fileprivate var texts: [String]? {
        guard case .list(let items) = self else { return nil }
        let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return texts.count == items.count ? texts : nil
    }
}
