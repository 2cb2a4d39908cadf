import TemplateEngine

/// The theme's assets. Their names change with their contents, so that a browser may keep them for ever.
struct Assets: Sendable {
    struct Asset: Sendable {
        /// `assets/site.3f29ab04c1.css`
        let address: String
        /// The name in templates: `assets.site_css`.
        let field: String
        let file: Theme.File
    }

    let files: [Asset]

    init(_ theme: Theme) {
        files = theme.assets.map { file in
            Asset(address: "assets/" + Self.hashedName(file), field: Self.field(file.path), file: file)
        }
    }

    static let kind = PageKind(fileKind: .asset) { plan in
        plan.assets.files.map { asset in WrittenFile(asset.address) { $1.append(contentsOf: asset.file.bytes) } }
    }

    var shape: TemplateShape { .object(files.map { (FieldName($0.field), .text) }) }
    var view: TemplateObject { TemplateObject(files.map { (FieldName($0.field), .text($0.address)) }) }

    private static func hashedName(_ file: Theme.File) -> String {
        let folderEnd = file.path.lastIndex(of: "/").map { file.path.index(after: $0) } ?? file.path.startIndex
        let dot = file.path[folderEnd...].lastIndex(of: ".") ?? file.path.endIndex
        return "\(file.path[..<dot]).\(hash(file.bytes))\(file.path[dot...])"
    }

    /// `icons/site-query.js` → `icons_site_query_js`
    static func field(_ path: String) -> String {
        String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The first ten hexadecimal digits of a 64-bit FNV-1a hash. It distinguishes the versions of one file. It gives no protection against
    /// tampering.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(10))
    }
}
