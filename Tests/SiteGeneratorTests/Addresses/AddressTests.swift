import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct AddressTests {
    @Test func anAddressHasTheIdAndTheSlugWhereThereIsOne() {
        #expect(Address.page(of: Spacecraft(id: 126, name: "Lark TM-4", statusID: 1, configurationID: 1)) == "spacecraft/126-lark-tm-4/")
        #expect(Address.page(of: Spacecraft(id: 702, name: "神舟", statusID: 1, configurationID: 1)) == "spacecraft/702/")
        #expect(Address.page(of: Configuration(id: 41, name: "Lark TM", typeID: 1, agencyID: 1)) == "configurations/41-lark-tm/")
        #expect(Address.page(of: Agency(id: 63, name: "FSA")) == "agencies/63-fsa/")
        #expect(Address.page(of: Family(id: 1, name: "Lark")) == "families/1-lark/")
        #expect(Address.page(of: Status(id: 4, name: "Single Use")) == "statuses/4-single-use/")
        #expect(Address.page(of: ConfigurationType(id: 2, name: "Capsule")) == "types/2-capsule/")
    }

    @Test(arguments: [
        ("", "index.html", ""), ("404.html", "404.html", ""), ("feed/2026-01.json", "feed/2026-01.json", "../"),
        ("spacecraft/", "spacecraft/index.html", "../"),
        ("spacecraft/126-lark-tm-4/", "spacecraft/126-lark-tm-4/index.html", "../../"),
    ])
    func anAddressIsAFileAndKnowsTheWayToTheRoot(address: String, file: String, root: String) {
        #expect(Address.file(of: address) == file)
        #expect(Address.root(from: address) == root)
    }

    @Test func theFirstPageOfATableHasNoNumber() {
        #expect(Address.page(1, of: "spacecraft/") == "spacecraft/")
        #expect(Address.page(2, of: "spacecraft/") == "spacecraft/page/2/")
    }

    @Test func aLicenceHasItsNameForAnAddressWithItsIdWhereThatWouldBeAnothers() {
        let names = ["CC BY-SA 3.0", "Unknown", "Foo", "foo!", "3 Foo", "神舟", "7", " ", "By name"]
        let licences = names.enumerated().map { Licence(id: RecordID($0.offset + 1), name: $0.element) }
        let addresses = LicenceAddresses(licences)
        #expect(
            licences.map { addresses[$0] } == [
                "credits/cc-by-sa-3-0/", "credits/2-not-stated/", "credits/3-foo/", "credits/4-foo/", "credits/5-3-foo/", "credits/6/",
                "credits/7-7/", "credits/8-not-stated/", "credits/9-by-name/",
            ])
        #expect(LicenceAddresses([Licence(id: 1, name: "Unknown")])[Licence(id: 1, name: "Unknown")] == "credits/not-stated/")
    }
}
