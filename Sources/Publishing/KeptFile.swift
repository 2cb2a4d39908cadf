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
        guard let file = known[path] else { return .new }
        guard file.inputs == inputs else { return .otherInputs }
        guard let state = file.state else { return .touched }
        var entries = [(path, SiteRegistry.Entry(kind: kind, size: state.size, comparison: .unchanged, inputs: inputs, state: state))]
        if !published.stamps.isEmpty {
            for precompressed in ContentEncoding.allCases.map({ $0.path(beside: path) }) {
                guard let stamp = published.stamps[precompressed] else { continue }
                guard let state = known[precompressed]?.state else { return .touched }
                entries.append(
                    (precompressed, SiteRegistry.Entry(kind: kind, size: state.size, comparison: .unchanged, stamp: stamp, state: state)))
            }
        }
        for (path, entry) in entries { _ = try register(path, entry) }
        return .kept
    }
}
