import Publishing
import Support

/// Compares a precompressed file (`index.html.gz`) with its source. A server sends either of them, so both must have the same content.
struct PrecompressedScanner {
    let site: SiteFiles
    let buffers: BufferPool

    /// Nil when `path` has no source in the site, so that it is an independent file.
    func scan(_ file: Int, _ path: String, _ opened: OpenFile) throws(Errno) -> FileFacts? {
        guard let (encoding, source) = ContentEncoding.split(path), site.contains(source) else { return nil }
        var facts = FileFacts(file: file)
        facts.bytes = opened.size
        // The file and its source are moved one after the other, and each is whole.
        if site.unsettled.contains(path) { return facts }
        // A missing source is reported when the source is scanned.
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
