import Catalogue
import LaunchLibrary
import Publishing
import SiteGenerator
import Support

/// All inputs of a site except the records. They are read once, so the hash and the build use the same bytes.
struct BuildInputs {
    let site: SiteFolder
    let history: [UInt8]
    /// The note of the last check.
    let check: [UInt8]?
    /// The site's own templates and assets.
    let theme: Theme
    /// The operator's texts.
    let content: OwnContent
    /// The files that are published as they are.
    let statics: StaticFiles
    private let staticsHash: [UInt8]?
    /// A hash of everything that all files of the site are made with: the program, the configuration, the theme, the words and the operator's
    /// pictures. Two builds with the same hash make the same file from the same records.
    ///
    /// The texts in it are untrusted. For BLAKE2b nobody can find two inputs that collide. Nil when an input cannot be compared with that of
    /// another build.
    let shared: String?

    init(_ site: SiteFolder, in environment: CommandEnvironment) throws(Failure) {
        // This comes first. If the program's file is replaced during the run, the new file is not the program that builds.
        let program = environment.programIdentity()
        self.site = site
        history = try site.historyBytes()
        check = try site.checkBytes()
        theme = try site.ownTheme()
        content = try OwnContent(site)
        let now = environment.fetchClock.now()
        statics = try StaticFiles(site)
        staticsHash = statics.statesHash(now: now)
        let pictures = site.configuration.images.delivery == .copy ? try site.pictureStore.stored() : []
        var hash = BLAKE2b()
        hash.add(program ?? [])
        hash.add(site.configurationBytes)
        hash.add(site.overrides.count)
        for override in site.overrides { hash.add("\(override.path.joined(separator: "."))=\(override.value)") }
        // The base URL may come from the command line.
        hash.add(site.configuration.baseURL)
        hash.add(theme.templates)
        hash.add(theme.words)
        hash.add(theme.assets)
        let arePicturesKnown = hash.add(pictures, now: now)
        shared = program != nil && arePicturesKnown ? hash.digest().hexadecimal : nil
    }

    /// A hash of everything that decides the content of the site's files. Two builds with the same hash write the same files.
    ///
    /// - Parameter records: the hash of the records' bytes.
    /// - Returns: nil when an input cannot be compared with that of another build.
    func all(records: [UInt8]?) -> String? {
        guard let records, let shared, let staticsHash else { return nil }
        var hash = BLAKE2b()
        hash.add(shared)
        hash.add(records)
        hash.add(history)
        hash.add(check ?? [])
        hash.add(staticsHash)
        hash.add(content.pages.count)
        for page in content.pages {
            hash.add(page.name)
            hash.add(page.texts.count)
            for (language, text) in page.texts.sorted(by: { $0.key < $1.key }) {
                hash.add(language)
                hash.add(text.form == .html ? 0 : 1)
                for part in [text.text, text.title, text.description] {
                    hash.add(part == nil ? 0 : 1)
                    hash.add(part ?? "")
                }
            }
        }
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

    /// Hashes the file states of the pictures, not their bytes, because pictures are many and large.
    ///
    /// - Returns: false if the file states are not reliable.
    fileprivate mutating func add(_ pictures: [PictureStore.StoredFile], now: Timestamp) -> Bool {
        add(pictures.count)
        for picture in pictures {
            add(picture.name)
            add(picture.state == nil ? 0 : 1)
            guard let state = picture.state else { continue }
            guard state.isSettled(now: now) else { return false }
            add(state)
        }
        return true
    }
}
