import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct PictureViewTests {
    private func view(_ imageID: Image.ID?, size: PictureView.Size = .full, rules change: (inout ImageRules) -> Void = { _ in }) throws
        -> TemplateObject
    {
        var settings = Sample.settings
        change(&settings.images)
        let model = SiteModel(try Sample.input(settings: settings))
        let image = imageID.flatMap { model.catalogue.images[id: $0] }
        return PictureView.make(image, of: "a Lark", silhouette: .capsule, size: size, model)
    }

    @Test(
        arguments: [
            (.show, "https://pictures.example.net/20.jpg", "Heron over <Earth>", nil, true),
            (
                .link, nil, "Drawing of a capsule in place of a picture of a Lark",
                "The picture is not shown here: this site only links to pictures under this licence.", true
            ),
            (
                .omit, nil, "Drawing of a capsule in place of a picture of a Lark",
                "The picture is left out: this site does not show pictures under this licence.", false
            ),
        ] as [(ImageRules.Treatment, String?, String, String?, Bool)])
    func theRuleForALicencesClassDecidesWhatIsShown(
        treatment: ImageRules.Treatment, src: String?, alt: String, withheld: String?, isLinked: Bool
    ) throws {
        let view = try view(20) { $0.treatments[.agencyTerms] = treatment }
        #expect(view["src"] == .optional(src))
        #expect(view["alt"]?.english == alt)
        #expect(view["withheld"]?.english == (withheld ?? ""))
        #expect((view["source"] != .null) == isLinked)
        #expect(view["credit"] == "NASA/\"A. N. Other\" & <script>alert(1)</script>")
        #expect(
            view["licence"] == [
                "name": "NASA Image and Media Guidelines", "link": "https://www.nasa.gov/nasa-brand-center/images-and-media/",
                "path": "credits/nasa-image-and-media-guidelines/", "stated": true,
            ])
    }

    @Test func aSiteWithoutPicturesSaysSoWhateverTheLicence() throws {
        let view = try view(50) { $0.delivery = .none }
        #expect(view["src"] == .null)
        #expect(view["withheld"]?.english == "The picture is left out: this site shows no pictures.")
    }

    @Test func aCopyIsShownFromTheSiteAsWideAndHighAsItIsElsewhereByItsCompleteAddress() throws {
        var settings = Sample.settings
        settings.images.delivery = .copy
        settings.images.treatments[.agencyTerms] = .copy
        var input = try Sample.input(settings: settings)
        input.pictures[20] = PictureCopy(
            original: .init(path: "pictures/20.png", width: 640, height: 480),
            thumbnail: .init(path: "pictures/20-small.png", width: 64, height: 48))
        let model = SiteModel(input)
        let image = try #require(model.catalogue.images[id: 20])
        let full = PictureView.make(image, of: "a Lark", silhouette: .capsule, model)
        #expect(["src", "is_copy", "width", "height", "withheld"].map { full[$0] } == ["pictures/20.png", true, 640, 480, .null])
        let small = PictureView.make(image, of: "a Lark", silhouette: .capsule, size: .thumbnail, model)
        #expect(["src", "is_copy", "width", "height"].map { small[$0] } == ["pictures/20-small.png", true, 64, 48])
        #expect(model.pictureAddress(of: image.id)?.shown == settings.baseURL + "pictures/20.png")
        input.pictures = [:]
        let missing = PictureView.make(image, of: "a Lark", silhouette: .capsule, SiteModel(input))
        #expect(missing["src"] == .null)
        #expect(missing["withheld"]?.english == "The picture is not shown here: there is no copy of it yet.")
    }

    @Test func aClassWithoutARuleIsLinkedAndNotShown() throws {
        #expect(
            try view(90) { $0.treatments[.unknown] = nil }["withheld"]?.english
                == "The picture is not shown here: this site only links to pictures under this licence.")
    }

    @Test func withoutAPictureNothingIsSaidOfALicence() throws {
        let view = try view(nil)
        #expect(view["withheld"]?.english == "No picture is recorded.")
        #expect(["src", "licence", "credit", "source", "report_link"].map { view[$0] } == Array(repeating: .null, count: 5))
    }

    @Test(
        arguments: [
            (10, nil, "Picture of a Lark", nil),
            (20, "Heron over <Earth>", "Heron over <Earth>", "NASA/\"A. N. Other\" & <script>alert(1)</script>"),
            (30, "Heron at the pad", "Heron at the pad", "ESA"),
        ] as [(Image.ID, String?, String, String?)])
    func aMadeUpTitleIsNoTitleAndACreditIsKeptWhole(image: Image.ID, title: String?, alt: String, credit: String?) throws {
        let view = try view(image)
        #expect(view["title"] == .optional(title))
        #expect(view["alt"]?.english == alt)
        #expect(view["credit"] == .optional(credit))
    }

    @Test(
        arguments: [
            (1, nil, "credits/not-stated/", false), (5, nil, "credits/cc0-1-0/", true), (7, nil, "credits/tass-image-use-policy/", true),
            (6, "http://creativecommons.org/licenses/by-nd/3.0/", "credits/cc-by-nd-3-0/", true),
            (9, nil, "credits/house-rules-terms/", true),
        ] as [(Licence.ID, String?, String, Bool)])
    func aLicenceLinksToItsTermsWhereThereIsAnAddress(licence: Licence.ID, link: String?, path: String, isStated: Bool) throws {
        let image = try #require(Sample.images.first { $0.licenceID == licence })
        guard case .object(let view) = try view(image.id)["licence"] else { throw Missing() }
        #expect(view["link"] == .optional(link))
        #expect(view["path"] == .text(path))
        #expect(view["stated"] == .bool(isStated))
    }

    @Test func aGalleryShowsTheReducedCopyOrThePictureWhereThereIsNone() throws {
        #expect(try view(20, size: .thumbnail)["src"] == "https://pictures.example.net/thumbnails/20.jpg")
        #expect(try view(20, size: .thumbnail)["caption"]?.english == "Reduced copy.")
        let model = SiteModel(try Sample.input { $0.images[1].thumbnailURL = "" })
        let bare = PictureView.make(model.catalogue.images[id: 20], of: "a Lark", silhouette: .capsule, size: .thumbnail, model)
        #expect(bare["src"] == "https://pictures.example.net/20.jpg")
        #expect(bare["caption"] == .null)
    }

    private struct Missing: Error {}
}
