import Catalogue
import TemplateEngine

/// A file of a picture as a page loads it: from the source, or a copy with the sizes that were made of it.
struct PictureFile {
    /// The complete address, or the path of a copy from the root of the language.
    let src: String
    /// Nil for a file of the source, whose size is not known.
    let copy: PictureCopy.File?
    private let root: String

    private init(src: String, copy: PictureCopy.File?, root: String) {
        self.src = src
        self.copy = copy
        self.root = root
    }

    var width: Int? { copy?.width }
    var height: Int? { copy?.height }

    /// What a browser chooses from before it takes the file itself.
    ///
    /// - Parameter isDark: whether the file is for a dark ground.
    func sources(isDark: Bool) -> [TemplateObject] {
        let sizes = copy?.sizes ?? []
        let reduced: TemplateObject? =
            sizes.isEmpty
            ? nil
            : [
                "is_dark": .bool(isDark), "type": "image/webp",
                "files": .objects(sizes.map { ["src": .text(root + $0.path), "width": .integer($0.width)] }),
            ]
        let whole: TemplateObject? =
            isDark ? ["is_dark": true, "type": .null, "files": [["src": .text(src), "width": .null]]] : nil
        return [reduced, whole].compactMap(\.self)
    }

    static let sourcesShape: TemplateShape = .list(["is_dark": .bool, "type": .text, "files": .list(["src": .text, "width": .number])])

    /// The files of a picture that pages may show.
    struct Choice {
        let original: PictureFile?
        let thumbnail: PictureFile?
        private let light: PictureFile?
        let dark: PictureFile?

        /// - Parameter root: the address of the site's root from that of the language.
        init(_ addresses: PictureAddress?, root: String) {
            func file(_ address: String?, _ copy: KeyPath<PictureCopy, PictureCopy.File?>) -> PictureFile? {
                guard let copies = addresses?.copy else { return address.map { PictureFile(src: $0, copy: nil, root: root) } }
                return copies[keyPath: copy].map { PictureFile(src: root + $0.path, copy: $0, root: root) }
            }
            original = file(addresses?.shown, \.shownOriginal)
            thumbnail = file(addresses?.reduced, \.thumbnail)
            light = file(addresses?.light, \.light)
            dark = file(addresses?.dark, \.dark)
        }

        /// The picture itself, or its variant for a light ground. On a dark one that may not be seen, so it needs the other beside it.
        var full: PictureFile? { dark == nil ? original : light ?? original }
    }
}

extension PictureCopy {
    fileprivate var shownOriginal: File? { original }
}
