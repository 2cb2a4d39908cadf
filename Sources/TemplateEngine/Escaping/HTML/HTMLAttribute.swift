/// What the value of an attribute is.
enum HTMLAttribute: UInt8, Sendable {
    case text
    case url
    /// Several addresses with descriptors, between commas.
    case sourceSet
    case style
    case eventHandler
    /// A whole document.
    case document
    /// What is done after a time, or how the page is read.
    case httpEquiv
    case metaContent
    case scriptType
    case animation

    init(name: [UInt8], of element: HTMLElement) {
        let name = String(decoding: name, as: UTF8.self)
        if name.hasPrefix("on") {
            self = .eventHandler
        } else if let special = Self.special(name, of: element) {
            self = special
        } else {
            // Foreign elements have `xlink:href`, and may have other prefixes.
            let local = name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
            self = Self.urls.contains(String(local)) ? .url : .text
        }
    }

    private static func special(_ name: String, of element: HTMLElement) -> HTMLAttribute? {
        switch (element, name) {
        case (_, "style"): .style
        case (_, "srcdoc"): .document
        case (_, "srcset"), (_, "imagesrcset"): .sourceSet
        case (.meta, "http-equiv"): .httpEquiv
        case (.meta, "content"): .metaContent
        case (.script, "type"): .scriptType
        case (_, "attributename"), (_, "to"), (_, "from"), (_, "by"), (_, "values"): element.isAnimation ? .animation : nil
        default: nil
        }
    }

    /// HTML, index of attributes, those with the value 'URL', and obsolete ones that browsers still follow.
    private static let urls: Set<String> = [
        "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href", "icon", "itemid",
        "longdesc",
        "lowsrc", "manifest", "ping", "poster", "profile", "src", "usemap",
    ]
}
