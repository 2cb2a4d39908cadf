import Catalogue
import Foundation
import HangarKit
import TestSupport
import Testing

/// A site that was built once, and the actions of its next builds.
struct Rebuild {
    let folder: TemporaryFolder
    var program: [UInt8]? = Array("this program".utf8)
    var from: [String] = []
    var baseURL: String?

    /// The note of a build that knew, without examining a page, that it had nothing to do.
    static let note = "hangar: note: ~/public: nothing has changed since the last build, so nothing was rendered"

    /// Builds with verbose output. The build is long after all files were made, so that the times of the files prove their age.
    func build(remembering: Bool = true, to output: String = "public") async -> Outcome {
        let later = Timestamp(secondsSince1970: 4_102_444_800)
        let terminal = Terminal(
            verbosity: .verbose, now: later, program: program, cache: remembering ? folder("cache") : nil, folder: folder)
        return await terminal.run(
            BuildCommand.self,
            ["--site", folder("site"), "--output", folder(output)] + Terminal.from(from.map { folder($0) })
                + (baseURL.map { ["--base-url", $0] } ?? []))
    }

    /// Fails unless the next build knows that it has nothing to do.
    func expectShort(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let before = try folder.identities(in: "public")
        let outcome = await build()
        #expect(outcome.diagnostics.last == Self.note, sourceLocation: sourceLocation)
        #expect(try folder.identities(in: "public") == before, sourceLocation: sourceLocation)
    }

    /// Fails unless the next build examines everything, gives the same site as a first build, and is remembered itself.
    func expectFull(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let outcome = await build()
        #expect(outcome.status == .done, sourceLocation: sourceLocation)
        #expect(!outcome.diagnostics.contains(Self.note), sourceLocation: sourceLocation)
        _ = await build(remembering: false, to: "fresh")
        #expect(try folder.files(in: "public") == folder.files(in: "fresh"), sourceLocation: sourceLocation)
        try FileManager.default.removeItem(atPath: folder("fresh"))
    }
}
