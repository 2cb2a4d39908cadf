/// The list of the files in an output folder that Hangar wrote, kept in that folder. What it does not name belongs to others.
///
/// Plain text: `hangar-manifest 1`, then one path a line, sorted by their bytes. Before a publish moves anything the manifest names
/// both the old files and the new ones, and only the new ones at its end: so at every moment each file of Hangar's is named.
struct Manifest: Equatable {
    static let firstLine = "hangar-manifest 1"

    /// Sorted by bytes, each once.
    let paths: [String]

    init(sorted paths: [String]) { self.paths = paths }

    enum ParseError: Error, Equatable {
        /// Another format, or no manifest at all.
        case version(String)
        /// A line that no build can have written.
        case line(Int, String)
    }

    init(parsing bytes: UnsafeRawBufferPointer) throws(ParseError) {
        var paths: [String] = []
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            number += 1
            if number == 1 {
                guard line == Manifest.firstLine else { throw .version(line) }
            } else {
                guard SitePath.problem(with: line) == nil else { throw .line(number, line) }
                paths.append(line)
            }
            start = end + 1
        }
        guard number > 0 else { throw .version("") }
        self.paths = paths
    }

    /// The file's content.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(paths.reduce(Manifest.firstLine.utf8.count + 1) { $0 + $1.utf8.count + 1 })
        bytes.append(contentsOf: Manifest.firstLine.utf8)
        bytes.append(UInt8(ascii: "\n"))
        for path in paths {
            bytes.append(contentsOf: path.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
