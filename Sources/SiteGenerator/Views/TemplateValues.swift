import HTMLSanitizer
import TemplateEngine

extension TemplateValue {
    /// A text, or null for nil and for an empty text. A template's section uses this to test whether there is a text.
    static func optional(_ text: String?) -> TemplateValue {
        guard let text, !text.isEmpty else { return .null }
        return .text(text)
    }

    static func optional(_ object: TemplateObject?) -> TemplateValue {
        object.map(TemplateValue.object) ?? .null
    }

    static func objects(_ objects: [TemplateObject]) -> TemplateValue {
        .list(objects.map(TemplateValue.object))
    }

    /// The part of the full length that a bar fills, in per cent with one decimal. It is 0 when there is no scale.
    static func share(_ value: Int?, of full: Int) -> TemplateValue {
        guard let value, full > 0 else { return .integer(0) }
        return shares[min(max(value, 0), full) * 1000 / full]
    }

    /// The shares by their tenths of a per cent.
    private static let shares: [TemplateValue] = (0...1000).map { tenths in
        tenths % 10 == 0 ? .integer(tenths / 10) : .number("\(tenths / 10).\(tenths % 10)")
    }

    static func optional(_ sanitized: SanitizedHTML?) -> TemplateValue {
        sanitized.map { .html($0) } ?? .null
    }

    static func optional(_ truth: Bool?) -> TemplateValue { truth.map(TemplateValue.bool) ?? .null }
    static func optional(_ number: Int?) -> TemplateValue { number.map(TemplateValue.integer) ?? .null }
    static func optional(_ number: Double?) -> TemplateValue { number.map { .number("\(Numbers.rounded($0))") } ?? .null }
}
