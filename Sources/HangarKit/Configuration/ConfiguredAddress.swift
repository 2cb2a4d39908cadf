import Foundation

enum ConfiguredAddress {
    /// Whether the text is a complete http or https address without a user name.
    static func isComplete(_ text: String) -> Bool {
        guard let url = URLComponents(string: text, encodingInvalidCharacters: false), let scheme = url.scheme?.lowercased(),
            let host = url.host
        else { return false }
        return (scheme == "http" || scheme == "https") && !host.isEmpty && url.user == nil
    }

    /// The address with a trailing slash, if other addresses can be made by appending to it. It must be complete and have no query or
    /// fragment. Otherwise it is nil.
    static func root(_ text: String) -> String? {
        guard isComplete(text), !text.contains("?"), !text.contains("#") else { return nil }
        return text.hasSuffix("/") ? text : text + "/"
    }

    /// The path of a root: `/` or `/catalogue/`.
    static func path(_ root: String) -> String {
        URLComponents(string: root).map(\.percentEncodedPath).flatMap { $0.isEmpty ? nil : $0 } ?? "/"
    }
}
