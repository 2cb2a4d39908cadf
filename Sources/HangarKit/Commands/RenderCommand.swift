import LaunchLibrary
import TemplateEngine

/// `hangar render`: one template with data of its own, to standard output.
public struct RenderCommand: Sendable {
    public var template = ""
    /// A JSON file; any JSON value.
    public var data = ""
    /// The folder whose `*.mustache` files are the partials.
    public var partials: String?

    public init() {}

    /// - Throws: a ``Failure`` with status 65 for a template or data that cannot be used, 66 for a file that cannot be read.
    public func run(_ edge: Edge) throws(Failure) {
        let sources = try sources(edge)
        let value = try context(try read(data, edge))
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
        try edge.console.writeOutput(output)
    }

    /// The template first, then the partials by their paths in their folder.
    private func sources(_ edge: Edge) throws(Failure) -> [TemplateSource] {
        let bytes = try read(template, edge)
        var sources: [TemplateSource] = []
        if let partials {
            guard edge.files.kind(partials) == .folder else {
                throw Failure(.noInput, at: partials, "there is no such folder", remedy: "Name the folder of the partials with --partials.")
            }
            for path in try edge.files.paths(below: partials) where path.hasSuffix(SiteFolder.templateSuffix) {
                let origin = SiteFolder.join(partials, path)
                sources.append(TemplateSource(name: path, bytes: try read(origin, edge), origin: origin))
            }
        }
        // A partial that has the template's name is what others mean by it.
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

    private func read(_ path: String, _ edge: Edge) throws(Failure) -> [UInt8] {
        do { return try edge.files.contents(path) } catch { throw Failure(error) }
    }
}
