import LaunchLibrary
import SiteGenerator
import TemplateEngine

/// `hangar data`: the view that a page's template gets, as JSON, for authors of themes.
public struct DataCommand: Sendable {
    public var site: String?
    /// `spacecraft/126-soyuz-tm-4/`
    public var page = ""

    public init() {}

    public func run(_ edge: Edge) throws(Failure) {
        let site = try SiteFolder(self.site, files: edge.files)
        guard let snapshot = try site.snapshot() else {
            throw Failure(.noInput, at: site.snapshotPath, "there is no snapshot yet", remedy: "Run 'hangar fetch' first.")
        }
        let (history, _) = try site.history()
        let generator: SiteGenerator
        do {
            generator = try SiteGenerator(
                SiteInput(
                    catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: snapshot.source, history: history,
                    settings: SiteSettings(site.configuration), theme: try site.theme(), about: try site.about()))
        } catch let error as Failure {
            throw error
        } catch let error as TemplateErrors {
            throw Failure(error)
        } catch {
            throw Failure(.badData, "\(error)")
        }
        guard let view = generator.view(at: page) else {
            let addresses = generator.files.map(\.address)
            let remedy =
                NameSuggestion.nearest(to: page, among: addresses).map { "Did you mean \"\($0)\"?" }
                ?? "Name a page, such as \"spacecraft/\"."
            throw Failure(.noInput, at: page, "no template makes a page of this address", remedy: remedy)
        }
        edge.console.writeOutput(view.json(pretty: true) + [UInt8(ascii: "\n")])
    }
}
