import Support

/// A set of templates that know each other by name, ready to be rendered from any number of threads.
public struct TemplateLibrary: Sendable {
    private let loaded: LoadedTemplates

    /// Parses, checks and compiles templates.
    ///
    /// - Parameters:
    ///   - sources: each name once.
    ///   - shapes: what the views declare, by the name of the template that each is rendered with. In strict mode a template that prints
    ///     a name that its view cannot have is an error, as are unknown names in the partials and parents it uses.
    ///   - sharedShapes: the shapes of the contexts that every rendering gives before its own view, outermost first: the site.
    ///   - options: strictness and limits.
    /// - Throws: all mistakes of all templates at once.
    public init(
        _ sources: [TemplateSource], shapes: [String: TemplateShape] = [:], sharedShapes: [TemplateShape] = [],
        options: TemplateOptions = .init()
    ) throws(TemplateErrors) {
        loaded = try LoadedTemplates(sources, shapes: shapes, sharedShapes: sharedShapes, options: options)
    }

    /// The template of a name, with its suffix or, for `.mustache`, without.
    ///
    /// - Throws: an error with 'did you mean' where there is none.
    public func template(_ name: String) throws(TemplateErrors) -> Template {
        if let index = loaded.names.resolve(name, suffix: "") { return Template(loaded: loaded, index: index) }
        let suggestion = NameSuggestion.nearest(to: name, among: loaded.names.names)
        let error = TemplateError(
            in: TemplateSource(name: name, bytes: [], origin: name), at: 0, what: "there is no template '\(name)'",
            remedy: suggestion.map { "Did you mean '\($0)'?" } ?? "Add a file of this name to the templates")
        throw TemplateErrors([error], order: [])
    }

    /// The text of a template for some data.
    ///
    /// - Parameters:
    ///   - name: with its suffix or without `.mustache`: `page.html`.
    ///   - view: where names are looked up.
    /// - Throws: where there is no such template, where a limit of the options is reached, or where a tag that takes only safe HTML gets
    ///   something else.
    public func render(_ name: String, _ view: TemplateValue) throws(RenderError) -> String {
        var output = OutputBuffer()
        try find(name).render([view], into: &output)
        return output.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a template for any value that can be encoded; see ``TemplateValue/init(encoding:)``.
    ///
    /// - Parameters:
    ///   - name: with its suffix or without `.mustache`: `page.html`.
    ///   - view: what names are looked up in.
    /// - Throws: where there is no such template, where a part of the value cannot be encoded, and where rendering throws.
    public func render(_ name: String, _ view: some Encodable) throws(RenderError) -> String {
        let value: TemplateValue
        do throws(TemplateEncodingError) {
            value = try TemplateValue(encoding: view)
        } catch {
            throw RenderError(error, template: name)
        }
        return try render(name, value)
    }

    /// Renders the template of a name as a value that other templates print unescaped; see ``Template/renderHTML(_:)``.
    public func renderHTML(_ name: String, _ contexts: [TemplateValue]) throws(RenderError) -> SafeHTML {
        try find(name).renderHTML(contexts)
    }

    private func find(_ name: String) throws(RenderError) -> Template {
        do throws(TemplateErrors) {
            return try template(name)
        } catch {
            throw RenderError(cause: error.errors[0])
        }
    }

    /// What templates use of each other and of their views.
    public var usage: TemplateUsage { loaded.usage }
}
