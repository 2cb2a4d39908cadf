import HTMLSanitizer
import Support

/// The operator's own words for the page 'About'.
struct AboutWords {
    /// Nil when there are none, or when they cannot be shown.
    let html: SanitizedHTML?
    let notes: [OwnWords.Note]
    /// Why they cannot be shown.
    let error: SanitizerError?

    init(_ model: SiteModel) {
        let input = model.input
        let settings = model.settings
        let own = settings.folder.isEmpty ? input.about : input.translatedAbouts[settings.language]
        guard let text = own, !text.isEmpty else {
            (html, notes, error) = (nil, [], nil)
            return
        }
        let addresses = Dictionary(input.theme.publishedAssets.files.map { ($0.path, $0.address) }, uniquingKeysWith: { first, _ in first })
        do throws(SanitizerError) {
            let words = try OwnWords(text, tableClass: "register") { Self.published($0, addresses, root: settings.rootPath) }
            (html, notes, error) = (words.html.isEmpty ? nil : words.html, words.notes, nil)
        } catch {
            (html, notes, self.error) = (nil, [], error)
        }
    }

    /// - Parameter address: from the folder of the site (`assets/logo.svg`), or from that of the text (`../assets/logo.svg`).
    private static func published(_ address: String, _ addresses: [String: String], root: String) -> String? {
        let address = address.trimmingHTMLSpace
        let prefixes = ["../assets/", "./assets/", "assets/"]
        guard let prefix = prefixes.first(where: { address.hasPrefix($0) }),
            let (path, suffix) = AssetPath.relative(String(address.dropFirst(prefix.count)), from: ""), let found = addresses[path]
        else { return nil }
        return Address.root(from: Address.about) + root + AssetPath.address(of: found, from: "") + suffix
    }
}
