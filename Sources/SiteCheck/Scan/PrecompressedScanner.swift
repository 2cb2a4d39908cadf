import Publishing
import Support

/// Compares a precompressed file (`index.html.gz`) with its source. A server sends one or the other, so both must say the same.
struct PrecompressedScanner {
    let site: SiteFiles
    let buffers: BufferPool

    /// Nil when `path` has no source in the site, but is a file of its own.
    func scan(_ file: Int, _ path: String, _ opened: OpenFile) throws(Errno) -> FileFacts? {
        guard let (encoding, source) = ContentEncoding.split(path), site.contains(source) else { return nil }
        var facts = FileFacts(file: file)
        facts.bytes = opened.size
        // It and its source are moved one after the other, and each is whole.
        if site.unsettled.contains(path) { return facts }
        // That the source is not there is reported where the source is scanned.
        guard let openedSource = try site.root.openPath(source) else { return facts }
        let isFaithful = try buffers.withContents(opened) { encoded throws(Errno) in
            try buffers.withContents(openedSource) { bytes throws(Errno) in
                buffers.withBuffer { encoding.decodes(encoded, to: bytes, buffer: $0) }
            }
        }
        if !isFaithful {
            facts.problems.append(
                .init(
                    file: path, line: 1, column: 1, what: "is not '\(source)' compressed, and a server may send it instead",
                    remedy: "Build the site again"))
        }
        return facts
    }
}
