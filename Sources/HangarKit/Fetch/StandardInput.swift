import Support

/// Standard input as a saved copy: the location `-`.
enum StandardInput {
    /// Messages name it by this.
    private static let place = "standard input"

    /// The locations without `-`, and an environment in which a file with the name in its place has the bytes of standard input.
    ///
    /// - Throws: a ``Failure`` with status 66 when standard input cannot be read.
    static func resolving(
        _ locations: [String], in environment: CommandEnvironment
    ) throws(Failure) -> (locations: [String], environment: CommandEnvironment) {
        guard locations.contains("-") else { return (locations, environment) }
        var bytes: [UInt8] = []
        while true {
            let piece = try environment.readInput()
            guard !piece.isEmpty else { break }
            bytes += piece
        }
        let (input, files) = (bytes, environment.files)
        var reading = environment
        reading.files.kind = { $0 == place ? .file : files.kind($0) }
        reading.files.contents = { (path) throws(InputError) in path == place ? input : try files.contents(path) }
        return (locations.map { $0 == "-" ? place : $0 }, reading)
    }
}
