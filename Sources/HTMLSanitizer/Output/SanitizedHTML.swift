/// HTML that holds only what a policy allows, in a form that every HTML5 parser reads the same way. Only a `Sanitizer` makes it.
///
/// It is a sequence of blocks, meant to stand where blocks may stand: in a `div`, `section` or `article`.
public struct SanitizedHTML: Sendable, Equatable {
    /// UTF-8 without control characters; `& < >` and U+00A0 are written as entities, and no others.
    public let html: String

    init(html: String) {
        self.html = html
    }

    /// Whether nothing is left to show.
    public var isEmpty: Bool { html.isEmpty }
}
