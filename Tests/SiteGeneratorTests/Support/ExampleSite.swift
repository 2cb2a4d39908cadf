import Foundation
import LaunchLibrary
import SiteGenerator
import Testing

extension Sample {
    /// The site that `hangar init` makes, with the settings of the sample at the root of its host.
    static func exampleSite() throws -> SiteInput {
        let path = ExpectedFiles.fixtures.appending(path: "../../Site/data/snapshot.json").path
        let snapshot = try Snapshot(decoding: [UInt8](try #require(FileManager.default.contents(atPath: path))), path: path)
        var input = try Sample.input(history: [])
        input.catalogue = snapshot.catalogue
        input.settings.baseURL = "https://example.org/"
        return input
    }
}
