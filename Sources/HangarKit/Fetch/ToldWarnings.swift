import Foundation
import Publishing
import Support

/// The warnings that the last run of `hangar update` gave, in `data/warnings.txt`, one on each line. A warning is news when the last run did
/// not give it.
///
/// The file is with the site's data and not in the user's cache: cron often has no cache folder, and would then mail every warning each
/// time. It changes only when the warnings do, and there is none while there are no warnings.
struct ToldWarnings {
    private let path: String
    private let files: FileAccess

    init(_ site: SiteFolder) {
        path = SiteFolder.join(site.path, "data/warnings.txt")
        files = site.files
    }

    /// Remembers the warnings of this run.
    ///
    /// - Returns: the warnings that the last run did not give. When the disk refuses, a later run only tells some of them again.
    func news(in warnings: [String]) -> [String] {
        let told = told
        if told != warnings { remember(warnings) }
        return warnings.filter { !told.contains($0) }
    }

    private var told: [String] {
        guard files.kind(path) == .file else { return [] }
        do { return String(decoding: try files.contents(path), as: UTF8.self).split(separator: "\n").map(String.init) } catch { return [] }
    }

    private func remember(_ warnings: [String]) {
        do {
            if warnings.isEmpty {
                try FileManager.default.removeItem(atPath: path)
            } else {
                try AtomicFile.replace(path, with: Array((warnings.joined(separator: "\n") + "\n").utf8), durable: false)
            }
        } catch {
            return
        }
    }
}
