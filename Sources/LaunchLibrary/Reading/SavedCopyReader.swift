import Catalogue
import Support

/// Reads saved copies: files and folders of files. Each file is a page of the API in one of the forms in which it can be saved.
public struct SavedCopyReader: Sendable {
    private let files: FileAccess

    public init(files: FileAccess = .disk) {
        self.files = files
    }

    /// Reads all the copies as one catalogue.
    ///
    /// - Throws: ``ReadingError`` with every problem of every file, or with the first place that cannot be read.
    public func read(_ locations: [Location]) throws(ReadingError) -> SourceCatalogue {
        var reader = RecordReader()
        var problems: [Fault] = []
        var copies = CopyFacts()
        for path in try paths(of: locations) {
            let bytes: [UInt8]
            do { bytes = try files.contents(path) } catch { throw .input(error) }
            problems += Self.read(bytes, path: path, into: &reader, &copies)
        }
        guard problems.isEmpty else { throw .data(DataProblems(problems)) }
        do {
            return try reader.finish(
                asOf: DataDate(copiesFetched: copies.fetched, newestUpload: reader.newestUpload),
                source: copies.source ?? APIRoot.production, mode: nil, largestCount: copies.largestCount)
        } catch {
            throw .data(error)
        }
    }

    /// The facts in the copies beside their records.
    private struct CopyFacts {
        var fetched: [Timestamp?] = []
        var source: String?
        var largestCount: Int?
    }

    /// The files that a reading of the locations reads, in the same order.
    ///
    /// - Throws: ``ReadingError`` with the first place that cannot be read.
    public func paths(of locations: [Location]) throws(ReadingError) -> [String] {
        var paths: [String] = []
        for location in locations {
            switch location {
            case .file(let path): paths.append(path)
            case .folder(let folder):
                do { paths += try copies(in: folder) } catch { throw .input(error) }
            case .api(let root):
                throw .input(
                    InputError(
                        place: ShownAddress.text(of: root), what: "an API cannot be read together with files",
                        remedy: "Name either one API or files"))
            }
        }
        return paths
    }

    /// The folder's copies in the byte order of their names. Other files do not count as copies, and subfolders are ignored.
    private func copies(in folder: String) throws(InputError) -> [String] {
        let names = try files.names(folder).filter { $0.hasSuffix(".json") || $0.hasSuffix(".txt") }
        let paths = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
            .filter { files.kind($0) == .file }
        guard !paths.isEmpty else {
            throw InputError(
                place: folder, what: "the folder holds no saved copies", remedy: "Put pages of the API into it, as *.json or *.txt")
        }
        return paths
    }

    private static func read(
        _ bytes: [UInt8], path: String, into reader: inout RecordReader, _ copies: inout CopyFacts
    ) -> [Fault] {
        let log = ProblemLog(source: path, remedy: "Correct the value, or save the page again")
        let saved: SavedText
        let document: JSONDocument
        do throws(SavedText.Failure) {
            saved = try SavedText(bytes)
        } catch {
            return [problem(error, path: path)]
        }
        do throws(InvalidJSON) {
            document = try JSONDocument(bytes, in: saved.json)
        } catch {
            let place = "\(path):\(TextPosition(of: error.offset, in: bytes))"
            return [Fault(place: place, what: "broken JSON: \(error.what)", remedy: "Save the page again, and all of it")]
        }
        guard let page = RecordPage(document, log: log) else { return log.problems }
        copies.fetched.append(saved.fetched)
        if let count = page.count { copies.largestCount = max(copies.largestCount ?? 0, count) }
        for (position, record) in page.records.enumerated() {
            let key = reader.read(record, at: page.path(ofRecord: position), log: log)
            if copies.source == nil, key != nil {
                let url = page.next ?? page.previous ?? record["url"]?.string
                copies.source = url.flatMap(APIRoot.root)
            }
        }
        return log.problems
    }

    private static func problem(_ failure: SavedText.Failure, path: String) -> Fault {
        switch failure {
        case .html:
            Fault(
                place: path, what: "this is an HTML page, not JSON",
                remedy: "Save the JSON instead: open the address with ?format=json, or copy the text of the page")
        case .noJSON:
            Fault(
                place: path, what: "no JSON in it: no line begins with '{' or '['",
                remedy: "Save the JSON: open the address with ?format=json")
        case .empty:
            Fault(place: path, what: "the file is empty", remedy: "Save the page again")
        }
    }
}

/// The reason why copies could not be read.
public enum ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A place does not exist or cannot be opened.
    case input(InputError)
    /// The content of the copies cannot be used.
    case data(DataProblems)

    public var description: String {
        switch self {
        case .input(let error): error.description
        case .data(let problems): problems.description
        }
    }
}

extension DataDate {
    /// The date of several copies together. When every copy has its fetch time, this is the oldest, so that it is true of all copies.
    /// Otherwise the copies are only known to be no older than the newest time that any of them mentions.
    fileprivate init(copiesFetched fetched: [Timestamp?], newestUpload: Timestamp?) {
        let known = fetched.compactMap(\.self)
        if known.count == fetched.count, let oldest = known.min() {
            self = .fetched(oldest)
        } else if let newest = (known + [newestUpload].compactMap(\.self)).max() {
            self = .notBefore(newest)
        } else {
            self = .unknown
        }
    }
}
