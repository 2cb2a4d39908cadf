import Support

extension Manifest {
    /// The manifest of an output folder and its bytes; nil when there is none.
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
                remedy: "Use the version of Hangar that wrote it, or remove it and build with --force")
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

    /// Puts the manifest in place in one atomic step, by way of the staging folder.
    ///
    /// It is the only file that is forced to the disk. A page lost in a power cut is written anew by the next build, which
    /// compares contents; without the manifest nobody could say any more whose a file is. Metadata operations keep their order on
    /// journaling file systems, so the folders need no wait of their own.
    static func write(_ bytes: [UInt8], from staging: Folder, to output: Folder) throws(Errno) {
        let name = "manifest"
        if try staging.status(name) != nil { try staging.removeFile(name) }
        try staging.createFile(name, bytes, durable: true)
        try staging.move(name, to: output, SitePath.manifest)
    }
}
