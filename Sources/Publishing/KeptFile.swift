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
    /// - Throws: `.cannotWrite` when the disk refuses.
    public func keep(_ path: String, kind: FileKind, inputs: UInt64?) throws(PublishError) -> KeptFile {
        guard let inputs else { return .always }
        guard let published, let known else { return .unknown }
        guard let file = known[path] else { return .new }
        guard file.inputs == inputs else { return .otherInputs }
        let (folder, name) = FilePath.split(path)
        let encodings = published.stamps.isEmpty ? [] : ContentEncoding.allCases.filter { published.stamps[$0.path(beside: path)] != nil }
        let states = try PublishError.naming("\(location.place)/\(path)", "be compared") { () throws(Errno) in
            try published.states(of: [name] + encodings.map { $0.path(beside: name) }, in: folder)
        }
        guard let states, states[0].hash == file.state else { return .touched }
        var entries = [
            (path, SiteRegistry.Entry(kind: kind, size: states[0].size, comparison: .unchanged, inputs: inputs, state: states[0]))
        ]
        for (encoding, state) in zip(encodings, states.dropFirst()) {
            let precompressed = encoding.path(beside: path)
            guard known[precompressed]?.state == state.hash else { return .touched }
            let stamp = published.stamps[precompressed]
            entries.append(
                (precompressed, SiteRegistry.Entry(kind: kind, size: state.size, comparison: .unchanged, stamp: stamp, state: state)))
        }
        for (path, entry) in entries { _ = try register(path, entry) }
        return .kept
    }
}
