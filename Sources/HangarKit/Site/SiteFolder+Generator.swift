import Catalogue
import LaunchLibrary
import SiteGenerator

extension SiteFolder {
    /// The site that a snapshot makes with what is in this folder.
    ///
    /// - Throws: a ``Failure`` with status 65 that names every fault of the templates, or 66 for a file that cannot be read.
    func generator(for snapshot: Snapshot, history: [DatedChange], pictures: [Int: PictureCopy] = [:]) throws(Failure) -> SiteGenerator {
        let input = SiteInput(
            catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: snapshot.source, history: history,
            settings: SiteSettings(configuration), theme: try theme(), about: try about(), pictures: pictures)
        do { return try SiteGenerator(input) } catch { throw Failure(error) }
    }
}
