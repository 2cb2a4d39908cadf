import Support

extension Staging {
    /// Takes the compressed neighbours of a file as files of the site. One that is there already and that its stamp vouches for is not made anew.
    func addNeighbours(of path: String, _ bytes: UnsafeRawBufferPointer, kind: FileKind) throws(PublishError) {
        let encoders = compression.encoders(for: path, size: bytes.count)
        if encoders.isEmpty { return }
        let sourceHash = XXHash64.hash(bytes)
        for encoder in encoders {
            let neighbour = encoder.encoding.path(beside: path)
            if let entry = try publishedEntry(neighbour, kind: kind, by: encoder, sourceHash) {
                _ = try register(neighbour, entry)
            } else {
                try encodings.withBuffer(atLeast: bytes.count) { buffer throws(PublishError) in
                    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Compression.limit(for: bytes.count)])
                    guard let count = encoder.encode(bytes, into: room) else { return }
                    let encoded = UnsafeRawBufferPointer(rebasing: room[..<count])
                    try addFile(neighbour, encoded, kind: kind, stamp: encoder.stamp(sourceHash: sourceHash, encoded: encoded))
                }
            }
        }
    }

    /// The neighbour that is published, if it is what would be made now.
    private func publishedEntry(
        _ path: String, kind: FileKind, by encoder: Encoder, _ sourceHash: UInt64
    ) throws(PublishError) -> SiteRegistry.Entry? {
        guard let published, let stamp = published.stamps[path] else { return nil }
        return try PublishError.naming("\(location.place)/\(path)", "be compared") { () throws(Errno) in
            try published.withContents(path) { encoded, state in
                guard encoder.stamp(sourceHash: sourceHash, encoded: encoded) == stamp else { return nil }
                return entry(kind, encoded, .init(comparison: .unchanged, state: state), stamp: stamp)
            } ?? nil
        }
    }
}
