import Catalogue
import Testing

@Suite struct LicenceClassTests {
    @Test(arguments: [
        (1, "Unknown", LicenceClass.unknown),
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
    ])
    func eachLicenceOfTheSourceHasItsClass(id: Licence.ID, name: String, expected: LicenceClass) {
        #expect(Licence(id: id, name: name).licenceClass == expected)
        #expect(Licence(id: id, name: name).isStated == (id != 1))
    }

    @Test(arguments: [
        (4, "CC BY-NC 2.0", LicenceClass.nonCommercial),
        (25, "All Rights Reserved Inc.", .unknown),
        (30, "Unknown", .unknown),
        (1, "CC0 1.0", .publicDomain),
        (400, "NASA Image and Media Guidelines", .agencyTerms),
    ])
    func aLicenceIsKnownByItsNameWhateverItsId(id: Licence.ID, name: String, expected: LicenceClass) {
        #expect(Licence(id: id, name: name).licenceClass == expected)
    }

    @Test(arguments: [
        ("CC BY 1.0", LicenceClass.attribution),
        ("CC BY-SA 2.5", .shareAlike),
        ("CC-BY-SA-4.0", .shareAlike),
        ("cc by 4.0", .attribution),
        ("CC BY-NC-SA 4.0", .nonCommercial),
        ("CC BY-NC-ND 4.0", .nonCommercial),
        ("CC BY-ND 4.0", .noDerivatives),
        ("CC BY 3.0 IGO", .attribution),
        ("CC0", .publicDomain),
        ("CC0 2.0", .publicDomain),
        ("Public Domain", .publicDomain),
        ("CC", .unknown),
        ("CC NC 1.0", .unknown),
        ("CCBY", .unknown),
        ("CC BYE", .unknown),
        ("Not CC BY 4.0", .unknown),
        ("Not in the public domain", .unknown),
        ("Creative Commons", .unknown),
        ("NASA image and media guidelines, revised", .unknown),
        ("", .unknown),
    ])
    func theNameOfACreativeCommonsLicenceSaysItsClassAnyOtherUnknownNameNothing(name: String, expected: LicenceClass) {
        #expect(Licence(id: 99, name: name).licenceClass == expected)
    }

    @Test(arguments: [("Unknown", false), ("", false), (" ", false), ("Somebody's terms", true)])
    func aLicenceIsStatedWhereItHasANameOtherThanUnknown(name: String, isStated: Bool) {
        #expect(Licence(id: 50, name: name).isStated == isStated)
    }
}
