import Catalogue
import TemplateEngine

/// What search engines and feed readers are told of a picture, made once: many craft share their configuration's.
struct PictureFragments: Sendable {
    /// Nil for a picture that is not shown.
    let structuredData: TemplateObject?
    let feedItem: TemplateObject?

    init(_ image: Image, _ model: SiteModel) {
        structuredData = StructuredData.image(image, model)
        feedItem = JSONFeed.picture(image, model)
    }
}
