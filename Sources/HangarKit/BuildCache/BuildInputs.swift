import Catalogue
import LaunchLibrary
import Publishing
import SiteGenerator
import Support

/// Everything that a site is made of but the records, read once: what is built is what was hashed.
struct BuildInputs {
    let site: SiteFolder
    let history: [UInt8]
    /// The site's own templates and assets.
    let theme: Theme
    /// The operator's words for the page 'About'; nil if they have written none.
    let about: String?
    /// Nil when something cannot be compared with another build.
    private let digest: [UInt8]?

    init(_ site: SiteFolder, in environment: CommandEnvironment) throws(Failure) {
        // This comes first: a program that is replaced while it runs is not the one that builds.
        let program = environment.programIdentity()
        self.site = site
        history = try site.historyBytes()
        theme = try site.ownTheme()
        about = try site.ownAbout()
        let pictures = site.configuration.images.delivery == .copy ? try site.pictureStore.stored() : []
        var hash = BLAKE2b()
        hash.add(program ?? [])
        hash.add(site.configurationBytes)
        // It may have been given on the command line.
        hash.add(site.configuration.baseURL)
        hash.add(history)
        hash.add(theme.templates)
        hash.add(theme.assets)
        hash.add(about == nil ? 0 : 1)
        hash.add(about ?? "")
        let arePicturesKnown = hash.add(pictures, now: environment.fetchClock.now())
        digest = program != nil && arePicturesKnown ? hash.digest() : nil
    }

    /// A hash of all that decides what is in the files of the site: two builds with the same one write the same.
    ///
    /// The texts in it are not to be trusted. BLAKE2b is a hash for which nobody can find two inputs that collide.
    ///
    /// - Parameter records: the hash of the records' bytes.
    /// - Returns: nil when something cannot be compared with another build.
    func fingerprint(records: [UInt8]?) -> String? {
        guard let records, let digest else { return nil }
        var hash = BLAKE2b()
        hash.add(digest)
        hash.add(records)
        return hash.digest().hexadecimal
    }
}

extension BLAKE2b {
    fileprivate mutating func add(_ files: [Theme.File]) {
        add(files.count)
        for file in files {
            add(file.path)
            add(file.bytes)
        }
    }

    /// Hashes what the disk says of the pictures and not their bytes, because they are many and large.
    ///
    /// - Returns: false if that is not enough: a file that has just changed could change again without showing it. Clocks of disks go in
    ///   ticks of up to two seconds.
    fileprivate mutating func add(_ pictures: [PictureStore.StoredFile], now: Timestamp) -> Bool {
        add(pictures.count)
        for picture in pictures {
            add(picture.name)
            add(picture.state == nil ? 0 : 1)
            guard let state = picture.state else { continue }
            guard state.changed / 1_000_000_000 < now.secondsSince1970 - 2 else { return false }
            add(state)
        }
        return true
    }
}
