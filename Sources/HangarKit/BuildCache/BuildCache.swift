import Foundation
import LaunchLibrary
import Publishing
import Support
import TemplateEngine

/// Stores the last build into each output folder, in one small file per folder.
struct BuildCache {
    private let folder: String
    private let files: FileAccess

    /// One user builds into fewer outputs than this. The files for deleted folders are removed in the end.
    private static let limit = 100

    /// Nil if there is no folder for the cache.
    init?(_ environment: CommandEnvironment) {
        guard let cache = environment.cacheFolder else { return nil }
        folder = SiteFolder.join(cache, "builds")
        files = environment.files
    }

    /// The last build into an output, if the cache has it.
    func lastBuild(into output: String) -> CachedBuild? {
        let path = path(of: output)
        guard files.kind(path) == .file else { return nil }
        do { return CachedBuild(json: try files.contents(path)) } catch { return nil }
    }

    /// - Throws: a ``Failure`` when the folder cannot be written. The earlier content is then still there.
    func keep(_ build: CachedBuild, into output: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: output), with: build.json, durable: false, isPrivate: true) } catch { throw Failure(error) }
        forgetOldest()
    }

    /// The path for the real path of the output, however the output was given.
    private func path(of output: String) -> String {
        var hash = BLAKE2b()
        hash.add(URL(fileURLWithPath: output).resolvingSymlinksInPath().path)
        return SiteFolder.join(folder, hash.digest().hexadecimal + ".json")
    }

    /// Removes the oldest files. A later build tries again when a file cannot be removed.
    private func forgetOldest() {
        let manager = FileManager.default
        do {
            let paths = try files.names(folder).filter { $0.hasSuffix(".json") }.map { SiteFolder.join(folder, $0) }
            guard paths.count > Self.limit else { return }
            let dated = paths.map { ($0, FileState.of($0)?.changed ?? 0) }.sorted { $0.1 < $1.1 }
            for (path, _) in dated.prefix(paths.count - Self.limit) { try manager.removeItem(atPath: path) }
        } catch {
            return
        }
    }
}

/// The last build into an output folder. It shows the next build whether there is anything to do.
///
/// It is in the user's cache folder, not in the output, for two reasons. The same site has the same bytes everywhere. Write access to the
/// output is not enough to forge it. When it is lost or damaged, the next build checks and writes everything again.
struct CachedBuild: Equatable {
    /// See ``BuildInputs/fingerprint(records:)``.
    var inputs: String
    var outputFingerprint: OutputFingerprint
    var pages: Int
    var skipped: [String]
    /// The problems and notes from the reading of records and history.
    var diagnostics: [Diagnostic]
    /// The paths from the command line. Diagnostics contain them.
    var places: [String]
}

extension CachedBuild {
    var json: [UInt8] {
        let value: TemplateValue = .object([
            "inputs": .text(inputs), "output_fingerprint": .text(outputFingerprint.text), "pages": .integer(pages),
            "skipped": .list(skipped.map(TemplateValue.text)),
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

    /// Nil when the JSON does not have this form.
    init?(json: [UInt8]) {
        let value: TemplateValue
        do { value = try TemplateValue(json: json) } catch { return nil }
        guard case .object(let fields) = value, case .text(let inputs) = fields["inputs"],
            case .text(let outputFingerprint) = fields["output_fingerprint"],
            case .integer(let pages) = fields["pages"], let skipped = fields["skipped"]?.texts, let places = fields["places"]?.texts,
            case .list(let diagnostics) = fields["diagnostics"]
        else { return nil }
        let read = diagnostics.compactMap(Diagnostic.init)
        guard read.count == diagnostics.count else { return nil }
        self.init(
            inputs: inputs, outputFingerprint: OutputFingerprint(text: outputFingerprint), pages: pages, skipped: skipped,
            diagnostics: read, places: places)
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
