/// How a value is written at one place of a template. This is decided when the template is loaded.
enum Escaper: UInt8, Sendable {
    /// Nothing is escaped.
    case none
    /// Escapes `& < > " '`, following the Mustache specification. Safe HTML is printed unescaped.
    case html
    /// Escapes `& < > " '`, also in safe HTML. Inside an attribute it is text like any other.
    case htmlAttribute
    /// Nothing is escaped, and only safe HTML is accepted.
    case safeHTMLOnly
    case xml
    /// The text between the quotes of a JSON string.
    case jsonString
    /// A whole JSON value of any kind, inside a script.
    case jsonScript
    /// The beginning of an address. Its scheme must be a safe one.
    case url
    /// The same after other values, or after text without `/` or `?`.
    case urlContinued
    case urlPath
    /// One part of a query or fragment.
    case urlQuery
    /// Addresses with descriptors, or a part of them.
    case sourceSet

    /// Writes `text` escaped. Runs of characters that need no escaping are copied whole.
    func append(_ text: String, to output: inout OutputBuffer) {
        let copied: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &output) }
        if copied == nil {
            Array(text.utf8).withUnsafeBufferPointer { append($0, to: &output) }
        }
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        switch self {
        case .none, .safeHTMLOnly: output.append(contentsOf: bytes)
        case .html, .htmlAttribute: EscapeTable.html.append(bytes, to: &output)
        case .xml: XMLText.append(bytes, to: &output)
        case .jsonString: EscapeTable.jsonString.append(bytes, to: &output)
        case .jsonScript: JSONScript.append(bytes, to: &output)
        case .url, .urlContinued, .urlPath, .sourceSet: URLText.append(bytes, to: &output)
        case .urlQuery: EscapeTable.urlQuery.append(bytes, to: &output)
        }
    }
}
