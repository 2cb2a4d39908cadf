import TemplateEngine

/// The template of each kind of page, and the shape of the view that it gets.
enum PageTemplates {
    /// Nil for what no template makes: JSON, CSV, assets.
    static func name(of content: SiteFile.Content) -> String? {
        switch content {
        case .home: "pages/home.html.mustache"
        case .spacecraft: "pages/spacecraft.html.mustache"
        case .spacecraftIndex: "pages/spacecraft-index.html.mustache"
        case .configurationIndex: "pages/configuration-index.html.mustache"
        case .configuration: "pages/configuration.html.mustache"
        case .agencyIndex: "pages/agency-index.html.mustache"
        case .agency: "pages/agency.html.mustache"
        case .familyIndex: "pages/family-index.html.mustache"
        case .family: "pages/family.html.mustache"
        case .statusIndex: "pages/status-index.html.mustache"
        case .status: "pages/status.html.mustache"
        case .typeIndex: "pages/type-index.html.mustache"
        case .type: "pages/type.html.mustache"
        case .credits: "pages/credits.html.mustache"
        case .licence: "pages/licence.html.mustache"
        case .records: "pages/records.html.mustache"
        case .changes: "pages/changes.html.mustache"
        case .about: "pages/about.html.mustache"
        case .data: "pages/data.html.mustache"
        case .notFound: "pages/not-found.html.mustache"
        case .redirect: "pages/redirect.html.mustache"
        case .atomFeed: "pages/feed.xml.mustache"
        case .sitemap: "pages/sitemap.xml.mustache"
        case .sitemapIndex: "pages/sitemap-index.xml.mustache"
        case .robots: "pages/robots.txt.mustache"
        case .jsonFeed, .download, .searchIndex, .asset: nil
        }
    }

    /// The shapes by which a theme is checked before anything is rendered.
    static func shapes(_ assets: Assets) -> [String: TemplateShape] {
        let outer: KeyValuePairs<FieldName, TemplateShape> = ["site": SiteView.shape, "assets": assets.shape]
        let framed: [(String, KeyValuePairs<FieldName, TemplateShape>)] = [
            ("home", HomeView.fields), ("spacecraft", SpacecraftView.fields), ("spacecraft-index", SpacecraftIndexView.fields),
            ("configuration-index", ConfigurationIndexView.fields), ("configuration", ConfigurationView.fields),
            ("agency-index", ListingViews.fields), ("agency", AgencyView.fields), ("family-index", ListingViews.fields),
            ("family", FamilyView.fields), ("status-index", ListingViews.fields), ("status", StatusView.fields),
            ("type-index", ListingViews.fields), ("type", TypeView.fields), ("credits", CreditsView.fields),
            ("licence", LicenceView.fields), ("records", RecordsView.fields), ("changes", ChangesPageView.fields),
            ("about", AboutView.fields), ("data", DataView.fields), ("not-found", NotFoundView.fields), ("redirect", RedirectView.fields),
        ]
        let plain: [(String, KeyValuePairs<FieldName, TemplateShape>)] = [
            ("feed.xml", AtomFeedView.fields), ("sitemap.xml", SitemapView.fields), ("sitemap-index.xml", SitemapView.indexFields),
            ("robots.txt", ["sitemap_url": .text]),
        ]
        return Dictionary(
            uniqueKeysWithValues: framed.map { ("pages/\($0.0).html.mustache", shape(outer, PageFrame.fields, $0.1)) }
                + plain.map { ("pages/\($0.0).mustache", shape(outer, $0.1)) })
    }

    private static func shape(_ parts: KeyValuePairs<FieldName, TemplateShape>...) -> TemplateShape {
        .object(parts.flatMap { part in part.map { ($0.key, $0.value) } })
    }
}
