import SiteGenerator
import Support
import YAML

/// A page of the configuration that a template of the site makes, with its place.
struct ConfiguredPage: Sendable, Equatable {
    var page: TemplatePage
    /// `hangar.yml:12:3`
    var place: String
}

/// An entry of the navigation in the configuration, with its place.
struct ConfiguredNavigationItem: Sendable, Equatable {
    var item: NavigationItem
    var place: String
}

extension ConfigurationSchema.Value<SiteConfiguration> {
    /// Pages by the names of their templates, each with its title.
    static var pages: Self {
        Self(listed: \.pages) { given, more in
            (given.filter { page in !more.contains { $0.page.name == page.page.name } } + more).sorted { $0.page.name < $1.page.name }
        } show: { pages in
            pages.isEmpty ? nil : "{" + pages.map { "\($0.page.name): \(PageSettings.yaml($0.page))" }.joined(separator: ", ") + "}"
        } read: { node, problems in
            guard let pairs = node.node.mapping else {
                problems.append(node.mismatch("names of pages with their titles, such as {timeline: Timeline}"))
                return nil
            }
            let pages = pairs.compactMap { key, value in PageSettings.page(node.inner(key), node.inner(value, key), &problems) }
            return pages
        }
    }

    /// A list of pages and links.
    static var navigation: Self {
        Self(listed: \.navigation) { items in
            let entries = items.map { $0.map { PageSettings.yaml($0.item) } } ?? SitePart.standardNavigation.map(\.rawValue)
            return "[" + entries.joined(separator: ", ") + "]"
        } read: { node, problems in
            guard let items = node.node.sequence else {
                problems.append(node.mismatch("a list such as [spacecraft, families, contact]"))
                return nil
            }
            return items.compactMap { PageSettings.item(node.inner($0), &problems) }
        }
    }
}

/// Reads and shows the pages and the navigation of a configuration.
private enum PageSettings {
    /// What a page may have.
    private static let keys = ["title", "description", "template", "select"]

    private static func pageName(_ node: YAMLNode, _ problems: inout [Diagnostic]) -> String? {
        guard let name = node.text, name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            problems.append(
                node.mismatch("a name of small letters a to z, digits and hyphens, as its template and its address have it"))
            return nil
        }
        return name
    }

    static func page(_ key: YAMLNode, _ value: YAMLNode, _ problems: inout [Diagnostic]) -> ConfiguredPage? {
        guard let name = pageName(key, &problems) else { return nil }
        let (title, description) = value.member("title").map { ($0, value.member("description")) } ?? (value, nil)
        if value.member("title") != nil {
            for unknown in value.members where !keys.contains(unknown.text ?? "") {
                problems.append(unknown.mismatch(keys.dropLast().joined(separator: ", ") + " or \(keys[keys.count - 1])"))
                return nil
            }
        }
        guard let title = LocalizedText.read(title, &problems) else { return nil }
        var page = TemplatePage(name, title: title)
        if value.member("title") != nil {
            if let template = value.member("template") {
                guard let name = pageName(template, &problems) else { return nil }
                page.template = name
            }
            if let select = value.member("select") {
                guard let selection = SelectionSetting.read(select, &problems) else { return nil }
                page.selection = selection
            }
        }
        if let description {
            guard let text = LocalizedText.read(description, &problems) else { return nil }
            page.description = text
        }
        return ConfiguredPage(page: page, place: key.place)
    }

    static func item(_ node: YAMLNode, _ problems: inout [Diagnostic]) -> ConfiguredNavigationItem? {
        let expected = "the name of a page, or {name: …, url: https://…}"
        if let name = node.text {
            guard !name.isEmpty else {
                problems.append(node.mismatch(expected))
                return nil
            }
            return ConfiguredNavigationItem(item: .page(name, label: nil), place: node.place)
        }
        let (page, url) = (node.member("page"), node.member("url"))
        guard (page == nil) != (url == nil), node.members.allSatisfy({ ["page", "url", "name"].contains($0.text) }) else {
            problems.append(node.mismatch(expected))
            return nil
        }
        var label: LocalizedText?
        if let name = node.member("name") {
            guard let text = LocalizedText.read(name, &problems) else { return nil }
            label = text
        }
        if let page {
            guard let name = page.text, !name.isEmpty else {
                problems.append(page.mismatch("the name of a page"))
                return nil
            }
            return ConfiguredNavigationItem(item: .page(name, label: label), place: node.place)
        }
        guard let url, let address = url.text, address.hasPrefix("https://"), ConfiguredAddress.isComplete(address) else {
            if let url { problems.append(url.addressMismatch("an address that begins with https://")) }
            return nil
        }
        guard let label else {
            problems.append(node.mismatch("a name beside the url, which the link shows"))
            return nil
        }
        return ConfiguredNavigationItem(item: .link(address, label: label), place: node.place)
    }

    // MARK: As YAML on one line

    static func yaml(_ page: TemplatePage) -> String {
        let more =
            [
                page.description.map { "description: \($0.yaml)" }, page.template == page.name ? nil : "template: \(page.template)",
                page.selection.isEmpty ? nil : "select: \(SelectionSetting.yaml(page.selection))",
            ].compactMap(\.self)
        return more.isEmpty ? page.title.yaml : "{title: \(page.title.yaml), \(more.joined(separator: ", "))}"
    }

    static func yaml(_ item: NavigationItem) -> String {
        switch item {
        case .page(let name, nil): name
        case .page(let name, let label?): "{page: \(name), name: \(label.yaml)}"
        case .link(let url, let label): "{name: \(label.yaml), url: \"\(url)\"}"
        }
    }
}

extension YAMLNode {
    /// A node inside this one.
    func inner(_ node: Node, _ key: Node? = nil) -> YAMLNode {
        YAMLNode(node: node, file: file, path: path + [key?.scalar].compactMap(\.self))
    }

    /// The keys of a mapping.
    var members: [YAMLNode] { (node.mapping ?? []).map { inner($0.key) } }

    /// The value of a key of a mapping, if it has one.
    func member(_ name: String) -> YAMLNode? {
        node.mapping?.first { $0.key.scalar == name && !$0.value.isNull }.map { inner($0.value, $0.key) }
    }
}
