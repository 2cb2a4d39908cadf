import HTMLSanitizer
import TemplateEngine

extension SafeHTML {
    /// What the sanitizer returns may stand in a page as it is.
    init(_ sanitized: SanitizedHTML) {
        self.init(vouchedFor: sanitized.html)
    }
}

extension TemplateValue {
    static func optional(_ sanitized: SanitizedHTML?) -> TemplateValue {
        sanitized.map { .html(SafeHTML($0)) } ?? .null
    }
}
