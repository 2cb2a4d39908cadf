import SiteGenerator
import Support

/// The built-in files as they were when they were copied into a site folder, in its hidden folder `.built-in`. By them it can be told what a new
/// version of the command has changed in a file, and what the site has.
///
/// Whole files, as only they show the lines that changed; in the site folder, so that a copy or a clone of it has them. A file that is lost or
/// damaged only leaves the two sides of a difference together.
struct EjectedFiles {
    static let folder = ".built-in"

    let site: SiteFolder

    /// The file as it was. Nil when nothing is known of it, as for one that was copied by hand.
    func file(_ path: String) -> ThemeFiles.File? {
        let place = place(path)
        guard let builtIn = ThemeFiles.builtIn[path], site.files.kind(place) == .file else { return nil }
        do {
            let contents = Theme.File(path: builtIn.contents.path, bytes: try site.files.contents(place), origin: place)
            return ThemeFiles.File(path: path, contents: contents, isWords: builtIn.isWords)
        } catch {
            return nil
        }
    }

    /// Remembers the built-in files as they are now.
    ///
    /// - Throws: a ``Failure`` with status 73 when the disk refuses.
    func remember(_ paths: [String]) throws(Failure) {
        for builtIn in paths.compactMap({ ThemeFiles.builtIn[$0] }) {
            do throws(OutputError) {
                try AtomicFile.replace(place(builtIn.path), with: builtIn.bytes, elsewhere: "name another site folder with --site")
            } catch {
                throw Failure(error)
            }
        }
    }

    private func place(_ path: String) -> String { SiteFolder.join(site.path, "\(Self.folder)/\(path)") }
}

/// A site's own file beside the built-in one: what changed on which side since it was copied.
struct FileComparison {
    let own: ThemeFiles.File
    let builtIn: ThemeFiles.File
    /// The built-in file as it was copied. Nil when it is not known.
    let base: ThemeFiles.File?
}

extension FileComparison {
    private enum Sides {
        case same
        /// Nothing says which side changed.
        case unknown
        case own
        case builtIn
        case both
    }

    private var sides: Sides {
        if text(of: own) == text(of: builtIn) { return .same }
        guard let base = base.map(text) else { return .unknown }
        if text(of: own) == base { return .builtIn }
        return text(of: builtIn) == base ? .own : .both
    }

    /// What is to be said of the file in a list.
    var words: String {
        if own.bytes == builtIn.bytes { return "the same as the built-in file, so it can be removed" }
        let count = own.isWords ? WordsExcerpt(own.contents).count : 0
        let place = own.isWords ? "\(count) \(count == 1 ? "text" : "texts") before the built-in ones" : "in place of the built-in file"
        switch sides {
        case .same: return place + ", with the same words"
        case .unknown: return place
        case .own: return place + "; changed by you"
        case .builtIn: return place + "; new in the built-in file, not changed by you, so it can be removed"
        case .both: return place + "; new in the built-in file, and changed by you"
        }
    }

    /// The differences, in the form that `diff -u` writes. Where both sides have changed, each follows after a line that says whose it is.
    ///
    /// - Parameter onlyNew: whether only what is new in the built-in file is wanted. Nothing is known to be new without a base.
    func difference(in site: SiteFolder, onlyNew: Bool) -> [UInt8] {
        let (builtInName, ownName) = ("built-in/\(own.path)", SiteFolder.join(site.path, own.path))
        let copiedName = SiteFolder.join(site.path, "\(EjectedFiles.folder)/\(own.path)")
        func compare(_ old: ThemeFiles.File, _ oldName: String, _ new: ThemeFiles.File, _ newName: String) -> [UInt8] {
            UnifiedDiff(from: text(of: old), named: oldName, to: text(of: new), named: newName).bytes
        }
        guard let base else { return onlyNew ? [] : compare(builtIn, builtInName, own, ownName) }
        if sides == .own { return onlyNew ? [] : compare(builtIn, builtInName, own, ownName) }
        guard sides == .builtIn || sides == .both else { return [] }
        let news = compare(base, copiedName, builtIn, builtInName)
        if onlyNew { return news }
        return Self.headed("New in the built-in \(own.path) since it was copied", news)
            + Self.headed("Changed by you in \(own.path)", compare(base, copiedName, own, ownName))
    }

    private static func headed(_ head: String, _ difference: [UInt8]) -> [UInt8] {
        difference.isEmpty ? [] : Array((head + ":\n").utf8) + difference
    }

    /// The bytes to compare. Of words, the keys that the site has.
    private func text(of file: ThemeFiles.File) -> [UInt8] {
        guard own.isWords else { return file.bytes }
        return Array(WordsExcerpt(file.contents, keysOf: own.contents).text.utf8)
    }
}
