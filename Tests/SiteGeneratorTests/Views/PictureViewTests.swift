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

    private func variants(_ names: [String]) -> [Image.Variant] {
        names.enumerated().map { index, name in
            Image.Variant(id: .init(index + 1), typeID: 7, typeName: name, imageURL: "https://pictures.example.net/\(index + 1).png")
        }
    }

    @Test(
        arguments: [
            ([], "20.jpg", nil),
            (["Transparent for DARK background"], "20.jpg", "1.png"),
            (["transparent for light background", "transparent for dark background"], "1.png", "2.png"),
            // By dark the variant for a light ground could not be seen.
            (["transparent for light background"], "20.jpg", nil),
            (["Square", "", "dark", "transparent for dark background", "another for dark background"], "20.jpg", "4.png"),
        ] as [([String], String, String?)])
    func aVariantForAGroundIsOfferedOnItAndOtherTypesArePassedOver(types: [String], light: String, dark: String?) throws {
        let model = SiteModel(try Sample.input { $0.images[1].variants = variants(types) })
        let view = PictureView.make(model.catalogue.images[id: 20], of: "a Lark", silhouette: .capsule, isLogo: true, model)
        let root = "https://pictures.example.net/"
        #expect(view["src"] == .text(root + light))
        #expect(
            view["sources"]
                == .objects(
                    dark.map { [["is_dark": true, "type": .null, "files": [["src": .text(root + $0), "width": .null]]]] } ?? []))
        // Without one, a logo gets a light ground.
        #expect(view["is_logo"] == .bool(dark == nil))
        let card = PictureView.make(model.catalogue.images[id: 20], of: "a Lark", silhouette: .capsule, size: .thumbnail, model)
        #expect(card["src"] == .text(root + "thumbnails/20.jpg"))
        #expect(card["sources"] == view["sources"])
    }

    @Test(arguments: ["", "javascript:alert(1)", "http://pictures.example.net/1.png", "//x", "/etc/passwd"])
    func aVariantThatAPageMayNotLoadIsNotOffered(address: String) throws {
        let model = SiteModel(
            try Sample.input {
                $0.images[1].variants = [.init(id: 1, typeID: 2, typeName: "transparent for dark background", imageURL: address)]
            })
        let view = PictureView.make(model.catalogue.images[id: 20], of: "a Lark", silhouette: .capsule, model)
        #expect(view["src"] == "https://pictures.example.net/20.jpg")
        #expect(view["sources"] == .list([]))
    }

    @Test func ofAPictureThatIsNotShownNoVariantIs() throws {
        var settings = Sample.settings
        settings.images.treatments[.agencyTerms] = .link
        let input = try Sample.input({ $0.images[1].variants = variants(["transparent for dark background"]) }, settings: settings)
        let view = PictureView.make(
            input.catalogue.images[id: 20], of: "a Lark", silhouette: .capsule, SiteModel(input))
        #expect(view["sources"] == .list([]))
    }

    @Test func sizesOfACopyAreOfferedBeforeItThoseOfTheDarkVariantFirst() throws {
        var settings = Sample.settings
        settings.images.delivery = .copy
        settings.images.treatments[.agencyTerms] = .copy
        var input = try Sample.input(settings: settings)
        func file(_ name: String, sizes: [Int]) -> PictureCopy.File {
            .init(
                path: "pictures/\(name).png", width: 900, height: 600,
                sizes: sizes.map { .init(path: "pictures/\(name)-\($0).webp", width: $0, height: $0 * 2 / 3) })
        }
        input.pictures[20] = PictureCopy(
            original: file("20", sizes: [320, 900]), thumbnail: file("20-small", sizes: []), dark: file("20-dark", sizes: [480, 900]))
        let model = SiteModel(input)
        let view = PictureView.make(model.catalogue.images[id: 20], of: "a Lark", silhouette: .capsule, model)
        #expect(["src", "width", "height"].map { view[$0] } == ["pictures/20.png", 900, 600])
        #expect(
            view["sources"] == [
                [
                    "is_dark": true, "type": "image/webp",
                    "files": [
                        ["src": "pictures/20-dark-480.webp", "width": 480], ["src": "pictures/20-dark-900.webp", "width": 900],
                    ],
                ],
                ["is_dark": true, "type": .null, "files": [["src": "pictures/20-dark.png", "width": .null]]],
                [
                    "is_dark": false, "type": "image/webp",
                    "files": [["src": "pictures/20-320.webp", "width": 320], ["src": "pictures/20-900.webp", "width": 900]],
                ],
            ])
        // What a browser loads may be smaller than the picture, which its licence asks to be said.
        #expect(view["caption"]?.english == "Reduced copy.")
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
