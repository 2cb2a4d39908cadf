import Catalogue
import TemplateEngine

/// A picture with its credit, licence and source in words. A silhouette replaces a picture that may not be shown.
enum PictureView {
    static let shape: TemplateShape = [
        "src": .text, "thumbnail": .text, "is_copy": .bool, "width": .number, "height": .number, "loading": .text, "alt": .text,
        "sources": PictureFile.sourcesShape, "is_reduced": .bool, "is_logo": .bool,
        "silhouette": .text, "title": .text, "credit": .text,
        "licence": ["name": .text, "link": .text, "path": .text, "stated": .bool],
        "source": ["name": .text, "link": .text], "reused_from": .text, "withheld": .text, "caption": .text,
        "report_link": .text,
    ]

    /// The page for reports of mistakes in the source.
    static let reportLink = "https://github.com/TheSpaceDevs/Tutorials/issues"

    enum Size {
        case full
        case thumbnail
    }

    /// - Parameters:
    ///   - subject: what the picture shows, for readers who cannot see it.
    ///   - alt: what a picture without a title shows, in other words than 'picture of' the subject.
    ///   - reusedFrom: a sentence for a picture that does not belong to this entity alone.
    ///   - isLogo: whether it is drawn for a light ground, if it has no variant for a dark one.
    ///   - isFirst: whether it is the first picture of the page. That one loads immediately, the others when they come into view.
    static func make(
        _ image: Image?, of subject: TemplateValue, alt: TemplateValue? = nil, silhouette: Silhouette, reusedFrom: TemplateValue = .null,
        size: Size = .full, isLogo: Bool = false,
        isFirst: Bool = true,
        _ model: SiteModel
    ) -> TemplateObject {
        guard let image, let licence = model.catalogue.licences[id: image.licenceID] else {
            return absent(subject, silhouette)
        }
        let addresses = model.pictureAddress(of: image.id)
        let choice = PictureFile.Choice(addresses, root: model.settings.rootPath)
        let isShown = choice.original != nil
        let full = choice.full
        let shown = size == .full ? full : choice.thumbnail ?? full
        // The sizes of a thumbnail are those of the picture, in which the browser finds one of its own width.
        let sources = (choice.dark?.sources(isDark: true) ?? []) + ((size == .full ? full : choice.original)?.sources(isDark: false) ?? [])
        let isReduced = size == .thumbnail && choice.thumbnail != nil || shown?.copy?.sizes.isEmpty == false
        let rules = model.settings.images
        return [
            "src": .optional(shown?.src),
            "thumbnail": .optional((choice.thumbnail ?? choice.original)?.src),
            "is_copy": .bool(addresses?.copy != nil),
            "sources": .objects(sources),
            "is_reduced": .bool(size == .thumbnail),
            "is_logo": .bool(isLogo && choice.dark == nil),
            "width": .integer(shown?.width ?? 800),
            "height": .integer(shown?.height ?? 600),
            "loading": isFirst ? "eager" : "lazy",
            "alt": isShown
                ? image.title.map { .text($0) } ?? alt ?? picture(of: subject)
                : .message("pictures.in_place", ["drawing": silhouette.label, "subject": subject]),
            "silhouette": .text(silhouette.rawValue),
            "title": .optional(image.title),
            "credit": .optional(image.credit?.trimmingSpaces),
            "licence": .object(licenceView(licence, model)),
            "source": .optional(
                addresses?.source.map { ["name": .message("pictures.source", ["id": .text("\(image.id)")]), "link": .text($0)] }),
            "reused_from": reusedFrom,
            "withheld": isShown ? .null : withholding(licence, rules),
            "caption": isReduced ? reducedCopy : .null,
            "report_link": .text(reportLink),
        ]
    }

    private static func withholding(_ licence: Licence, _ rules: ImageRules) -> TemplateValue {
        .message("pictures.withheld", ["reason": .text(rules.delivery == .none ? "no_pictures" : rules.treatment(of: licence).rawValue)])
    }

    private static func absent(_ subject: TemplateValue, _ silhouette: Silhouette) -> TemplateObject {
        [
            "src": .null, "thumbnail": .null, "is_copy": false, "sources": .list([]), "is_reduced": false, "is_logo": false, "width": 800,
            "height": 600, "loading": "eager",
            "alt": .message("pictures.in_place", ["drawing": silhouette.label, "subject": subject]),
            "silhouette": .text(silhouette.rawValue),
            "title": .null, "credit": .null, "licence": .null, "source": .null, "reused_from": .null,
            "withheld": notRecorded, "caption": .null, "report_link": .null,
        ]
    }

    /// `a Soyuz spacecraft`
    /// A configuration's craft as the subject of a picture.
    ///
    /// - Parameter name: the configuration's name.
    static func spacecraft(of name: TemplateValue) -> TemplateValue { .message("pictures.spacecraft_of", ["configuration": name]) }

    /// What the picture of a configuration shows, for readers who cannot see it.
    static func alt(ofConfiguration name: TemplateValue) -> TemplateValue {
        .message("pictures.alt_of_configuration", ["configuration": name])
    }

    static func picture(of subject: TemplateValue) -> TemplateValue { .message("pictures.of", ["subject": subject]) }

    private static let reducedCopy = TemplateValue.message("pictures.reduced_copy")
    private static let notRecorded = TemplateValue.message("pictures.not_recorded")

    private static func licenceView(_ licence: Licence, _ model: SiteModel) -> TemplateObject {
        [
            "name": .text(licence.name), "link": .optional(model.link(of: licence)),
            "path": .text(model.licencePages[licence]), "stated": .bool(licence.isStated),
        ]
    }
}
