import Support
import TemplateEngine

/// The theme's assets. Their names change with their contents, so that a browser may keep them for ever.
struct Assets: Sendable {
    struct Asset: Sendable {
        /// `assets/site.3f29ab04c1.css`
        let address: String
        /// The name in templates: `assets.site_css`.
        let field: String
        /// The path in the theme.
        let path: String
        /// The published bytes. Those of a style sheet have the published addresses of other assets.
        let bytes: [UInt8]
    }

    let files: [Asset]
    let needs: PolicyNeeds
    /// Addresses in style sheets that lead to no asset.
    let faults: [Fault]

    /// - Parameter templates: the templates that show the assets. They may hold pictures in themselves.
    init(_ assets: [Theme.File], templates: [Theme.File]) {
        let links = StyleSheetLinks(assets)
        let names = assets.indices.map { index in
            Self.hashedName(assets[index].path, links.closure(of: index).map { assets[$0].bytes })
        }
        files = assets.enumerated().map { index, file in
            Asset(
                address: "assets/" + names[index], field: Self.field(file.path), path: file.path,
                bytes: links.published(index, names: names))
        }
        faults = links.faults
        var needs = links.needs
        for template in templates where template.path.hasSuffix(".html.mustache") { needs.note(template: template.bytes) }
        self.needs = needs
    }

    static let kind = PageKind(fileKind: .asset, isShared: true) { plan in
        plan.assets.files.map { asset in WrittenFile(asset.address, inputs: InputHash()) { $1.append(contentsOf: asset.bytes) } }
    }

    /// The address of a style sheet that the theme does not have, for a site that only changes a few colours or fonts of it.
    var ownStyle: String? { files.first { $0.path == "own.css" }?.address }

    var shape: TemplateShape { .object(files.map { (FieldName($0.field), .text) }) }

    /// - Parameter root: the address of the site's root from that of the language.
    func view(root: String) -> TemplateObject { TemplateObject(files.map { (FieldName($0.field), .text(root + $0.address)) }) }

    /// - Parameter contents: the bytes of the file, and of all that its own links lead to.
    private static func hashedName(_ path: String, _ contents: [[UInt8]]) -> String {
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let dot = path[folderEnd...].lastIndex(of: ".") ?? path.endIndex
        return "\(path[..<dot]).\(hash(contents))\(path[dot...])"
    }

    /// `icons/site-query.js` → `icons_site_query_js`
    static func field(_ path: String) -> String {
        String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The first ten hexadecimal digits of a 64-bit FNV-1a hash. It distinguishes the versions of one file. It gives no protection against
    /// tampering.
    private static func hash(_ contents: [[UInt8]]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for bytes in contents { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
        return String(withUnsafeBytes(of: hash.bigEndian) { Array($0) }.hexadecimal.prefix(10))
    }
}
