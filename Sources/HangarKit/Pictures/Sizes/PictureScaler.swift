import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Makes smaller copies of pictures by `vipsthumbnail` of libvips, which need not be there.
///
/// libvips reads untrusted bytes, so it gets little: of its decoders only those that its makers test against malice, one thread, no code that
/// it writes while it runs, and a process of its own within bounds.
struct PictureScaler: Sendable {
    private let program: BoundedProgram

    static let programName = "vipsthumbnail"
    /// A picture of as many pixels needs most of the time and memory that is allowed.
    static let pixelLimit = 100_000_000
    private static let seconds = 60.0
    private static let memory: UInt = 2 << 30

    /// The quality of WebP: at 76, photographs of the register's kind look like their originals at twice the density of a screen.
    static let quality = 76

    /// Nil when no folder of the path has the program.
    ///
    /// - Parameters:
    ///   - path: the value of `PATH`.
    ///   - folder: a folder for files that are there while a picture is made.
    init?(path: String, folder: String, files: FileAccess) {
        // A relative folder would be another one from wherever this is run.
        let candidates = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { SiteFolder.join(String($0), Self.programName) }
        guard let found = candidates.first(where: { files.kind($0) == .file && access($0, X_OK) == 0 }) else { return nil }
        program = BoundedProgram(
            path: found,
            environment: [
                "PATH": path, "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1", "VIPS_NOVECTOR": "1", "VIPS_WARNING": "0",
            ], folder: folder)
    }

    /// The picture as WebP in a width, if that has fewer bytes than the picture itself.
    ///
    /// - Throws: why there is none: the picture is damaged, or the program does not do what it is asked for.
    func webP(_ picture: [UInt8], width: Int) throws(BoundedProgram.Refusal) -> [UInt8] {
        let made = try program.run(
            [
                // One that is cut off would be grey where it ends. All else that a picture says is taken out of the small ones, so their
                // colours must be those that a browser expects where nothing is said.
                "stdin[fail_on=truncated]", "--size", "\(width)x>", "--export-profile", "srgb",
                "-o", ".webp[Q=\(Self.quality),strip,profile=none]",
            ], input: picture, .init(seconds: Self.seconds, memory: Self.memory, output: picture.count - 1))
        guard let header = PictureHeader(made), header.format == .webp, header.width == width else {
            throw BoundedProgram.Refusal(what: "what it makes is no WebP of this width", isPassing: false)
        }
        return made
    }

    /// Tries the program on a picture that is in order.
    ///
    /// - Parameter canHold: whether it can be held to its bounds.
    /// - Throws: why it cannot be used. Otherwise each picture would seem to be at fault.
    func check(canHold: Bool = BoundedProgram.canHold) throws(BoundedProgram.Refusal) {
        guard canHold else {
            throw BoundedProgram.Refusal(what: "this system has no way to bound its time and memory", isPassing: true)
        }
        let answer = try program.run(["--vips-version"], input: [], .init(seconds: Self.seconds, memory: Self.memory, output: 1_000))
        let version = Self.version(in: String(decoding: answer, as: UTF8.self))
        guard let version, version >= Self.leastVersion else {
            let found = version.map { "it is of libvips \($0.0).\($0.1)" } ?? "it does not tell its version"
            let least = "\(Self.leastVersion.0).\(Self.leastVersion.1)"
            throw BoundedProgram.Refusal(
                what: "\(found), and those before \(least) keep no decoder from untrusted pictures", isPassing: true)
        }
        // A small picture may grow, so that it is padded with what follows its end and no decoder reads.
        _ = try webP(Self.sample + [UInt8](repeating: 0, count: 4_096), width: 4)
    }

    /// The first version that knows `VIPS_BLOCK_UNTRUSTED`. Earlier ones pass over it.
    private static let leastVersion = (8, 13)

    /// The first two numbers of `libvips 8.14.1`, or of `libvips 8.14.1-Tue Jan 17 15:40:00 UTC 2023`.
    private static func version(in answer: String) -> (Int, Int)? {
        guard let match = answer.prefixMatch(of: /libvips ([0-9]+)\.([0-9]+)/), let major = Int(match.1), let minor = Int(match.2) else {
            return nil
        }
        return (major, minor)
    }

    /// A PNG of 8 by 8 grey pixels.
    private static let sample: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00,
        0x00, 0x08, 0x08, 0x00, 0x00, 0x00, 0x00, 0xE1, 0x64, 0xE1, 0x57, 0x00, 0x00, 0x00, 0x10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63,
        0x3C, 0xC1, 0x00, 0x01, 0x4C, 0x0C, 0x14, 0x31, 0x00, 0x3A, 0x00, 0x00, 0xD8, 0x84, 0xC8, 0x0A, 0xE9, 0x00, 0x00, 0x00, 0x00, 0x49,
        0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
}
