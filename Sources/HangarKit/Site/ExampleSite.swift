import LaunchLibrary
import SiteGenerator

/// The site with which a new one begins, as it is inside the command.
enum ExampleSite {
    /// - Throws: never with the files that come along; a test reads them.
    static func input() throws(Failure) -> SiteInput {
        let new = NewSite(path: "", language: "en").contents
        func bytes(_ path: String) -> [UInt8] { new.first { $0.path == path }?.bytes ?? [] }
        let snapshot: Snapshot
        do { snapshot = try Snapshot(decoding: bytes("data/snapshot.json"), path: "data/snapshot.json") } catch { throw Failure(error) }
        let configuration = try SiteConfiguration(yaml: bytes("hangar.yml"), file: "hangar.yml")
        return SiteInput(
            catalogue: snapshot.catalogue, dataDate: snapshot.dataDate, sourceURL: PublicSource.url(of: snapshot.source), history: [],
            settings: SiteSettings(configuration), version: ProgramVersion.current)
    }
}
