import Catalogue
import TemplateEngine

/// A picture with its credit, licence and source in words. A silhouette replaces a picture that may not be shown.
enum PictureView {
    static let shape: TemplateShape = [
        "src": .text, "thumbnail": .text, "is_copy": .bool, "width": .number, "height": .number, "loading": .text, "alt": .text,
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
    ///   - subject: a description of the picture for readers who cannot see it.
    ///   - reusedFrom: a sentence for a picture that does not belong to this entity alone.
    ///   - isFirst: whether it is the first picture of the page. That one loads immediately, the others when they come into view.
    static func make(
        _ image: Image?, of subject: String, silhouette: Silhouette, reusedFrom: String? = nil, size: Size = .full, isFirst: Bool = true,
        _ model: SiteModel
    ) -> TemplateObject {
        guard let image, let licence = model.catalogue.licences[id: image.licenceID] else {
            return absent(subject, silhouette)
        }
        let addresses = model.pictureAddress(of: image.id)
        let copy = addresses?.copy
        let address = copy?.original.path ?? addresses?.shown
        let isShown = address != nil
        let reduced = copy?.thumbnail?.path ?? addresses?.reduced
        let pixels = size == .full ? copy?.original : copy?.thumbnail ?? copy?.original
        let rules = model.settings.images
        return [
            "src": .optional(size == .full ? address : reduced ?? address),
            "thumbnail": .optional(reduced ?? address),
            "is_copy": .bool(copy != nil),
            "width": .integer(pixels?.width ?? 800),
            "height": .integer(pixels?.height ?? 600),
            "loading": isFirst ? "eager" : "lazy",
            "alt": .text(isShown ? image.title ?? "Picture of \(subject)" : "\(silhouette.label) in place of a picture of \(subject)"),
            "silhouette": .text(silhouette.rawValue),
            "title": .optional(image.title),
            "credit": .optional(image.credit?.trimmingSpaces),
            "licence": .object(licenceView(licence, model)),
            "source": .optional(
                addresses?.source.map { ["name": .text("Launch Library 2, picture \(image.id)"), "link": .text($0)] }),
            "reused_from": .optional(reusedFrom),
            "withheld": .optional(isShown ? nil : withholding(licence, rules)),
            "caption": size == .thumbnail && reduced != nil ? "Reduced copy." : .null,
            "report_link": .text(reportLink),
        ]
    }

    private static func withholding(_ licence: Licence, _ rules: ImageRules) -> String {
        if rules.delivery == .none { return "The picture is left out: this site shows no pictures." }
        return switch rules.treatment(of: licence) {
        case .show: "The picture is not shown here: the source gives no usable address for it."
        case .copy: "The picture is not shown here: there is no copy of it yet."
        case .link: "The picture is not shown here: this site only links to pictures under this licence."
        case .omit: "The picture is left out: this site does not show pictures under this licence."
        }
    }

    private static func absent(_ subject: String, _ silhouette: Silhouette) -> TemplateObject {
        [
            "src": .null, "thumbnail": .null, "is_copy": false, "width": 800, "height": 600, "loading": "eager",
            "alt": .text("\(silhouette.label) in place of a picture of \(subject)"), "silhouette": .text(silhouette.rawValue),
            "title": .null, "credit": .null, "licence": .null, "source": .null, "reused_from": .null,
            "withheld": "No picture is recorded.", "caption": .null, "report_link": .null,
        ]
    }

    private static func licenceView(_ licence: Licence, _ model: SiteModel) -> TemplateObject {
        [
            "name": .text(licence.name), "link": .optional(model.link(of: licence)),
            "path": .text(model.licencePages[licence]), "stated": .bool(licence.isStated),
        ]
    }
}
