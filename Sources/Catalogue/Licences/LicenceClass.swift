/// What a licence allows, in the classes for which an operator says what to do with a picture.
public enum LicenceClass: String, Sendable, CaseIterable, Codable {
    case publicDomain = "public_domain"
    case attribution
    case shareAlike = "share_alike"
    case nonCommercial = "non_commercial"
    case noDerivatives = "no_derivatives"
    /// The terms of the agency or firm that made the picture.
    case agencyTerms = "agency_terms"
    case allRightsReserved = "all_rights_reserved"
    /// No licence is stated, or one that the table does not know: nothing may be assumed.
    case unknown
}

extension Licence {
    /// The class of the licence, by its id and name. An id counts only together with the name it is known by: should the source give the
    /// id to another licence, the name decides.
    public var licenceClass: LicenceClass {
        if let entry = Self.known.first(where: { $0.id == id && $0.name == name }) { return entry.licenceClass }
        if let entry = Self.known.first(where: { $0.name == name }) { return entry.licenceClass }
        return Self.creativeCommonsClass(of: name) ?? .unknown
    }

    /// Whether the source states any licence at all.
    public var isStated: Bool {
        !(id == 1 && name == "Unknown") && name != "Unknown" && !name.isEmpty
    }

    private static let known: [(id: Int, name: String, licenceClass: LicenceClass)] = [
        (1, "Unknown", .unknown),
        (2, "ESA Standard Licence", .agencyTerms),
        (4, "NASA Image and Media Guidelines", .agencyTerms),
        (5, "CC BY-NC 2.0", .nonCommercial),
        (7, "Rocket Lab Image Use Policy", .agencyTerms),
        (9, "JAXA Image Usage Policy", .agencyTerms),
        (10, "ULA Image Use Policy", .agencyTerms),
        (11, "Government Open Data License - India (GODL)", .attribution),
        (14, "Roscosmos Image Use Policy", .agencyTerms),
        (15, "Korea Open Government License Type I: Attribution", .attribution),
        (17, "Department of Defense Image Use Policy", .agencyTerms),
        (19, "CC BY 3.0", .attribution),
        (20, "CC BY-SA 4.0", .shareAlike),
        (21, "CC BY-SA 3.0", .shareAlike),
        (22, "Kyodo News Copyright", .allRightsReserved),
        (25, "CC0 1.0", .publicDomain),
        (26, "CNES Image Use Policy", .agencyTerms),
        (27, "CC BY-ND 3.0", .noDerivatives),
        (28, "CC BY 2.0", .attribution),
        (29, "ELA Image Use Policy", .agencyTerms),
        (30, "CC BY 4.0", .attribution),
        (32, "TASS Image Use Policy", .allRightsReserved),
        (33, "Copernicus Image Use Policy", .agencyTerms),
        (40, "SSC Media Terms of Use", .agencyTerms),
        (42, "CSA Copyright", .allRightsReserved),
    ]

    /// Reads the terms out of a Creative Commons name (`CC BY-NC-SA 4.0`); the strictest term names the class.
    private static func creativeCommonsClass(of name: String) -> LicenceClass? {
        let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }
        if words.first == "CC0" || name.lowercased() == "public domain" { return .publicDomain }
        guard words.first == "CC", words.dropFirst().first == "BY" else { return nil }
        if words.contains("ND") { return .noDerivatives }
        if words.contains("NC") { return .nonCommercial }
        return words.contains("SA") ? .shareAlike : .attribution
    }
}
