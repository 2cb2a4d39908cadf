import Foundation
import LaunchLibrary
import Publishing
import Support
import TemplateEngine

/// Keeps the last build into each output folder, in one small file for each.
struct BuildCache {
    private let folder: String
    private let files: FileAccess

    /// More outputs than one user builds into; files of folders that are gone make room in the end.
    private static let limit = 100

    /// Nil if there is no folder to keep anything in.
    init?(_ environment: CommandEnvironment) {
        guard let cache = environment.cacheFolder else { return nil }
        folder = SiteFolder.join(cache, "builds")
        files = environment.files
    }

    /// The last build into an output, if it is kept.
    func lastBuild(into output: String) -> CachedBuild? {
        let path = path(of: output)
        guard files.kind(path) == .file else { return nil }
        do { return CachedBuild(json: try files.contents(path)) } catch { return nil }
    }

    /// - Throws: a ``Failure`` where the folder cannot be written; what was kept before is then still there.
    func keep(_ build: CachedBuild, into output: String) throws(Failure) {
        do { try AtomicFile.replace(path(of: output), with: build.json, durable: false) } catch { throw Failure(error) }
        forgetOldest()
    }

    /// By the output's real path, however it was given.
    private func path(of output: String) -> String {
        var hash = BLAKE2b()
        hash.add(URL(fileURLWithPath: output).resolvingSymlinksInPath().path)
        return SiteFolder.join(folder, hash.digest().hexadecimal + ".json")
    }

    /// What cannot be removed is tried again by a later build.
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

/// The last build into an output folder. The next build knows by it that it has nothing to do.
///
/// It is kept in the user's cache folder and not in the output: the same site stays the same bytes everywhere, and whoever may write to the
/// output cannot make a build believe in it. Where it is lost or damaged, the next build looks at everything and writes it again.
struct CachedBuild: Equatable {
    /// See ``BuildInputs/fingerprint(records:)``.
    var inputs: String
    var outputFingerprint: OutputFingerprint
    var pages: Int
    var skipped: [String]
    /// What came up when records and history were read.
    var diagnostics: [Diagnostic]
    /// The paths that were given on the command line, which diagnostics name.
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

    /// Nil for what is not of this form.
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
    /// The items of a list of texts; nil for anything else.
    fileprivate var texts: [String]? {
        guard case .list(let items) = self else { return nil }
        let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return texts.count == items.count ? texts : nil
    }
}
