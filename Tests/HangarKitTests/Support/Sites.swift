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

extension TemporaryFolder {
    /// The identities of all files but the note of the last failure, which a failed fetch leaves for `hangar status`.
    func identitiesBesidesFailures(in name: String) throws -> [String: Identity] {
        try identities(in: name).filter { $0.key.split(separator: "/").last != "failed.json" }
    }
}

/// The repository that this file is in.
let repository = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })

/// Records in the form of the API, from a few words.
enum Records {
    /// A craft in the normal form. Equal configurations have equal agencies.
    static func craft(
        _ id: Int, _ name: String, status: String = "Active", configuration: String = "Aurora M", licence: String? = nil,
        description: String = "A craft.", inSpaceFor time: String? = nil
    ) -> String {
        """
        {"response_mode": "normal", "id": \(id), "url": "https://ll.thespacedevs.com/2.3.0/spacecraft/\(id)/", "name": "\(name)",
         "serial_number": "No. \(id)", "is_placeholder": false, "in_space": \(time != nil),
         "time_in_space": "\(time ?? "P10D")", "time_docked": "P2D",
         "flights_count": 1, "mission_ends_count": 1, "status": {"id": \(status.count), "name": "\(status)"},
         "image": \(licence.map { image(id, licence: $0) } ?? "null"), "description": "\(description)",
         "spacecraft_config": {"response_mode": "normal", "id": 61, "name": "\(configuration)", "type": {"id": 2, "name": "Capsule"},
           "agency": {"response_mode": "list", "id": 501, "name": "Polar Space Bureau", "abbrev": "PSB",
             "type": {"id": 1, "name": "Government"}},
           "family": [], "in_use": false, "image": null}}
        """
    }

    private static func image(_ id: Int, licence: String) -> String {
        """
        {"id": \(7000 + id), "name": "Picture of \(id)", "image_url": "https://pictures.example/\(id).jpg",
         "thumbnail_url": "https://pictures.example/\(id)-small.jpg", "credit": "I. Berg",
         "license": {"id": \(licence.count), "name": "\(licence)", "priority": 5, "link": "https://licences.example/"},
         "single_use": true, "variants": []}
        """
    }

    /// A whole list on one page.
    static func page(_ records: String...) -> String { page(records) }

    static func page(_ records: [String]) -> String {
        "{\"count\": \(records.count), \"next\": null, \"previous\": null, \"results\": [\(records.joined(separator: ",\n"))]}"
    }

    static func list(_ records: String...) -> String { "[\(records.joined(separator: ",\n"))]" }

    static let two = page(craft(11, "Aurora 1"), craft(12, "Aurora 2"))
}
