import SiteGenerator
import Support

/// The operator's picture that stands for pages without one of their own when they are shared.
struct CardPicture {
    /// The path in `static/`, as the configuration has it. Nil when there is none.
    let name: String?
    let statics: StaticFiles

    /// - Throws: a ``Failure`` with status 78 when the picture is not there, or is none that other sites and programs show.
    func check(_ site: SiteFolder) throws(Failure) {
        guard let name else { return }
        let origin = SiteFolder.join(SiteFolder.join(site.path, StaticFiles.folder), name)
        guard let file = statics.files.first(where: { $0.path == name }) else {
            let near = NameSuggestion.nearest(to: name, among: statics.files.map(\.path))
            throw fault(
                site, "there is no file \(origin)",
                near.map { "Did you mean \"\($0)\"?" } ?? "Put a PNG or JPEG there, best of 1200 by 630 pixels, or remove the line.")
        }
        guard let header = PictureHeader(try statics.contents(of: file)), [.png, .jpeg].contains(header.format) else {
            throw fault(
                site, "\(origin) is no PNG and no JPEG, and many readers of such pictures take nothing else", "Save it as one of them.")
        }
    }

    private func fault(_ site: SiteFolder, _ what: String, _ remedy: String) -> Failure {
        Failure(.configuration, at: site.configurationPath, "images › card: \(what)", remedy: remedy)
    }
}
