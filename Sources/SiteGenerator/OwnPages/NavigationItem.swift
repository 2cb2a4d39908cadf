import TemplateEngine

/// An entry of the navigation at the head of each page.
public enum NavigationItem: Sendable, Equatable {
    /// A page of the site: one of the ``SitePart``s, or one of the operator's own, by its name.
    ///
    /// - Parameter label: what it is called there. Nil for what the page is called.
    case page(String, label: LocalizedText?)
    /// A page of another site.
    case link(String, label: LocalizedText)
}

/// The pages of the theme that lead to all others.
public enum SitePart: String, Sendable, CaseIterable {
    case spacecraft
    case configurations
    case agencies
    case families
    case records
    case credits
    case types
    case statuses
    case compare
    case changes
    case data
    case about

    /// The navigation of a site that says nothing of it.
    public static let standardNavigation: [SitePart] = [.spacecraft, .configurations, .agencies, .families, .records, .credits]

    var address: String { rawValue + "/" }

    /// The entry of the navigation for the pages of the part. Nil for a part that the navigation does not have by itself.
    var section: SitePart? { Self.standardNavigation.contains(self) ? self : nil }

    var breadcrumb: PageFrame.Breadcrumb { .init(name: name, path: address) }

    var name: TemplateValue {
        switch self {
        case .compare: .message("compare.heading")
        case .changes: .message("changes.heading")
        case .about: .message("about.name")
        case .spacecraft, .configurations, .agencies, .families, .records, .credits, .types, .statuses, .data:
            .message("sections.name", ["section": .text(rawValue)])
        }
    }
}

/// The navigation of a site in one language.
struct Navigation: Sendable {
    struct Item: Sendable {
        let name: TemplateValue
        /// The address from the root of the language, or that of another site.
        let address: String
        let isOutside: Bool
    }

    let items: [Item]
    /// The operator's own pages that the navigation does not have.
    let others: [Item]

    static let shape: TemplateShape = ["name": .text, "path": .text, "url": .text, "current": .bool]
    private static let layout = ObjectLayout(shape)

    init(_ model: SiteModel) {
        let settings = model.settings
        let own = OwnAddresses(model)
        let entries = settings.navigation ?? SitePart.standardNavigation.map { .page($0.rawValue, label: nil) }
        items = entries.compactMap { entry in
            switch entry {
            case .page(let name, let label):
                let label = label.map { TemplateValue.text($0.text(in: settings.language, of: model.languages)) }
                if let part = SitePart(rawValue: name) { return Item(name: label ?? part.name, address: part.address, isOutside: false) }
                // A page of one's own need not be there in each language.
                guard let title = own.titles[name] else { return nil }
                return Item(name: label ?? .text(title), address: name + "/", isOutside: false)
            case .link(let url, let label):
                return Item(name: .text(label.text(in: settings.language, of: model.languages)), address: url, isOutside: true)
            }
        }
        let shown = Set(items.map(\.address))
        others = own.names.compactMap { name in
            shown.contains(name + "/") ? nil : own.titles[name].map { Item(name: .text($0), address: name + "/", isOutside: false) }
        }
    }

    /// - Parameter current: the address of the entry to which a page belongs.
    func view(current: String?) -> TemplateValue {
        .list(
            items.map { item in
                .object(
                    TemplateObject(
                        Self.layout,
                        [
                            item.name, item.isOutside ? .null : .text(item.address), item.isOutside ? .text(item.address) : .null,
                            .bool(item.address == current && !item.isOutside),
                        ]
                    ).shared())
            })
    }

    var othersView: TemplateValue { .list(others.map { .object(LinkView.make($0.name, $0.address).shared()) }) }
}

/// The titles of the operator's own pages in one language.
private struct OwnAddresses {
    /// In the order of the names of the pages.
    let names: [String]
    let titles: [String: String]

    init(_ model: SiteModel) {
        let settings = model.settings
        var titles = Dictionary(
            settings.pages.map { ($0.name, $0.title.text(in: settings.language, of: model.languages)) }, uniquingKeysWith: { $1 })
        for page in model.ownTexts.pages { titles[page.name] = model.ownText(of: page.name)?.title }
        self.titles = titles
        names = titles.keys.sorted()
    }
}
