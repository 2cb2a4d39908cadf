import Catalogue
import HTMLSanitizer

/// The basis of all views: the facts of the site, and the parts of views that many pages show. The parts are made once.
struct ViewContext: Sendable {
    let model: SiteModel
    let fragments: Fragments
    let orders: Orders
    let sanitizer: Sanitizer

    /// An untrusted description, made safe. It is nil when nothing remains of it, or when it is too long for the sanitizer.
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
