import Catalogue
import TemplateEngine

/// The outermost context of every page: the site itself.
enum SiteView {
    static let shape: TemplateShape = [
        "title": .text, "description": .text, "language": .text, "is_right_to_left": .bool, "is_translated": .bool, "base_url": .text,
        "source_name": .text, "source_url": .text,
        "data_as_of": ["text": .text, "datetime": .text], "author": ["name": .text, "url": .text, "email": .text],
        "counts": [
            "spacecraft": .number, "configurations": .number, "agencies": .number, "families": .number, "licences": .number,
        ],
        "policy_needs": ["fonts": .bool, "data_fonts": .bool, "data_images": .bool],
    ]

    static func make(_ model: SiteModel, _ assets: Assets, _ messages: Messages) -> TemplateObject {
        let settings = model.settings
        let catalogue = model.catalogue
        let dataAsOf = DataSource.dataAsOf(model.input.dataDate)
        return [
            "site": .object([
                "title": .text(settings.title), "description": .text(settings.description), "language": .text(settings.language),
                "is_right_to_left": .bool(messages.language.isRightToLeft),
                "is_translated": .bool(!settings.language.lowercased().hasPrefix("en")),
                "base_url": .text(settings.baseURL), "source_name": .text(DataSource.name), "source_url": .text(DataSource.home),
                "data_as_of": .object(["text": dataAsOf.text, "datetime": .optional(dataAsOf.datetime)]),
                "author": .object([
                    "name": .optional(settings.author.name), "url": .optional(settings.author.url),
                    "email": .optional(settings.author.email),
                ]),
                "counts": .object([
                    "spacecraft": .integer(catalogue.spacecraft.count), "configurations": .integer(catalogue.configurations.count),
                    "agencies": .integer(catalogue.agencies.count), "families": .integer(catalogue.families.count),
                    "licences": .integer(catalogue.licences.count),
                ]),
                "policy_needs": .object([
                    "fonts": .bool(assets.needs.fonts), "data_fonts": .bool(assets.needs.dataFonts),
                    "data_images": .bool(assets.needs.dataImages),
                ]),
            ]),
            "assets": .object(assets.view(root: settings.rootPath)),
        ]
    }
}

/// The name of the source and the age of the data.
enum DataSource {
    static let name = "Launch Library 2, The Space Devs"
    static let home = "https://thespacedevs.com/llapi"

    static func dataAsOf(_ date: DataDate) -> (text: TemplateValue, datetime: String?) {
        switch date {
        case .fetched(let time): (Formatted.date(time.date), time.rfc3339)
        case .notBefore(let time): (.message("source.not_before", ["date": .text(time.date.iso8601)]), nil)
        case .unknown: (.message("source.unknown_date"), nil)
        }
    }

}
