import Support

/// An element's or attribute's name folded to lower case and packed into a number, so that comparing is one step.
/// Names that agree in length and in their first eight letters count as equal; none of those that are asked for do.
struct MarkupName: Hashable, Sendable {
    private let head: UInt64
    private let count: Int

    init(_ bytes: ByteText, _ range: Range<Int>) {
        var head: UInt64 = 0
        for index in range.prefix(8) { head = head << 8 | UInt64(bytes[index].asciiLowercased) }
        self.head = head
        count = range.count
    }

    private init(_ text: StaticString) {
        var head: UInt64 = 0
        for offset in 0..<min(8, text.utf8CodeUnitCount) { head = head << 8 | UInt64(text.utf8Start[offset]) }
        self.head = head
        count = text.utf8CodeUnitCount
    }
}

extension MarkupName {
    static let a = MarkupName("a")
    static let alt = MarkupName("alt")
    static let action = MarkupName("action")
    static let cite = MarkupName("cite")
    static let `class` = MarkupName("class")
    static let content = MarkupName("content")
    static let data = MarkupName("data")
    static let entry = MarkupName("entry")
    static let figcaption = MarkupName("figcaption")
    static let figure = MarkupName("figure")
    static let formaction = MarkupName("formaction")
    static let href = MarkupName("href")
    static let httpEquiv = MarkupName("http-equiv")
    static let id = MarkupName("id")
    static let imagesrcset = MarkupName("imagesrcset")
    static let imageLoc = MarkupName("image:loc")
    static let img = MarkupName("img")
    static let link = MarkupName("link")
    static let loc = MarkupName("loc")
    static let meta = MarkupName("meta")
    static let name = MarkupName("name")
    static let object = MarkupName("object")
    static let poster = MarkupName("poster")
    static let rel = MarkupName("rel")
    static let script = MarkupName("script")
    static let src = MarkupName("src")
    static let srcset = MarkupName("srcset")
    static let style = MarkupName("style")
    static let textarea = MarkupName("textarea")
    static let title = MarkupName("title")
    static let xlinkHref = MarkupName("xlink:href")
}
