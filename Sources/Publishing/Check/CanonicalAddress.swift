import Support

/// The address that the home page gives as its own, from which the site's base URL can be told.
enum CanonicalAddress {
    static func ofHomePage(in site: SiteFiles) -> BaseURL? {
        do throws(Errno) {
            guard let bytes = try site.root.open("index.html")?.contents() else { return nil }
            return bytes.withUnsafeBufferPointer { find(in: $0) }.flatMap(BaseURL.init)
        } catch {
            // The check itself names a home page that cannot be read.
            return nil
        }
    }

    private static func find(in bytes: ByteText) -> String? {
        var tokenizer = MarkupTokenizer(bytes, .html)
        while let tag = tokenizer.next() {
            guard tag.name == .link, !tag.isEnd else { continue }
            guard let relation = tokenizer.attributes.first(where: { $0.name == .rel })?.value, bytes.string(relation) == "canonical" else {
                continue
            }
            return tokenizer.attributes.first { $0.name == .href }.map { bytes.string($0.value) }
        }
        return nil
    }
}
