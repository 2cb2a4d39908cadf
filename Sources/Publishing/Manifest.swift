import Support

/// The list of the files in an output folder that builds wrote. The folder contains the list. Files that it does not name belong to others.
///
/// The manifest is plain text: `hangar-manifest 1`, then one path a line, sorted by their bytes. The path of a precompressed file is
/// followed by a tab and its stamp (see `Encoder`) in 16 hexadecimal digits. Before a publish moves anything, the manifest names both the
/// old files and the new ones. At its end it names only the new ones. Each file of a build is therefore named at every moment. Until the
/// end a tab and `?` follow each unsettled path.
package struct Manifest: Equatable {
    static let firstLine = "hangar-manifest 1"

    /// The paths, sorted by bytes. Each occurs once.
    package let paths: [String]
    /// The stamps of the precompressed files, by path.
    let stamps: [String: UInt64]
    /// The files that may be missing or belong to either site, because a publish has begun and not ended. These are the files of only one
    /// of the two sites, and the precompressed files that change. Files that an earlier unfinished publish left unsettled are included too.
    package let unsettled: Set<String>

    init(sorted paths: [String], stamps: [String: UInt64] = [:], unsettled: Set<String> = []) {
        self.paths = paths
        self.stamps = stamps
        self.unsettled = unsettled
    }

    enum ParseError: Error, Equatable {
        /// Another format, or no manifest at all.
        case version(String)
        /// A line that no build can have written.
        case line(Int, String)
    }

    init(parsing bytes: UnsafeRawBufferPointer) throws(ParseError) {
        var paths: [String] = []
        var stamps: [String: UInt64] = [:]
        var unsettled: Set<String> = []
        var start = 0
        var number = 0
        while start < bytes.count {
            let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let isUnsettled = number > 0 && bytes[start..<lineEnd].suffix(Manifest.mark.count).elementsEqual(Manifest.mark)
            let end = isUnsettled ? lineEnd - Manifest.mark.count : lineEnd
            let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
            let path = String(decoding: bytes[start..<tab], as: UTF8.self)
            number += 1
            if number == 1 {
                guard path == Manifest.firstLine, tab == end else { throw .version(String(decoding: bytes[start..<end], as: UTF8.self)) }
            } else {
                let stamp = tab < end ? Manifest.stamp(bytes[(tab + 1)..<end]) : nil
                guard SitePath.problem(with: path) == nil, tab == end || stamp != nil else {
                    throw .line(number, String(decoding: bytes[start..<end], as: UTF8.self))
                }
                paths.append(path)
                stamps[path] = stamp
                if isUnsettled { unsettled.insert(path) }
            }
            start = lineEnd + 1
        }
        guard number > 0 else { throw .version("") }
        self.init(sorted: paths, stamps: stamps, unsettled: unsettled)
    }

    private static let mark = Array("\t?".utf8)
    private static let stampDigits = 16

    private static func stamp(_ text: Slice<UnsafeRawBufferPointer>) -> UInt64? {
        text.count == stampDigits ? UInt64(String(decoding: text, as: UTF8.self), radix: 16) : nil
    }

    private static func text(_ stamp: UInt64) -> String {
        let digits = String(stamp, radix: 16)
        return String(repeating: "0", count: stampDigits - digits.count) + digits
    }

    /// The file's content.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            paths.reduce(Manifest.firstLine.utf8.count + 1) { $0 + $1.utf8.count + 1 } + stamps.count * (Manifest.stampDigits + 1)
                + unsettled.count * Manifest.mark.count)
        bytes.append(contentsOf: Manifest.firstLine.utf8)
        bytes.append(UInt8(ascii: "\n"))
        for path in paths {
            bytes.append(contentsOf: path.utf8)
            if let stamp = stamps[path] {
                bytes.append(UInt8(ascii: "\t"))
                bytes.append(contentsOf: Manifest.text(stamp).utf8)
            }
            if unsettled.contains(path) { bytes.append(contentsOf: Manifest.mark) }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

extension Manifest {
    /// The manifest of an output folder and its bytes. Nil when there is none.
    package static func read(in output: Folder, at place: String) throws(PublishError) -> (manifest: Manifest, bytes: [UInt8])? {
        let path = "\(place)/\(SitePath.manifest)"
        let bytes: [UInt8]
        do throws(Errno) {
            guard let file = try output.open(SitePath.manifest) else { return nil }
            bytes = try file.contents()
        } catch {
            throw PublishError(.cannotWrite, at: path, "cannot be read: \(error.words)", remedy: error.remedy)
        }
        do throws(ParseError) {
            return (try parse(bytes), bytes)
        } catch {
            let problem =
                switch error {
                case .version(let line): "begins with '\(line.prefix(40))', not with '\(firstLine)'"
                case .line(let number, let line): "line \(number) is no path of a site: '\(line.prefix(80))'"
                }
            throw PublishError(
                .foreign, at: path, problem,
                remedy: "Use the version of the program that wrote it, or remove it and build with --force")
        }
    }

    static func parse(_ bytes: [UInt8]) throws(ParseError) -> Manifest {
        var failure: ParseError?
        let manifest = bytes.withUnsafeBytes { bytes -> Manifest in
            do throws(ParseError) {
                return try Manifest(parsing: bytes)
            } catch {
                failure = error
                return Manifest(sorted: [])
            }
        }
        if let failure { throw failure }
        return manifest
    }

    /// Puts the manifest in place in one atomic step, through the staging folder.
    ///
    /// It is the only file that is forced to the disk. The next build compares contents, so it writes a page again that was lost in a power
    /// cut. Without the manifest no one could say any more whose file is whose. Journaling file systems keep the order of metadata
    /// operations, so the folders need no wait of their own.
    static func write(_ bytes: [UInt8], from staging: Folder, to output: Folder) throws(Errno) {
        let name = "manifest"
        if try staging.status(name) != nil { try staging.removeFile(name) }
        try staging.createFile(name, bytes, durable: true)
        try staging.move(name, to: output, SitePath.manifest)
    }
}

/// The rules for a file's address inside the site, as used on disk and in the manifest: `spacecraft/126-soyuz-tm-4/index.html`.
package enum SitePath {
    /// The names at the top of the output folder that are reserved for publishing.
    static let manifest = ".hangar-manifest"
    package static let innerStaging = ".hangar-staging"
    /// The home page.
    static let home = "index.html"

    /// The reason why `path` may not be published. Nil when it may.
    package static func problem(with path: String) -> String? {
        if path.isEmpty { return "an empty path" }
        var segmentLength = 0
        var dots = 0
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                if let problem = problem(segmentLength: segmentLength, dots: dots) { return problem }
                segmentLength = 0
                dots = 0
                continue
            case 0..<0x20, 0x7F:
                // The manifest has one path a line, and servers do not serve such a name well.
                return "a control character in the path"
            case UInt8(ascii: "."):
                dots += 1
            default:
                break
            }
            segmentLength += 1
        }
        if let problem = problem(segmentLength: segmentLength, dots: dots) { return problem }
        guard path.utf8.first == UInt8(ascii: ".") else { return nil }
        let first = path.prefix { $0 != "/" }
        if first == manifest || first == innerStaging { return "a name that is kept for publishing" }
        return nil
    }

    private static func problem(segmentLength: Int, dots: Int) -> String? {
        if segmentLength == 0 { return "an absolute path, or an empty segment in it" }
        if segmentLength == dots, dots <= 2 { return "a segment '.' or '..' in the path" }
        if segmentLength > 255 { return "a segment of more than 255 bytes" }
        return nil
    }
}
