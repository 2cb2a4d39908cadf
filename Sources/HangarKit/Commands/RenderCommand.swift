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

    public func run(_ edge: Edge) throws(Failure) {
        let name = template.split(separator: "/").last.map(String.init) ?? template
        var sources = [TemplateSource(name: name, bytes: try read(template, edge), origin: template)]
        if let partials {
            let names: [String]
            do { names = try edge.files.names(partials) } catch { throw Failure(error) }
            for partial in names.sorted() where partial.hasSuffix(".mustache") && partial != name {
                let path = SiteFolder.join(partials, partial)
                sources.append(TemplateSource(name: partial, bytes: try read(path, edge), origin: path))
            }
        }
        let value = try context(try read(data, edge))
        var output: [UInt8] = []
        do {
            try TemplateLibrary(sources).template(name).render([value], into: &output)
        } catch let error as RenderError {
            throw Failure(error)
        } catch let errors as TemplateErrors {
            throw Failure(errors)
        } catch {
            throw Failure(.badData, at: template, "\(error)")
        }
        edge.console.writeOutput(output)
    }

    private func context(_ bytes: [UInt8]) throws(Failure) -> Value {
        do {
            return try Value(json: bytes)
        } catch {
            throw Failure(.badData, at: "\(data):\(error.line):\(error.column)", error.what, remedy: "Mend the JSON there.")
        }
    }

    private func read(_ path: String, _ edge: Edge) throws(Failure) -> [UInt8] {
        do { return try edge.files.contents(path) } catch { throw Failure(error) }
    }
}
