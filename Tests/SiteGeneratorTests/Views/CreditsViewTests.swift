import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

/// The pages of credits and licences.
@Suite struct CreditsViewTests {
    private func rows(_ table: TemplateObject?) -> [String]? {
        table?.items("rows").map { row in
            ([row.text("name")] + row.items("cells").map { $0.text("text") } + [row.text("count")]).joined(separator: " | ")
        }
    }

    @Test func licencesAreListedWithTheirClassAndHowTheirPicturesAreShownTheMostPicturesFirst() throws {
        let view = try #require(ViewContext(Sample.input()).view(CreditsView.kind, "credits/"))
        #expect(
            rows(view.part("count_table")) == [
                "NASA Image and Media Guidelines | agency terms | shown, from the source | 3",
                "CC BY 4.0 | attribution | shown, from the source | 1",
                "CC BY-NC 2.0 | non-commercial | shown, from the source | 1",
                "CC BY-ND 3.0 | no derivatives | shown, from the source | 1",
                "CC BY-SA 4.0 | attribution, share-alike | shown, from the source | 1",
                "CC0 1.0 | public domain | shown, from the source | 1",
                "House <rules> & \"terms\" | not known | shown, from the source | 1",
                "TASS Image Use Policy | all rights reserved | linked, not shown | 1",
                "Licence not stated | not known | shown, from the source | 1",
            ])
        #expect(view.text("page_description") == "11~pictures by licence, each with its author and source.")
    }

    @Test func thoseCreditedAreListedByNamePicturesWithoutACreditLast() throws {
        let view = try #require(ViewContext(Sample.input()).view(CreditsView.kind, "credits/"))
        #expect(
            rows(view.part("credited")?.part("count_table")) == [
                "ESA | 1", "Jane Doe | 2", "NASA | 2", "NASA/\"A. N. Other\" & <script>alert(1)</script> | 1", "TASS | 1", "Нина | 1",
                "神舟 | 1", "not recorded | 2",
            ])
    }

    @Test func onePictureIsOnePictureAndASiteWithoutAnyHasEmptyTables() throws {
        func view(_ images: [Image]) throws -> TemplateObject? {
            let input = try Sample.input { contents in
                contents = CatalogueContents()
                contents.licences = Sample.licences
                contents.images = images
            }
            return ViewContext(input).view(CreditsView.kind, "credits/")
        }
        let one = try view([Sample.images[1]])
        #expect(one?.text("lead").hasPrefix("The register holds 1~picture. ") == true)
        #expect(rows(one?.part("count_table"))?.count == 1)
        let none = try view([])
        #expect(none?.text("lead").hasPrefix("The register holds 0~pictures. ") == true)
        #expect(rows(none?.part("count_table")) == [])
        #expect(rows(none?.part("credited")?.part("count_table")) == [])
    }

    @Test(arguments: [
        (
            "credits/nasa-image-and-media-guidelines/", "NASA Image and Media Guidelines",
            "The pictures that the source gives under this licence. Read its terms before you use one.",
            [
                "Class: agency terms",
                "Terms: NASA Image and Media Guidelines → https://www.nasa.gov/nasa-brand-center/images-and-media/",
                "How shown: shown, from the source",
            ]
        ),
        (
            "credits/not-stated/", "Licence not stated",
            "For these pictures the source names no licence. Nothing is claimed for them: look at the source before you use one.",
            ["Class: not known", "Terms: [none to link to]", "How shown: shown, from the source"]
        ),
        (
            "credits/tass-image-use-policy/", "TASS Image Use Policy",
            "The pictures that the source gives under this licence. Read its terms before you use one.",
            ["Class: all rights reserved", "Terms: [none to link to]", "How shown: linked, not shown"]
        ),
    ])
    func aLicenceSaysWhatItIsAndWhereItsTermsAre(address: String, heading: String, lead: String, facts: [String]) throws {
        let view = try #require(ViewContext(Sample.input()).view(LicenceView.kind, address))
        #expect(view.text("heading") == heading)
        #expect(view.text("lead") == lead)
        #expect(view.facts("facts") == facts)
    }

    @Test func eachPageOfALicenceCountsAllOfItsPictures() throws {
        var settings = Sample.settings
        settings.pageSize = 2
        let context = ViewContext(try Sample.input(settings: settings))
        let pages = ["", "page/2/"].map {
            context.view(LicenceView.kind, "credits/nasa-image-and-media-guidelines/" + $0)
        }
        #expect(pages.map { $0?.text("pictures_heading") } == ["3~pictures", "3~pictures"])
        #expect(pages.map { $0?.items("pictures").count } == [2, 1])
    }

    /// The text beside each picture of a licence: its subject, and the pages that use it.
    private func pictures(_ address: String, _ change: (inout CatalogueContents) -> Void = { _ in }) throws -> [String] {
        let view = try #require(ViewContext(Sample.input(change)).view(LicenceView.kind, address))
        return view.items("pictures").map { picture in
            let figure = picture.part("figure")
            return "\(figure?.text("alt") ?? ""), \(figure?.text("loading") ?? ""): "
                + picture.items("used_by").map { $0.text("name") }.joined(separator: ", ")
        }
    }

    @Test func aPictureSaysWhichPagesUseItTheConfigurationBeforeItsCraft() throws {
        #expect(try pictures("credits/not-stated/") == ["Picture of a Lark TM spacecraft, eager: Lark TM, Lark TM-4, Lark TM-23"])
        #expect(try pictures("credits/cc-by-sa-4-0/") == ["Heron at the pad, eager: Heronry, Heron Crew"])
        #expect(try pictures("credits/house-rules-terms/") == ["House picture, eager: "])
    }

    @Test func anAgencyWhosePictureIsItsLogoTooIsNamedOnce() throws {
        let pictures = try pictures("credits/cc-by-sa-4-0/") { contents in
            for index in contents.agencies.indices where contents.agencies[index].profile?.imageID == 30 {
                contents.agencies[index].profile?.logoID = 30
            }
        }
        #expect(pictures == ["Heron at the pad, eager: Heronry, Heron Crew"])
    }

    @Test func twelvePagesAtMostAreNamed() throws {
        let pictures = try pictures("credits/house-rules-terms/") { contents in
            contents.spacecraft = (1...13).map {
                Spacecraft(id: RecordID($0), name: "C\($0)", imageID: 90, statusID: 1, configurationID: 3)
            }
        }
        #expect(pictures == ["House picture, eager: " + (2...13).reversed().map { "C\($0)" }.joined(separator: ", ")])
    }

    @Test func theFirstThreePicturesOfAPageLoadAtOnce() throws {
        var settings = Sample.settings
        settings.pageSize = 5
        let images = (1...4).map { Sample.image(RecordID($0), "P\($0)", credit: nil, licence: 3) }
        let input = try Sample.input(
            { contents in
                contents = CatalogueContents()
                contents.licences = Sample.licences
                contents.images = images
            }, settings: settings)
        let view = ViewContext(input).view(LicenceView.kind, "credits/cc-by-sa-4-0/")
        #expect(view?.items("pictures").map { $0.part("figure")?.text("loading") } == ["eager", "lazy", "lazy", "lazy"])
        #expect(view?.text("pictures_heading") == "4~pictures")
    }
}
