import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The page that asks for help with pictures without a known licence.
@Suite struct MissingLicencesViewTests {
    private func pictures(_ view: TemplateObject?) -> [String]? {
        view?.items("pictures").map { picture in
            picture.text("shown_by") + " " + picture.items("used_by").map { $0.text("name") }.joined(separator: ", ")
        }
    }

    @Test func picturesAreThereThatStateNoLicenceOrOneThatNoTableKnowsTheMostSeenFirst() throws {
        let view = ViewContext(try Sample.input()).view(MissingLicencesView.kind, "credits/missing-licences/")
        #expect(pictures(view) == ["Picture 10, of 2~craft. Lark TM, Lark TM-4, Lark TM-23", "Picture 90, of no craft. "])
        #expect(view?.text("heading") == "Pictures without a known licence")
        #expect(view?.text("pictures_heading") == "2~pictures, those of the most craft first")
        #expect(view?.text("title") == "Pictures without a known licence – The Register")
        #expect(view?.text("page_description") == "2~pictures without a known licence, and how to mend that at the source.")
    }

    /// A craft without a picture of its own shows that of its configuration.
    @Test func craftCountThatShowThePictureOfTheirConfiguration() throws {
        let input = try Sample.input { contents in
            contents.configurations[0].imageID = 90
            for index in contents.spacecraft.indices {
                contents.spacecraft[index].imageID = nil
                contents.spacecraft[index].configurationID = contents.configurations[0].id
            }
        }
        let view = ViewContext(input).view(MissingLicencesView.kind, "credits/missing-licences/")
        #expect(pictures(view)?.first?.hasPrefix("Picture 90, of 9~craft.") == true, "\(pictures(view) ?? [])")
    }

    @Test func thePageOfCreditsLeadsThereWithTheNumber() throws {
        let view = ViewContext(try Sample.input()).view(CreditsView.kind, "credits/")
        #expect(
            view?.part("missing_licences")?.brief
                == #"{"name":"2~pictures have no known licence: help to find it","path":"credits/missing-licences/"}"#)
    }

    @Test func whereEachLicenceIsKnownThereIsNoSuchPageAndNoLink() throws {
        let input = try Sample.input { contents in
            for index in contents.images.indices { contents.images[index].licenceID = 3 }
        }
        let site = ViewContext(input)
        #expect(site.view(MissingLicencesView.kind, "credits/missing-licences/") == nil)
        #expect(site.view(CreditsView.kind, "credits/")?["missing_licences"] == .null)
    }

    @Test func manyPicturesHaveSeveralPages() throws {
        let input = try Sample.input { contents in
            for index in contents.images.indices { contents.images[index].licenceID = 1 }
        }
        let view = ViewContext(input).view(MissingLicencesView.kind, "credits/missing-licences/page/2/")
        #expect(view?.items("pictures").count == 3)
        #expect(view?.text("title") == "Pictures without a known licence, page 2 – The Register")
        #expect(view?.part("previous")?.text("path") == "credits/missing-licences/")
        #expect(view?.part("next")?.text("path") == "credits/missing-licences/page/3/")
    }

    /// Its address beside the licences' is kept free.
    @Test func aLicenceOfThatNameHasItsNumberInFront() {
        let licence = Licence(id: 5, name: "Missing licences")
        #expect(LicenceAddresses([licence])[licence] == "credits/5-missing-licences/")
    }
}
