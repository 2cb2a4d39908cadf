import ArgumentParser
import Support
import TemplateEngine

/// Renders one template with given data to standard output.
public struct RenderCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders one template to standard output.",
        discussion:
            "The end of the file's name says how values are escaped: .html.mustache, .xml.mustache, .json.mustache, .txt.mustache, .mustache."
    )

    @Argument(help: "The template.", completion: .file(extensions: ["mustache"]))
    var template: String

    @Option(help: ArgumentHelp("A JSON file with the data: any JSON value.", valueName: "file"), completion: .file(extensions: ["json"]))
    var data: String

    @Option(help: ArgumentHelp("The folder of the partials, NAME.mustache.", valueName: "dir"), completion: .directory)
    var partials: String?

    public init() {}

    /// - Throws: a ``Failure`` with status 65 when the template or the data cannot be used, or with status 66 when a file cannot be read.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let sources = try sources(environment.files)
        let value = try context(try read(data, environment.files))
        var output: [UInt8] = []
        do {
            try TemplateLibrary(sources).template(sources[0].name).render([value], into: &output)
        } catch let error as RenderError {
            throw Failure(error)
        } catch let errors as TemplateErrors {
            throw Failure(errors)
        } catch {
            throw Failure(.badData, at: template, "\(error)")
        }
        try environment.console.writeOutput(output)
    }

    /// The template first, then the partials by their paths in their folder.
    private func sources(_ files: FileAccess) throws(Failure) -> [TemplateSource] {
        let bytes = try read(template, files)
        var sources: [TemplateSource] = []
        if let partials {
            guard files.kind(partials) == .folder else {
                throw Failure(.noInput, at: partials, "there is no such folder", remedy: "Name the folder of the partials with --partials.")
            }
            for path in try files.paths(below: partials) where path.hasSuffix(SiteFolder.templateSuffix) {
                let origin = SiteFolder.join(partials, path)
                sources.append(TemplateSource(name: path, bytes: try read(origin, files), origin: origin))
            }
        }
        // When a partial has the template's name, other templates that use this name mean the partial.
        var name = template.split(separator: "/").last.map(String.init) ?? template
        if sources.contains(where: { $0.name == name }) { name = "./" + name }
        return [TemplateSource(name: name, bytes: bytes, origin: template)] + sources
    }

    private func context(_ bytes: [UInt8]) throws(Failure) -> TemplateValue {
        do {
            return try TemplateValue(json: bytes)
        } catch {
            throw Failure(.badData, at: "\(data):\(error.line):\(error.column)", error.what, remedy: "Mend the JSON there.")
        }
    }

    private func read(_ path: String, _ files: FileAccess) throws(Failure) -> [UInt8] {
        do { return try files.contents(path) } catch { throw Failure(error) }
    }
}
