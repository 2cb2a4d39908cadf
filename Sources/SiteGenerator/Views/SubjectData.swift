import Catalogue
import TemplateEngine

/// What a page is about, for search engines, in the terms of schema.org. Only what the source records is said.
enum SubjectData {
    /// A craft: a `Vehicle`, by schema.org 'a device that is designed or used to transport people or cargo over land, water, air, or through
    /// space', and an `IndividualProduct`, which has a serial number.
    ///
    /// - Parameter address: the address of its page.
    static func craft(_ craft: Spacecraft, _ shared: ConfigurationFragments?, address: String, _ model: SiteModel) -> TemplateObject {
        let url = model.settings.baseURL + address
        var fields: [(FieldName, TemplateValue)] = [
            ("@type", types), ("@id", .text(url + "#craft")), ("url", .text(url)), ("name", craft.shownName),
            ("identifier", identifier(craft.id.number)),
        ]
        fields.reserveCapacity(9)
        if let serial = craft.serialNumber, !serial.isEmpty { fields.append(("serialNumber", .text(serial))) }
        if let shared {
            fields.append(("model", shared.configuration.shownName))
            if let type = shared.type, !type.name.isEmpty { fields.append(("category", type.shownName)) }
        }
        fields.append(
            ("subjectOf", .object(recordLayout, ["DataDownload", .text(model.settings.rootURL + address + CraftRecord.fileName), json])))
        return TemplateObject(fields: fields)
    }

    private static let types: TemplateValue = ["Vehicle", "IndividualProduct"]
    private static let recordLayout = ObjectLayout("@type", "contentUrl", "encodingFormat")
    private static let json: TemplateValue = "application/json"

    /// An agency: an `Organization`.
    ///
    /// - Parameter address: the address of its page.
    static func agency(_ agency: Agency, address: String, _ model: SiteModel) -> TemplateObject {
        let url = model.settings.baseURL + address
        var node: TemplateObject = [
            "@type": "Organization", "@id": .text(url + "#agency"), "mainEntityOfPage": .text(url), "name": agency.shownName,
            "identifier": identifier(agency.id.number),
        ]
        if !agency.abbrev.isEmpty { node["alternateName"] = .text(agency.abbrev) }
        guard let profile = agency.profile else { return node }
        if let year = profile.foundingYear { node["foundingDate"] = .text("\(year)") }
        let countries = profile.countries.compactMap(\.alpha2Code).filter { !$0.isEmpty }
        if !countries.isEmpty {
            node["address"] = .list(countries.map { ["@type": "PostalAddress", "addressCountry": .text($0)] })
        }
        if let parent = profile.parent, !parent.isEmpty { node["parentOrganization"] = ["@type": "Organization", "name": .text(parent)] }
        return node
    }

    /// The number of the source.
    private static func identifier(_ number: Int) -> TemplateValue {
        .object(identifierLayout, ["PropertyValue", source, .text("\(number)")])
    }

    private static let identifierLayout = ObjectLayout("@type", "propertyID", "value")
    private static let source = TemplateValue.text(DataSource.name)
}
