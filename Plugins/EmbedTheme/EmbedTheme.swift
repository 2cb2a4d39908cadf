import Foundation
import PackagePlugin

/// Turns `Templates/` and the default assets in `Site/assets/` into one Swift source, so that the command carries its theme with it.
@main
struct EmbedTheme: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let folders = [root.appending(path: "Templates"), root.appending(path: "Site").appending(path: "assets")]
        let files = try folders.flatMap { try visibleFiles(in: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTheme.swift")
        return [
            .buildCommand(
                displayName: "Embedding the default theme",
                executable: try context.tool(named: "ThemeEmbedder").url,
                arguments: [output.path(percentEncoded: false)] + folders.map { $0.path(percentEncoded: false) },
                inputFiles: files,
                outputFiles: [output])
        ]
    }

    private func visibleFiles(in folder: URL) throws -> [URL] {
        let entries = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
        return try entries.sorted { $0.path < $1.path }.flatMap { entry in
            try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true ? visibleFiles(in: entry) : [entry]
        }
    }
}
