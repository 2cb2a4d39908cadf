import Catalogue
import Support
import TemplateEngine

/// The downloads for search engines (https://schema.org/Dataset): the files, the terms, the source, and the time from which they tell. The
/// date of their last change is in the files: here, each change of a record would change the page.
enum DataSetView {
    static func make(_ site: ViewContext) -> TemplateObject {
        let model = site.model
        let settings = model.settings
        var node: TemplateObject = [
            "@type": "Dataset",
            "name": .text(model.title),
            "description": .message("data.dataset", ["description": model.description, "lead": .message("data.lead")]),
            "url": .text(settings.baseURL + Address.data),
            "license": .text(settings.baseURL + DataView.terms),
            "isAccessibleForFree": true,
            "inLanguage": .text(settings.language),
            "creditText": .text(DataSource.name),
            "isBasedOn": .text(model.input.sourceURL),
            "creator": ["@type": "Organization", "name": "The Space Devs", "url": .text(DataSource.home)],
        ]
        if let beginning = beginning(model.catalogue) { node["temporalCoverage"] = .text("\(beginning.iso8601)/..") }
        node["variableMeasured"] = .list(Downloads.tables(model).flatMap(\.columns).filter { $0.unit != nil }.map { .object(variable($0)) })
        node["distribution"] = .list(distribution(model))
        return node
    }

    /// The first flight that the register tells of. It goes on from there.
    private static func beginning(_ catalogue: Catalogue) -> CalendarDate? {
        let maidenFlights =
            catalogue.configurations.compactMap { $0.details?.maidenFlight } + catalogue.families.compactMap { $0.profile?.maidenFlight }
        let launches = catalogue.spacecraft.flatMap { $0.flights ?? [] }.compactMap { $0.launch?.net?.date }
        return (maidenFlights + launches).min()
    }

    private static func variable(_ column: DownloadColumn) -> TemplateObject {
        [
            "@type": "PropertyValue", "name": .text(column.name), "description": column.meaningWords,
            "unitCode": .optional(column.unit?.code), "unitText": .optional(column.unit?.symbol),
        ]
    }

    private static func distribution(_ model: SiteModel) -> [TemplateValue] {
        let names = Downloads.files(model).map(\.name) + [SQLiteDownload.fileName]
        return names.map { name in
            [
                "@type": "DataDownload", "name": .text(name),
                "contentUrl": .text(model.settings.rootURL + Address.data + name),
                "encodingFormat": .text(mediaType(of: name)),
            ]
        }
    }

    /// The media type without the charset.
    private static func mediaType(of name: String) -> String { String(FileType.of(name).mediaType.prefix { $0 != ";" }) }
}
