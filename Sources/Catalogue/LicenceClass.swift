/// The class of a licence, by what the licence allows. An operator decides for each class what to do with a picture.
public enum LicenceClass: String, Sendable, CaseIterable, Codable {
    case publicDomain = "public_domain"
    case attribution
    case shareAlike = "share_alike"
    case nonCommercial = "non_commercial"
    case noDerivatives = "no_derivatives"
    /// The terms of the agency or firm that made the picture.
    case agencyTerms = "agency_terms"
    case allRightsReserved = "all_rights_reserved"
    /// The source states no licence, or one that the table does not contain. Nothing may be assumed.
    case unknown
}

extension Licence {
    /// The class of the licence by its name. The table of names in use comes first, then the terms in a Creative Commons name. The id does
    /// not count, because the source may give it to another licence. A reader sees the name.
    public var licenceClass: LicenceClass {
        Self.knownClasses[name] ?? Self.creativeCommonsClass(of: name) ?? .unknown
    }

    /// Whether the source states a licence.
    public var isStated: Bool {
        name != "Unknown" && !name.allSatisfy(\.isWhitespace)
    }

    private static let knownClasses: [String: LicenceClass] = [
        "Unknown": .unknown,
        "ESA Standard Licence": .agencyTerms,
        "NASA Image and Media Guidelines": .agencyTerms,
        "CC BY-NC 2.0": .nonCommercial,
        "Rocket Lab Image Use Policy": .agencyTerms,
        "JAXA Image Usage Policy": .agencyTerms,
        "ULA Image Use Policy": .agencyTerms,
        "Government Open Data License - India (GODL)": .attribution,
        "Roscosmos Image Use Policy": .agencyTerms,
        "Korea Open Government License Type I: Attribution": .attribution,
        "Department of Defense Image Use Policy": .agencyTerms,
        "CC BY 3.0": .attribution,
        "CC BY-SA 4.0": .shareAlike,
        "CC BY-SA 3.0": .shareAlike,
        "Kyodo News Copyright": .allRightsReserved,
        "CC0 1.0": .publicDomain,
        "CNES Image Use Policy": .agencyTerms,
        "CC BY-ND 3.0": .noDerivatives,
        "CC BY 2.0": .attribution,
        "ELA Image Use Policy": .agencyTerms,
        "CC BY 4.0": .attribution,
        "TASS Image Use Policy": .allRightsReserved,
        "Copernicus Image Use Policy": .agencyTerms,
        "SSC Media Terms of Use": .agencyTerms,
        "CSA Copyright": .allRightsReserved,
    ]

    /// Reads the terms out of a Creative Commons name (`CC BY-NC-SA 4.0`). It uses the six licences' own abbreviations
    /// (creativecommons.org/share-your-work/cclicenses). When there are several terms, the most restrictive one decides the class: a
    /// commercial site may not show the picture of a BY-NC-ND licence at all, but ND only forbids changing it.
    private static func creativeCommonsClass(of name: String) -> LicenceClass? {
        let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }
        if words.first == "CC0" || words == ["PUBLIC", "DOMAIN"] { return .publicDomain }
        guard words.starts(with: ["CC", "BY"]) else { return nil }
        if words.contains("NC") { return .nonCommercial }
        if words.contains("ND") { return .noDerivatives }
        return words.contains("SA") ? .shareAlike : .attribution
    }
}
