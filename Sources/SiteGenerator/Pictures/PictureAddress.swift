import Catalogue

/// The addresses of a picture for a visitor's browser. They are computed once for each picture, because some pictures are on thousands of
/// pages.
struct PictureAddress: Sendable {
    /// The complete address of the picture itself. It is nil when pictures under its licence are not shown. It is also nil when there is
    /// neither a copy nor an address that a page may load.
    let shown: String?
    /// The address of the thumbnail, under the same conditions.
    let reduced: String?
    /// The addresses of the variants for a light and for a dark ground, under the same conditions.
    let light: String?
    let dark: String?
    /// The address of the file at its source, for a link. It is nil when there is nothing to link to.
    let source: String?
    /// The copies that pages show instead of the source's files.
    let copy: PictureCopy?

    /// - Parameters:
    ///   - copy: the copies. They are shown when the rules say that pictures are copied.
    ///   - baseURL: the address of the site.
    init(_ image: Image, _ licence: Licence?, _ rules: ImageRules, copy: PictureCopy? = nil, baseURL: String) {
        let treatment = licence.map(rules.treatment) ?? .omit
        self.copy = treatment == .copy ? copy : nil
        if let copy = self.copy {
            shown = baseURL + copy.original.path
            reduced = copy.thumbnail.map { baseURL + $0.path }
            light = copy.light.map { baseURL + $0.path }
            dark = copy.dark.map { baseURL + $0.path }
        } else {
            shown = treatment == .show ? Self.loadable(image.imageURL, outside: baseURL) : nil
            let isShown = shown != nil
            func loadable(_ address: String?) -> String? { isShown ? address.flatMap { Self.loadable($0, outside: baseURL) } : nil }
            reduced = loadable(image.thumbnailURL)
            light = loadable(image.variantURL(on: .light))
            dark = loadable(image.variantURL(on: .dark))
        }
        source = treatment == .omit ? nil : WebLink.address(Self.production(image.imageURL), outside: baseURL)
    }

    /// The address in normal form if a page may load it. It must be https, because the policy of the pages allows nothing else.
    static func loadable(_ address: String, outside ownRoot: String) -> String? {
        WebLink.address(production(address), outside: ownRoot).flatMap { $0.hasPrefix("https://") ? $0 : nil }
    }

    /// The API's development and production hosts keep the same files under two names. Only the production host is for the public.
    private static func production(_ address: String) -> String {
        let hosts = [
            ("https://thespacedevs-dev.nyc3.digitaloceanspaces.com/", "https://thespacedevs-prod.nyc3.digitaloceanspaces.com/"),
            ("https://lldev.thespacedevs.com/", "https://ll.thespacedevs.com/"),
        ]
        guard let (development, production) = hosts.first(where: { address.hasPrefix($0.0) }) else { return address }
        return production + address.dropFirst(development.count)
    }
}

extension Image {
    /// The addresses under which pages load the picture's files from the source, if they do: the picture itself, its thumbnail, its variants.
    ///
    /// - Parameter ownRoot: the address of the site.
    package func loadableAddresses(outside ownRoot: String) -> Set<String> {
        Set(
            ([imageURL, thumbnailURL] + variants.map(\.imageURL)).compactMap { PictureAddress.loadable($0, outside: ownRoot) })
    }
}
