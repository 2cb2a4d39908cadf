extension Staging {
    /// Takes the compressed neighbours of a file as files of the site. One that is there already and that its stamp vouches for is not made anew.
    func addNeighbours(of path: String, _ bytes: UnsafeRawBufferPointer, kind: FileKind) throws(PublishError) {
        let encoders = compression.encoders(for: path, size: bytes.count)
        if encoders.isEmpty { return }
        let sourceHash = XXHash64.hash(bytes)
        for encoder in encoders {
            let neighbour = encoder.encoding.path(beside: path)
            if let size = try publishedSize(of: neighbour, by: encoder, sourceHash) {
                let stamp = published?.stamps[neighbour]
                _ = try register(neighbour, .init(kind: kind, size: size, comparison: .unchanged, stamp: stamp))
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

    /// The size of the neighbour that is published, if it is what would be made now.
    private func publishedSize(of path: String, by encoder: Encoder, _ sourceHash: UInt64) throws(PublishError) -> Int? {
        guard let published, let stamp = published.stamps[path] else { return nil }
        return try PublishError.naming("\(location.place)/\(path)", "be compared") { () throws(Errno) in
            try published.withContents(path) { encoded in
                encoder.stamp(sourceHash: sourceHash, encoded: encoded) == stamp ? encoded.count : nil
            } ?? nil
        }
    }
}
