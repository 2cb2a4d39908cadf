import ArgumentParser
import LaunchLibrary
import SiteGenerator
import Support
import TemplateEngine

/// Prints the view for a page's template as JSON, for authors of themes.
public struct DataCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Prints the view that a page's template gets, as JSON.",
        discussion: "Of each list the first \(itemLimit) items are printed. Standard error says how many more there are.")

    /// The most items of one list that are printed without `--all`. They show what each item has.
    private static let itemLimit = 5

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp("The address of the page from the site's root, such as spacecraft/126-soyuz-tm-4/.", valueName: "page-path"))
    var page: String

    @Flag(help: "Prints all lists to their end.")
    var all = false

    public init() {}

    /// - Throws: a ``Failure`` with status 66 when the page does not exist.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let site = try site.folder(in: environment)
        let snapshot = try site.snapshot()
        let (history, warnings) = site.history(decoding: try site.historyBytes())
        for warning in warnings { environment.console.report(warning) }
        let content = try OwnContent(site)
        let theme = try site.loadedTheme(try site.ownTheme(), content)
        var memory = PictureMemory(now: environment.fetchClock.now())
        let prepared = site.prepared(
            from: snapshot, history: history, check: try site.checkBytes(), theme: theme.theme, pages: content.pages,
            pictures: try site.pictureCopies(snapshot.catalogue, &memory))
        let generator = SiteGenerator(prepared, theme)
        guard let view = generator.view(at: page) else { throw unknownPage(generator) }
        guard !all else { return try environment.console.writeOutput(view.json(pretty: true)) }
        var missing = 0
        try environment.console.writeOutput(view.shortened(to: Self.itemLimit, missing: &missing).json(pretty: true))
        guard missing > 0 else { return }
        environment.console.writeDiagnostic(
            Diagnostic(
                .note, at: page, "of each list the first \(Self.itemLimit) items are printed, and \(missing) more are left out",
                remedy: "--all prints them too."
            ).description)
    }

    private func unknownPage(_ generator: SiteGenerator) -> Failure {
        if generator.files.contains(where: { $0.address == page || $0.path == page }) {
            return Failure(.noInput, at: page, "no template makes this file", remedy: "Name a page, such as \"spacecraft/\".")
        }
        let addresses = generator.files.filter(\.isPage).map(\.address)
        let wanted = page.hasPrefix("/") ? String(page.dropFirst()) : page
        let remedy =
            NameSuggestion.nearest(to: wanted, among: addresses).map { "Did you mean \"\($0)\"?" }
            ?? "Name a page, such as \"spacecraft/\"."
        return Failure(.noInput, at: page, "there is no page at this address", remedy: remedy)
    }
}

extension TemplateValue {
    /// The value with the first items of each list, which templates can read like the whole.
    ///
    /// - Parameters:
    ///   - limit: the most items of a list.
    ///   - missing: counts the items that are left out.
    func shortened(to limit: Int, missing: inout Int) -> TemplateValue {
        switch self {
        case .list(let items):
            missing += max(0, items.count - limit)
            return .list(items.prefix(limit).map { $0.shortened(to: limit, missing: &missing) })
        case .object(let object):
            return .object(TemplateObject(object.pairs.map { ($0.0, $0.1.shortened(to: limit, missing: &missing)) }))
        default: return self
        }
    }
}
