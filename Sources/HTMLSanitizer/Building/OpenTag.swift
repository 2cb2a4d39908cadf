/// A start tag to be written.
struct OpenTag {
    let element: HTMLElement
    var attributes: [(name: HTMLAttribute, value: String)] = []
    /// Whether it is a link to another site.
    var leavesSite = false

    init(_ element: HTMLElement) {
        self.element = element
    }

    /// About how many bytes the tag and its end tag take.
    var byteCount: Int {
        attributes.reduce(2 * element.name.utf8.count + 5 + (leavesSite ? 48 : 0)) { $0 + $1.value.utf8.count + 10 }
    }
}
