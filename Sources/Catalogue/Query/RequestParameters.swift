/// The percent-decoded parameters of a request, read as the API reads them (Django REST framework and django-filter). The last of repeated
/// parameters counts. An empty parameter counts as missing. White space around a value does not count.
package struct RequestParameters: Sendable {
    private let last: [String: String]

    package init(_ parameters: [(name: String, value: String)]) {
        last = Dictionary(parameters.map { ($0.name, $0.value) }) { _, later in later }
    }

    /// The API's message for an id that does not exist.
    package static let invalidChoice = "Select a valid choice. That choice is not one of the available choices."

    package func text(_ name: String) -> String? {
        guard let value = last[name]?.trimming(\.isWhitespace), !value.isEmpty else { return nil }
        return String(value)
    }

    /// `true`, `false`, `1` or `0` in any case. Any other value is ignored.
    package func truth(_ name: String) -> Bool? {
        switch text(name)?.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    package var searchWords: [String] { SearchWords.split(last["search"] ?? "") }

    /// The greatest number of records in the answer.
    package var limit: Int { min(positive("limit") ?? SpacecraftQuery.defaultLimit, SpacecraftQuery.maximumLimit) }

    package var offset: Int { positive("offset") ?? 0 }

    /// Nil for a value that is not a positive number.
    private func positive(_ name: String) -> Int? {
        text(name).flatMap(Self.clampedNumber).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The API accepts numbers of any size. A number that does not fit into an Int becomes the largest Int, not an error.
    private static func clampedNumber(_ value: String) -> Int? {
        if let number = Int(value) { return number }
        let digits = value.hasPrefix("+") ? value.dropFirst() : value[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? .max : nil
    }
}
