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

extension StructuredDataTests {
    private func nodes(_ kind: PageKind, _ address: String, _ input: SiteInput) throws -> [TemplateObject] {
        try #require(ViewContext(input).view(kind, address)).part("json_ld")?.items("@graph") ?? []
    }

    @Test func aCraftIsAVehicleWithWhatTheSourceRecords() throws {
        let craft = try nodes(SpacecraftView.kind, "spacecraft/126-lark-tm-4/", Sample.input()).first { $0["model"] != nil }
        #expect(
            craft?.brief
                == #"""
                {"@type":["Vehicle","IndividualProduct"],"@id":"https://example.org/catalogue/spacecraft/126-lark-tm-4/#craft",\#
                "url":"https://example.org/catalogue/spacecraft/126-lark-tm-4/","name":"Lark TM-4",\#
                "identifier":{"@type":"PropertyValue","propertyID":"Launch Library 2, The Space Devs","value":"126"},\#
                "serialNumber":"11F732A51 #54","model":"Lark TM","category":"Capsule",\#
                "subjectOf":{"@type":"DataDownload","contentUrl":"https://example.org/catalogue/spacecraft/126-lark-tm-4/index.json",\#
                "encodingFormat":"application/json"}}
                """#)
    }

    @Test func theTypeOfACraftIsThatOfTheWordsOfALanguage() throws {
        let craft = try nodes(SpacecraftView.kind, "spacecraft/126-lark-tm-4/", Sample.input()).first { $0["model"] != nil }
        #expect(craft?["category"] == SourceNames.name("Capsule", of: EntityKey(.configurationType, 1)))
    }

    @Test func anAgencyIsAnOrganizationWithItsCountryAndWhatItIsPartOf() throws {
        let input = try Sample.input { contents in
            var profile = Agency.Profile()
            profile.foundingYear = 1958
            profile.parent = "Ministry"
            profile.countries = [Country(id: 1, name: "Norway", alpha2Code: "NO")]
            contents.agencies = contents.agencies.map { agency in
                var agency = agency
                if agency.id == 121 { agency.profile = profile }
                return agency
            }
        }
        let agency = try nodes(AgencyView.kind, "agencies/121-heronry/", input).first { $0.text("@type") == "Organization" }
        #expect(
            agency?.brief
                == #"""
                {"@type":"Organization","@id":"https://example.org/catalogue/agencies/121-heronry/#agency",\#
                "mainEntityOfPage":"https://example.org/catalogue/agencies/121-heronry/","name":"Heronry",\#
                "identifier":{"@type":"PropertyValue","propertyID":"Launch Library 2, The Space Devs","value":"121"},\#
                "alternateName":"Hry","foundingDate":"1958","address":[{"@type":"PostalAddress","addressCountry":"NO"}],\#
                "parentOrganization":{"@type":"Organization","name":"Ministry"}}
                """#)
    }

    @Test func thePageOfTheDownloadsIsADatasetOfItsFiles() throws {
        let data = try #require(nodes(DataView.kind, "data/", Sample.inputWithFlights()).first { $0.text("@type") == "Dataset" })
        #expect(data.text("license") == "https://example.org/catalogue/data/#terms")
        #expect(data.text("temporalCoverage") == "1966-11-28/..")
        #expect(data["dateModified"] == nil)
        #expect(
            data.items("distribution").map { "\($0.text("contentUrl")) \($0.text("encodingFormat"))" } == [
                "https://example.org/catalogue/data/spacecraft.json application/json",
                "https://example.org/catalogue/data/spacecraft.csv text/csv",
                "https://example.org/catalogue/data/configurations.json application/json",
                "https://example.org/catalogue/data/configurations.csv text/csv",
                "https://example.org/catalogue/data/flights.json application/json",
                "https://example.org/catalogue/data/flights.csv text/csv",
                "https://example.org/catalogue/data/spacecraft.sqlite application/vnd.sqlite3",
            ])
        #expect(
            data.items("variableMeasured").first?.brief
                == #"""
                {"@type":"PropertyValue","name":"time_in_space_seconds",\#
                "description":"time in space in seconds, in whole days or hours while it goes on; empty where it is not recorded",\#
                "unitCode":"SEC","unitText":"s"}
                """#)
    }

    /// The properties that schema.org (release 30.0) has for each type, as far as pages use them. `query-input` is its notation for the
    /// input of an action.
    private static let vocabulary: [String: Set<String>] = [
        "BreadcrumbList": ["itemListElement"], "ListItem": ["position", "name", "item"],
        "WebSite": ["name", "description", "url", "inLanguage", "potentialAction"], "WebPage": ["dateModified"],
        "SearchAction": ["target", "query-input"], "EntryPoint": ["urlTemplate"],
        "ImageObject": ["contentUrl", "name", "creditText", "license", "acquireLicensePage"],
        "Dataset": [
            "name", "description", "url", "license", "isAccessibleForFree", "inLanguage", "creditText", "isBasedOn", "creator",
            "temporalCoverage", "variableMeasured", "distribution",
        ],
        "DataDownload": ["name", "contentUrl", "encodingFormat"],
        "PropertyValue": ["name", "description", "unitCode", "unitText", "propertyID", "value"],
        "Organization": [
            "name", "url", "mainEntityOfPage", "identifier", "alternateName", "foundingDate", "address", "parentOrganization",
        ],
        "PostalAddress": ["addressCountry"],
        "Vehicle": ["name", "url", "identifier", "model", "category", "subjectOf"], "IndividualProduct": ["serialNumber"],
    ]

    @Test func allPagesUseTermsThatSchemaOrgHas() throws {
        var unknown: Set<String> = []
        var seen: Set<String> = []
        func read(_ value: TemplateValue) {
            switch value {
            case .list(let items): items.forEach(read)
            case .object(let object):
                let types =
                    object["@type"].map { type -> [String] in
                        if case .list(let types) = type { return types.map(\.english) }
                        return [type.english]
                    } ?? []
                seen.formUnion(types)
                let known = types.reduce(into: Set<String>()) { $0.formUnion(Self.vocabulary[$1] ?? []) }
                for (name, value) in object.pairs {
                    if name.text.first != "@", !known.contains(name.text) { unknown.insert("\(types).\(name.text)") }
                    read(value)
                }
            default: return
            }
        }
        let block = #/<script type="application\/ld\+json">(.*?)<\/script>/#.dotMatchesNewlines()
        for page in try Rendered(Sample.inputWithFlights()).pages {
            for match in page.html.matches(of: block) { read(try TemplateValue(json: Array(String(match.1).utf8))) }
        }
        #expect(unknown == [])
        #expect(seen == Set(Self.vocabulary.keys))
    }
}
