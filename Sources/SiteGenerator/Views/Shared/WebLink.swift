import Catalogue
import Support

/// Addresses of other sites.
enum WebLink {
    /// The address in the form that pages, feeds and downloads use.
    ///
    /// - Parameter ownRoot: the address of this site. The source cannot know its pages, so no link of the source leads there.
    /// - Returns: nil when a page may not link to it: it is no complete http or https address, or is on one of the API's development hosts.
    static func address(_ raw: String, outside ownRoot: String) -> String? {
        guard !raw.isEmpty, let url = WebURL(raw), !url.isBelow(ownRoot) else { return nil }
        let host = url.text.drop { $0 != "/" }.dropFirst(2)
        return host.hasPrefix("lldev.") || host.hasPrefix("thespacedevs-dev.") ? nil : url.text
    }
}
