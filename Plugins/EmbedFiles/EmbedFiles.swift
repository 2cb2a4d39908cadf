import Foundation
import PackagePlugin

/// Turns files of this repository into a Swift source of the target that needs them. So the command contains these files: the default
/// theme, and the parts of the example site that a new site begins with.
@main
struct EmbedFiles: BuildToolPlugin {
    private struct Embedding {
        /// The name of the type that holds the files. It is also the name of the source.
        let type: String
        /// One constant for each file or folder.
        let constants: [(name: String, location: URL)]
    }

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let embedding = try embedding(for: target.name, root)
        let output = context.pluginWorkDirectoryURL.appending(path: embedding.type + ".swift")
        let constants = embedding.constants.flatMap { [$0.name, $0.location.path(percentEncoded: false)] }
        return [
            .buildCommand(
                displayName: "Embedding files for \(target.name)",
                executable: try context.tool(named: "FileEmbedder").url,
                arguments: [output.path(percentEncoded: false), embedding.type] + constants,
                inputFiles: try embedding.constants.flatMap { try visibleFiles(at: $0.location) },
                outputFiles: [output])
        ]
    }

    private func embedding(for target: String, _ root: URL) throws -> Embedding {
        let site = root.appending(path: "Site")
        switch target {
        case "SiteGenerator":
            return Embedding(
                type: "EmbeddedTheme",
                constants: [("templates", root.appending(path: "Templates")), ("assets", site.appending(path: "assets"))])
        case "HangarKit":
            return Embedding(
                type: "EmbeddedSite",
                constants: [
                    ("configuration", site.appending(path: "hangar.yml")), ("snapshot", site.appending(path: "data/snapshot.json")),
                    ("about", site.appending(path: "content/about.html")),
                    ("contact", site.appending(path: "content/_contact.md")),
                ])
        default:
            throw UnknownTarget(name: target)
        }
    }

    private struct UnknownTarget: Error, CustomStringConvertible {
        let name: String
        var description: String { "EmbedFiles does not know what to embed into \(name)" }
    }

    private func visibleFiles(at location: URL) throws -> [URL] {
        guard try location.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else { return [location] }
        let entries = try FileManager.default.contentsOfDirectory(
            at: location, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
        return try entries.sorted { $0.path < $1.path }.flatMap { try visibleFiles(at: $0) }
    }
}
