import PreviewServer
import Publishing
import SiteGenerator
import Support
import TemplateEngine

/// One state of a site, of which each file is made when it is asked for.
struct LiveSite: Sendable {
    let inputs: LiveInputs
    let generator: SiteGenerator
    private let statics: StaticFiles
    private let store: PictureStore
    /// The places of the generator's files in its list, by their paths.
    private let made: [String: Int]
    private let unchanged: [String: StaticFiles.File]
    /// The names of the copies of pictures in the site folder, by their paths.
    private let copies: [String: String]
    private let folders: Set<String>

    init(_ generator: SiteGenerator, _ inputs: LiveInputs, statics: StaticFiles, store: PictureStore, copies: [PictureCopy.File]) {
        self.generator = generator
        self.inputs = inputs
        self.statics = statics
        self.store = store
        made = Dictionary(generator.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        unchanged = Dictionary(statics.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        self.copies = Dictionary(copies.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
        var folders: Set<String> = [""]
        for path in [Array(made.keys), Array(unchanged.keys), Array(self.copies.keys)].joined() {
            var folder = FilePath.split(path).folder
            while folders.insert(folder).inserted { folder = FilePath.split(folder).folder }
        }
        self.folders = folders
    }

    var files: SiteFiles { SiteFiles { find($0.joined(separator: "/")) } }

    private func find(_ path: String) -> SiteFiles.Found {
        do throws(Failure) {
            if let place = made[path] { return .file(try render(generator.files[place])) }
            if let file = unchanged[path] { return .file(try statics.contents(of: file)) }
            if let name = copies[path] { return .file(try store.contents(of: name)) }
            return folders.contains(path) ? .folder : .nothing
        } catch {
            return .fault(error.text)
        }
    }

    private func render(_ file: SiteFile) throws(Failure) -> [UInt8] {
        var buffer = OutputBuffer()
        do throws(RenderError) { try generator.render(file, into: &buffer) } catch { throw Failure(error) }
        return buffer.bytes
    }
}

/// Everything that the files of a site are made from, to see what has changed.
struct LiveInputs: Sendable {
    let configuration: [UInt8]
    let theme: Theme
    let pages: [OwnPage]
    let history: [UInt8]
    let check: [UInt8]?
    let statics: [String: FileState?]
    let pictures: [PictureStore.StoredFile]
    /// The hash of the records.
    let records: [UInt8]

    enum Difference {
        case none
        /// Style sheets alone.
        case styles
        /// Templates and words alone.
        case templates
        case other
    }

    func difference(from last: LiveInputs) -> Difference {
        guard configuration == last.configuration, pages == last.pages, history == last.history, check == last.check,
            statics == last.statics, pictures == last.pictures,
            records == last.records, theme.assets.map(\.path) == last.theme.assets.map(\.path)
        else { return .other }
        let changed = zip(theme.assets, last.theme.assets).filter { $0 != $1 }
        guard theme.templates == last.theme.templates, theme.words == last.theme.words else { return changed.isEmpty ? .templates : .other }
        if changed.isEmpty { return .none }
        return changed.allSatisfy { $0.0.path.hasSuffix(".css") } ? .styles : .other
    }
}

extension Failure {
    /// All that is to be said of it.
    var text: String { diagnostics.map(\.description).joined(separator: "\n\n") }
}
