import Support

/// A set of templates that know each other by name, ready to be rendered from any number of threads.
public struct TemplateLibrary: Sendable {
    private let loaded: LoadedTemplates

    /// Parses, checks and compiles templates.
    ///
    /// - Parameters:
    ///   - shapes: what the views declare, by the name of the template that each is rendered with. In strict mode a template that prints
    ///     a name that its view cannot have is an error, as are unknown names in the partials and parents it uses.
    ///   - sharedShapes: the shapes of the contexts that every rendering gives before its own view, outermost first: the site.
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

    /// Renders the template of a name as a value that other templates print unescaped; see `Template.renderHTML`.
    public func renderHTML(_ name: String, _ contexts: [TemplateValue]) throws(RenderError) -> SafeHTML {
        let template: Template
        do throws(TemplateErrors) {
            template = try self.template(name)
        } catch {
            throw RenderError(cause: error.errors[0])
        }
        return try template.renderHTML(contexts)
    }

    /// What templates use of each other and of their views.
    public var usage: TemplateUsage { loaded.usage }
}
