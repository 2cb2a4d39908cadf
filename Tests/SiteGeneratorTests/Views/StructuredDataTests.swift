import Catalogue
import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct StructuredDataTests {
    private func graph(_ imageID: Image.ID?, breadcrumbs: [PageFrame.Breadcrumb] = []) throws -> String? {
        let site = ViewContext(try Sample.input())
        let frame = PageFrame(
            address: "x/", title: "", heading: "", description: "", breadcrumbs: breadcrumbs,
            picture: imageID.flatMap { site.model.catalogue.images[id: $0] })
        let graph = StructuredData.graph(frame, site)
        if graph == .null { return nil }
        return String(decoding: graph.json(pretty: false), as: UTF8.self).replacing(
            #"{"@context":"https://schema.org","@graph":["#, with: "")
    }

    @Test(
        arguments: [
            (nil, nil),
            (
                30,
                #"{"@type":"ImageObject","contentUrl":"https://pictures.example.net/30.jpg","name":"Heron at the pad","creditText":"ESA","#
                    + #""license":"https://creativecommons.org/licenses/by-sa/4.0/","#
                    + #""acquireLicensePage":"https://example.org/catalogue/credits/cc-by-sa-4-0/"}]}"#
            ),
            (10, #"{"@type":"ImageObject","contentUrl":"https://pictures.example.net/10.jpg"}]}"#),
            (
                90,
                #"{"@type":"ImageObject","contentUrl":"https://pictures.example.net/90.jpg","name":"House picture","#
                    + #""acquireLicensePage":"https://example.org/catalogue/credits/house-rules-terms/"}]}"#
            ), (70, nil), (96, nil),
        ] as [(Image.ID?, String?)])
    func ofAPictureThatIsShownNothingIsClaimedButWhatIsRecorded(image: Image.ID?, json: String?) throws {
        #expect(try graph(image) == json)
    }

    @Test func theHomePageIsTheSiteWithItsSearch() throws {
        let home = try #require(ViewContext(Sample.input()).view(HomeView.kind, ""))
        #expect(
            home["json_ld"]?.brief
                == #"""
                {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Register","description":"Craft of the sample, each with its record and its credits.",\#
                "url":"https://example.org/catalogue/","inLanguage":"en","potentialAction":{"@type":"SearchAction",\#
                "target":{"@type":"EntryPoint","urlTemplate":"https://example.org/catalogue/spacecraft/?search={search_term_string}"},\#
                "query-input":"required name=search_term_string"}}]}
                """#)
    }

    @Test func breadcrumbsBeginAtHomeAndEndOnThePageItself() throws {
        #expect(
            try graph(nil, breadcrumbs: [.init(name: "Craft", path: "spacecraft/"), .init(name: "This")])
                == #"""
                {"@type":"BreadcrumbList","itemListElement":[\#
                {"@type":"ListItem","position":1,"name":"The Register","item":"https://example.org/catalogue/"},\#
                {"@type":"ListItem","position":2,"name":"Craft","item":"https://example.org/catalogue/spacecraft/"},\#
                {"@type":"ListItem","position":3,"name":"This","item":"https://example.org/catalogue/x/"}]}]}
                """#)
    }
}
