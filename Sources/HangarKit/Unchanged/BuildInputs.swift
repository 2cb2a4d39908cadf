import Catalogue
import LaunchLibrary
import Publishing
import SiteGenerator

/// Everything that a site is made of but the records, read once: what is built is what was hashed.
struct BuildInputs {
    let site: SiteFolder
    let history: [UInt8]
    /// The site's own templates and assets.
    let theme: Theme
    /// The operator's words for the page 'About', nil where there are none.
    let about: String?
    /// The copies of pictures; empty where none are shown.
    private let pictures: [PictureStore.StoredFile]
    private let program: [UInt8]?
    private let now: Timestamp

    init(_ site: SiteFolder, _ edge: Edge) throws(Failure) {
        // First of all: a program that is replaced while it runs is not the one that builds.
        program = edge.programIdentity()
        now = edge.fetchClock.now()
        self.site = site
        history = try site.historyBytes()
        theme = try site.ownTheme()
        about = try site.ownAbout()
        pictures = site.configuration.images.delivery == .copy ? try site.pictureStore.stored() : []
    }

    /// A hash of all that decides what is in the files of the site: two builds with the same one write the same.
    ///
    /// Texts in it come from strangers. With BLAKE2b nobody can find two that are taken for each other.
    ///
    /// - Parameter records: the hash of the records' bytes.
    /// - Returns: nil where it is not known of something whether it is the same.
    func fingerprint(records: [UInt8]?) -> String? {
        guard let records, let program else { return nil }
        var hash = BLAKE2b()
        hash.add(program)
        hash.add(site.configurationBytes)
        // It may have been given on the command line.
        hash.add(site.configuration.baseURL)
        hash.add(records)
        hash.add(history)
        for files in [theme.templates, theme.assets] {
            hash.add(files.count)
            for file in files {
                hash.add(file.path)
                hash.add(file.bytes)
            }
        }
        hash.add(about == nil ? 0 : 1)
        hash.add(about ?? "")
        hash.add(pictures.count)
        for picture in pictures {
            hash.add(picture.name)
            hash.add(picture.state == nil ? 0 : 1)
            guard let state = picture.state else { continue }
            guard isSettled(state) else { return nil }
            hash.add(state)
        }
        return hash.digest().hexadecimal
    }

    /// A picture that has just been changed could be changed again without showing it: the clocks of disks go in ticks of up to two seconds.
    private func isSettled(_ state: FileState) -> Bool { state.changed / 1_000_000_000 < now.secondsSince1970 - 2 }
}
