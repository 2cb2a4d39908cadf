import HTMLSanitizer
import TemplateEngine

extension SiteModel {
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

extension TemplateValue {
    static func optional(_ sanitized: SanitizedHTML?) -> TemplateValue {
        sanitized.map { .html($0) } ?? .null
    }
}
