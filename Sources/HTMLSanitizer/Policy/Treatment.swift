/// What happens to an element of the input, by its name.
enum Treatment: Sendable, Equatable {
    case keep(HTMLElement)
    case dropWithContents
    /// The element goes, its contents stay in the line.
    case unwrap
    /// The element goes, its contents stay as a block of their own: `<div>a</div><div>b</div>` is two paragraphs, not 'ab'.
    case unwrapAsBlock
    /// The element goes, its contents stay apart from their neighbours: cells of a table.
    case unwrapAsCell
    /// `html` and `body`, of which the parser makes as many as it likes.
    case unwrapAsDocument

    /// Whether a text that holds such an element is laid out by tags, so that its line breaks are mere white space.
    var laysOut: Bool {
        switch self {
        case .keep(let element): if case .phrase = element.role { false } else { true }
        case .unwrapAsBlock, .unwrapAsCell: true
        case .dropWithContents, .unwrap, .unwrapAsDocument: false
        }
    }
}
