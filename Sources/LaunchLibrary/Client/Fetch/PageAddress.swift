/// The address of a page and its offset, which is the number of records before the page: the parameter `offset` of the query.
struct PageAddress {
    let text: String
    /// Nil when the address has no offset.
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

    /// The address of the same list from another record on. This works only for an address with an offset.
    func passingOver(_ offset: Int) -> String { "\(beforeOffset)\(offset)\(afterOffset)" }

    private static let name = "offset="
}
