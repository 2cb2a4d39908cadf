/// The formats in which pictures are copied. SVG is not among them: it can carry scripts.
enum PictureFormat: String, Sendable, CaseIterable {
    case png
    case jpeg
    case webp
    case gif

    var fileExtension: String { rawValue }
}
