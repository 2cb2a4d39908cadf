import Publishing
import Support
import TemplateEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The last build into an output folder. It shows the next build which files it need not make.
///
/// It is in the user's cache folder, not in the output, for two reasons. The same site has the same bytes everywhere. Write access to the
/// output is not enough to forge it. When it is lost or damaged, the next build checks and writes everything again.
struct CachedBuild: Equatable {
    /// See ``BuildInputs/shared``.
    var sharedInputs: String
    /// See ``BuildInputs/all(records:)``.
    var allInputs: String?
    var pages: Int
    var skipped: [String]
    /// The problems and notes from the reading of records and history.
    var diagnostics: [Diagnostic]
    /// The paths from the command line. Diagnostics contain them.
    var places: [String]
    var fingerprint: OutputFingerprint
    /// What is known of the stored pictures.
    var pictures: [String: PictureMemory.Entry] = [:]
}

/// The form on the disk: a line with a hash of the rest, then one object of JSON.
extension CachedBuild {
    var bytes: [UInt8] {
        let value: TemplateValue = .object([
            "shared_inputs": .text(sharedInputs), "all_inputs": allInputs.map(TemplateValue.text) ?? .null, "pages": .integer(pages),
            "skipped": .list(skipped.map(TemplateValue.text)),
            "diagnostics": .list(
                diagnostics.map { diagnostic in
                    .list(
                        [
                            diagnostic.severity.rawValue, diagnostic.place, diagnostic.what, diagnostic.remedy, diagnostic.excerpt,
                        ].map(TemplateValue.text))
                }),
            "places": .list(places.map(TemplateValue.text)),
            "fingerprint": .text(Data(fingerprint.bytes).base64EncodedString()),
            "pictures": .list(
                pictures.sorted { $0.key < $1.key }.map { name, entry in
                    .list([name, entry.state, String(entry.content, radix: 16)].map(TemplateValue.text))
                }),
        ])
        let json = value.json(pretty: false)
        return Self.checksum(json) + json
    }

    /// Nil when the bytes do not have this form, or when one of them is damaged.
    init?(bytes: [UInt8]) {
        guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let json = Array(bytes[(lineEnd + 1)...])
        guard bytes.starts(with: Self.checksum(json)) else { return nil }
        let value: TemplateValue
        do { value = try TemplateValue(json: json) } catch { return nil }
        guard case .object(let fields) = value, case .text(let sharedInputs) = fields["shared_inputs"],
            case .integer(let pages) = fields["pages"], let skipped = fields["skipped"]?.texts, let places = fields["places"]?.texts,
            case .list(let diagnostics) = fields["diagnostics"], case .text(let encoded) = fields["fingerprint"],
            let fingerprint = Data(base64Encoded: encoded).flatMap(OutputFingerprint.init), case .list(let pictures) = fields["pictures"]
        else { return nil }
        let read = diagnostics.compactMap(Diagnostic.init)
        guard read.count == diagnostics.count else { return nil }
        let allInputs: String? = if case .text(let text) = fields["all_inputs"] { text } else { nil }
        self.init(
            sharedInputs: sharedInputs, allInputs: allInputs, pages: pages, skipped: skipped, diagnostics: read, places: places,
            fingerprint: fingerprint, pictures: PictureMemory.entries(pictures))
    }

    private static func checksum(_ json: [UInt8]) -> [UInt8] {
        Array((String(json.withUnsafeBytes { XXHash64.hash($0) }, radix: 16) + "\n").utf8)
    }
}

extension PictureMemory {
    fileprivate static func entries(_ values: [TemplateValue]) -> [String: Entry] {
        let entries = values.compactMap { value -> (String, Entry)? in
            guard let texts = value.texts, texts.count == 3, let content = UInt64(texts[2], radix: 16) else { return nil }
            return (texts[0], Entry(state: texts[1], content: content))
        }
        return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }
}

extension Diagnostic {
    fileprivate init?(_ value: TemplateValue) {
        guard let texts = value.texts, texts.count == 5, let severity = Severity(rawValue: texts[0]) else { return nil }
        self.init(severity, at: texts[1], texts[2], remedy: texts[3], excerpt: texts[4])
    }
}

extension TemplateValue {
    /// The items of a list of texts. It is nil for anything else.
    fileprivate var texts: [String]? {
        guard case .list(let items) = self else { return nil }
        let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return texts.count == items.count ? texts : nil
    }
}
