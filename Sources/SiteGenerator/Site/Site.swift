import Catalogue
import HTMLSanitizer

/// What views are made from: the facts of the site, and the parts of views that many pages show, made once.
struct Site: Sendable {
    let model: SiteModel
    let fragments: Fragments
    let orders: Orders
    let sanitizer: Sanitizer

    /// An untrusted description, made safe; nil when nothing is left of it, or when it is longer than the sanitizer takes.
    func sanitized(_ description: String?) -> SanitizedHTML? {
        guard let description, !description.isEmpty else { return nil }
        do {
            let sanitized = try sanitizer.sanitize(description)
            return sanitized.isEmpty ? nil : sanitized
        } catch {
            return nil
        }
    }
}
