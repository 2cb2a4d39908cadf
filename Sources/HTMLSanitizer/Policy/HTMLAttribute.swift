/// The attributes that a `SanitizerPolicy` may allow on an element. None of them can name an element, style it or run code.
public enum HTMLAttribute: String, Sendable, Hashable, CaseIterable {
    case cite, href, lang, title

    /// Whether the value is an address, and so is checked against the schemes of the policy.
    var holdsAddress: Bool {
        switch self {
        case .cite, .href: true
        case .lang, .title: false
        }
    }
}
