import Catalogue
import LaunchLibrary
import SiteGenerator

extension SiteFolder {
    /// The site that a snapshot makes with what is in this folder.
    ///
    /// - Parameters:
    ///   - theme: the site's own files, which stand in the place of the default theme's.
    ///   - about: the operator's words for the page 'About'; without them, those that come with Hangar.
    /// - Throws: a ``Failure`` with status 65 that names every fault of the templates.
    func generator(
        for snapshot: Snapshot, history: [DatedChange], theme: Theme, about: String?, pictures: [Int: PictureCopy]
    ) throws(Failure) -> SiteGenerator {
        let input = SiteInput(
            catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: snapshot.source, history: history,
            settings: SiteSettings(configuration), theme: Theme.standard.overlaid(by: theme), about: about ?? DefaultAbout.html,
            pictures: pictures)
        do { return try SiteGenerator(input) } catch { throw Failure(error) }
    }
}
