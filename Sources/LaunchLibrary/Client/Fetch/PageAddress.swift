/// The address of a page, with how many records it passes over: the parameter `offset` of its query.
struct PageAddress {
    let text: String
    /// Nil where the address does not say it.
    let offset: Int?
    private let beforeOffset: Substring
    private let afterOffset: Substring

    init(_ text: String) {
        self.text = text
        let query = text.firstIndex(of: "?").map { text.index(after: $0) } ?? text.endIndex
        let parameter = text[query...].split(separator: "&").first { $0.hasPrefix(Self.name) }
        let digits = parameter?.dropFirst(Self.name.count) ?? text[text.endIndex...]
        offset = Int(digits).flatMap { $0 >= 0 ? $0 : nil }
        beforeOffset = text[..<digits.startIndex]
        afterOffset = text[digits.endIndex...]
    }

    /// The same list from another record on; only for an address with an offset.
    func passingOver(_ offset: Int) -> String { "\(beforeOffset)\(offset)\(afterOffset)" }

    private static let name = "offset="
}
