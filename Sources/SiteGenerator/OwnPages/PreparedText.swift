import HTMLSanitizer
import Support

/// An operator's text in the form that a page shows.
struct PreparedText {
    /// Nil when there is nothing to show, or when the text cannot be shown.
    let html: SanitizedHTML?
    /// What the page is called: by its author, by its first heading or by its name.
    let title: String
    /// The same, where the author says it apart from the text.
    let givenTitle: String?
    let description: String?
    /// The same, where the author says it apart from the text.
    let givenDescription: String?
    let notes: [OwnTextNote]
    /// Why the text cannot be shown.
    let error: (place: String, error: SanitizerError)?
    /// A hash of all that the page shows of the text.
    let inputs: InputHash

    /// - Parameters:
    ///   - takesTitle: whether the first heading of the text is the heading of the page.
    ///   - published: the address of an asset of the site from the page, for an address as the author wrote it.
    init(_ own: OwnText, page: String, takesTitle: Bool, published: @escaping (String) -> String?) {
        var hash = InputHash()
        for text in [own.text, own.form == .html ? "" : nil, own.title, own.description] { hash.add(text) }
        inputs = hash
        let fallback = own.title ?? Self.words(page)
        givenTitle = own.title
        givenDescription = own.description
        do throws(SanitizerError) {
            let limit = OwnWords.policy.limits.bytes
            // A longer text is not read at all.
            guard own.text.utf8.count <= limit else { throw .tooLong(bytes: own.text.utf8.count, limit: limit) }
            let markdown = own.form == .markdown ? Markdown(own.text) : nil
            let words = try OwnWords(
                markdown?.html ?? own.text, takesTitle: takesTitle && own.title == nil, tableClass: "register", published: published)
            html = words.html.isEmpty ? nil : words.html
            title = takesTitle ? own.title ?? words.title ?? fallback : fallback
            description = own.description ?? html.map { $0.summary(limit: PageFrame.descriptionLimit) }
            notes = words.notes.map { note in
                let place =
                    markdown.map { "\($0.sourceLine(ofLine: note.line) + own.firstLine - 1)" }
                    ?? "\(note.line + own.firstLine - 1):\(note.column)"
                return OwnTextNote(place: "\(own.origin):\(place)", what: note.what, remedy: note.remedy)
            }
            error = nil
        } catch {
            (html, title, description, notes) = (nil, fallback, own.description, [])
            self.error = (own.origin, error)
        }
    }

    /// `museum/opening-hours` → `Opening hours`
    private static func words(_ name: String) -> String {
        let words = FilePath.split(name).name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// The operator's texts in the languages of a site.
struct PreparedTexts {
    /// By language and page.
    private let texts: [String: [String: PreparedText]]
    /// The pages in the order of their names, without that of the theme.
    let pages: [OwnPage]

    init(_ input: SiteInput) {
        let settings = input.settings
        pages = input.pages.filter { $0.name != OwnPage.about }.sorted { $0.name < $1.name }
        guard !input.pages.isEmpty else {
            texts = [:]
            return
        }
        let addresses = Dictionary(input.theme.publishedAssets.files.map { ($0.path, $0.address) }, uniquingKeysWith: { first, _ in first })
        var texts: [String: [String: PreparedText]] = [:]
        for (index, language) in ([settings.language] + settings.translations).enumerated() {
            for page in input.pages {
                guard let own = page.texts[language] else { continue }
                let root = Address.root(from: page.name + "/" + (index == 0 ? "" : language + "/"))
                texts[language, default: [:]][page.name] = PreparedText(own, page: page.name, takesTitle: page.name != OwnPage.about) {
                    Self.published($0, addresses, root: root, depth: page.name.utf8.count { $0 == UInt8(ascii: "/") } + 1)
                }
            }
        }
        self.texts = texts
    }

    func text(of page: String, in language: String) -> PreparedText? { texts[language]?[page] }

    /// All of them, in the order of their places.
    var all: [PreparedText] {
        texts.values.flatMap(\.values).sorted { ($0.notes.first?.place ?? "") < ($1.notes.first?.place ?? "") }
    }

    /// - Parameters:
    ///   - address: from the folder of the site (`assets/logo.svg`), or from that of the text (`../assets/logo.svg`).
    ///   - depth: how many folders the text is deep in that of the site.
    private static func published(_ address: String, _ addresses: [String: String], root: String, depth: Int) -> String? {
        let address = address.trimmingHTMLSpace
        let prefixes = (1...depth).map { String(repeating: "../", count: $0) + "assets/" } + ["./assets/", "assets/"]
        guard let prefix = prefixes.first(where: { address.hasPrefix($0) }),
            let (path, suffix) = AssetPath.relative(String(address.dropFirst(prefix.count)), from: ""), let found = addresses[path]
        else { return nil }
        return root + AssetPath.address(of: found, from: "") + suffix
    }
}
