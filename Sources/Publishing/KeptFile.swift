import Support

/// Whether a file of the last build is kept, and the reason why it is not.
public enum KeptFile: String, Sendable, CaseIterable {
    case kept
    /// Nothing is known of the last build into the output, or another build came in between.
    case unknown
    /// The last build did not have the file.
    case new
    case otherInputs = "other_inputs"
    /// The file, or a precompressed one of it, is no longer as the last build left it.
    case touched
    /// The file is made by every build.
    case always
}

extension PublishTransaction {
    /// Takes a file of the published site with its precompressed files as it is, without a look at its bytes.
    ///
    /// - Parameter inputs: a hash of everything that the file is made from. Nil when it must be made by every build.
    /// - Returns: `.kept`, or the reason why the file must be made and added.
    /// - Throws: `.badPath` when the file has been added already.
    public func keep(_ path: String, kind: FileKind, inputs: UInt64?) throws(PublishError) -> KeptFile {
        guard let inputs else { return .always }
        guard let published, let known else { return .unknown }
        guard let position = published.owned.position(of: path) else { return .new }
        let file = known[position]
        guard file.inputs == inputs else { return .otherInputs }
        guard let state = file.state else { return .touched }
        let entry = SiteRegistry.Entry(kind: kind, size: state.size, comparison: .unchanged, inputs: inputs, state: state)
        if published.stamps.isEmpty {
            _ = try register(path, at: position, entry)
            return .kept
        }
        var entries = [(path, position, entry)]
        for encoding in ContentEncoding.allCases {
            let path = encoding.path(beside: path)
            guard let stamp = published.stamps[path], let position = published.owned.position(of: path) else { continue }
            guard let state = known[position].state else { return .touched }
            let entry = SiteRegistry.Entry(kind: kind, size: state.size, comparison: .unchanged, stamp: stamp, state: state)
            entries.append((path, position, entry))
        }
        for (path, position, entry) in entries { _ = try register(path, at: position, entry) }
        return .kept
    }
}
