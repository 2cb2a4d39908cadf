import TestSupport
import Testing

/// A site folder with only the required content.
let smallestConfiguration = "title: Polar Register\nbase_url: https://polar.example/\n"

/// A folder with the site `site/` and its records `records.json`, which are fetched into its snapshot.
func fetchedSite(_ records: String = Records.two, adding tree: [String: String] = [:]) async throws -> TemporaryFolder {
    let tree = ["site/hangar.yml": smallestConfiguration, "records.json": records].merging(tree) { _, added in added }
    let folder = try TemporaryFolder(tree)
    let outcome = await Terminal(folder: folder).fetch(folder("site"), from: [folder("records.json")])
    try #require(outcome.status == .done, "\(outcome)")
    return folder
}

/// The repository that this file is in.
let repository = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })
