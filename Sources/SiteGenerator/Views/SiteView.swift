import Catalogue
import Support
import TemplateEngine

/// The outermost context of every page: the site itself.
enum SiteView {
    static let shape: TemplateShape = [
        "title": .text, "description": .text, "language": .text, "is_right_to_left": .bool, "is_translated": .bool, "base_url": .text,
        "source_name": .text, "source_url": .text,
        "status_path": .text, "downloads_path": .text, "author": ["name": .text, "url": .text, "email": .text],
        "counts": [
            "spacecraft": .number, "configurations": .number, "agencies": .number, "families": .number, "licences": .number,
        ],
        "own_style": .text,
        "policy_needs": ["fonts": .bool, "data_fonts": .bool, "data_images": .bool],
    ]

    static func make(_ model: SiteModel, _ assets: Assets, _ messages: Messages) -> TemplateObject {
        let settings = model.settings
        let catalogue = model.catalogue
        return [
            "site": .object([
                "title": .text(model.title), "description": model.description, "language": .text(settings.language),
                "is_right_to_left": .bool(messages.language.isRightToLeft),
                "is_translated": .bool(!LanguageTag.isEnglish(settings.language)),
                "base_url": .text(settings.baseURL), "source_name": .text(DataSource.name), "source_url": .text(DataSource.home),
                "status_path": .text(settings.rootPath + Address.status), "downloads_path": .text(settings.rootPath + Address.data),
                "author": .object([
                    "name": .text(model.publisher), "url": .optional(settings.author.url),
                    "email": .optional(settings.author.email),
                ]),
                "counts": .object([
                    "spacecraft": .integer(catalogue.spacecraft.count), "configurations": .integer(catalogue.configurations.count),
                    "agencies": .integer(catalogue.agencies.count), "families": .integer(catalogue.families.count),
                    "licences": .integer(catalogue.licences.count),
                ]),
                "own_style": .optional(assets.ownStyle.map { settings.rootPath + $0 }),
                "policy_needs": .object([
                    "fonts": .bool(assets.needs.fonts), "data_fonts": .bool(assets.needs.dataFonts),
                    "data_images": .bool(assets.needs.dataImages),
                ]),
            ]),
            "assets": .object(assets.view(root: settings.rootPath)),
        ]
    }
}

/// The date at which what a page shows last changed.
enum ModifiedView {
    static let shape: TemplateShape = ["text": .text, "datetime": .text, "json_ld": .any]

    static func make(_ date: Timestamp?, _ model: SiteModel) -> TemplateObject {
        let shown = text(date, dataDate: model.input.dataDate)
        return [
            "text": shown.text, "datetime": .optional(shown.datetime),
            "json_ld": shown.datetime.map {
                .object(["@context": "https://schema.org", "@type": "WebPage", "dateModified": .text($0)])
            } ?? .null,
        ]
    }

    /// The date in words, and for machines where it is known. The first state of a saved copy may be of a later date.
    static func text(_ date: Timestamp?, dataDate: DataDate) -> (text: TemplateValue, datetime: String?) {
        guard let date else { return (.message("source.unknown_date"), nil) }
        return dataDate == .notBefore(date)
            ? (.message("source.not_before", ["date": .text(date.date.iso8601)]), nil) : (Formatted.date(date.date), date.rfc3339)
    }
}

/// The name of the source.
enum DataSource {
    static let name = "Launch Library 2, The Space Devs"
    static let home = "https://thespacedevs.com/llapi"
    /// Under which terms its records and texts may be used.
    static let terms = "https://github.com/TheSpaceDevs/Tutorials/blob/main/faqs/faq_TSD.md#terms-of-use"
}
