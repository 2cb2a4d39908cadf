import Support

/// A set of templates that refer to each other by name. Any number of threads can render from it.
public struct TemplateLibrary: Sendable {
    private let loaded: LoadedTemplates

    /// Parses, checks and compiles templates.
    ///
    /// - Parameters:
    ///   - sources: the sources of the templates. Each name occurs once.
    ///   - shapes: the shapes that the views declare, by the name of the template that renders each view. In strict mode it is an error if
    ///     a template prints a name that its view cannot have. The same holds for the partials and parents that it uses.
    ///   - sharedShapes: the shapes of the contexts that every rendering puts before its own view, such as the site. The outermost comes
    ///     first.
    ///   - options: strictness and limits.
    /// - Throws: all mistakes of all templates together.
    public init(
        _ sources: [TemplateSource], shapes: [String: TemplateShape] = [:], sharedShapes: [TemplateShape] = [],
        options: TemplateOptions = .init()
    ) throws(TemplateErrors) {
        try self.init(sources, shapes: shapes, sharedShapes: sharedShapes, options: options, isKnownToFit: false)
    }

    /// The same for templates that may have been checked before.
    ///
    /// - Parameter isKnownToFit: whether the same templates were found to fit the same shapes before, so that this need not be looked at.
    package init(
        _ sources: [TemplateSource], shapes: [String: TemplateShape], sharedShapes: [TemplateShape] = [], options: TemplateOptions,
        isKnownToFit: Bool
    ) throws(TemplateErrors) {
        loaded = try LoadedTemplates(
            sources, shapes: shapes, sharedShapes: sharedShapes, options: options, isKnownToFit: isKnownToFit)
    }

    /// Reads, parses, checks and compiles the templates of a folder: its `*.mustache` files and those in its subfolders.
    ///
    /// A template's name is its path from the folder: `pages/home.html.mustache`. Links are followed. Names that begin with a dot are left
    /// out.
    ///
    /// - Parameters:
    ///   - directory: the path of the folder, absolute or relative to the working directory.
    ///   - options: strictness and limits.
    /// - Throws: the files that cannot be read or are not UTF-8. If all can be read: all mistakes of all templates together.
    public init(directory: String, options: TemplateOptions = .init()) throws(TemplateErrors) {
        let folder = TemplateFolder(path: directory)
        guard folder.errors.isEmpty else { throw TemplateErrors(folder.errors, order: folder.errors.map(\.file)) }
        try self.init(folder.sources, options: options)
    }

    /// The template with a name. The suffix `.mustache` may be left out.
    ///
    /// - Throws: an error with 'did you mean' when there is no such template.
    public func template(_ name: String) throws(TemplateErrors) -> Template {
        if let id = loaded.names.resolve(name, suffix: "") { return Template(loaded: loaded, id: id) }
        let suggestion = NameSuggestion.nearest(to: name, among: loaded.names.names)
        let error = TemplateError(
            in: TemplateSource(name: name, bytes: [], origin: name), at: 0, what: "there is no template '\(name)'",
            remedy: suggestion.map { "Did you mean '\($0)'?" } ?? "Add a file of this name to the templates")
        throw TemplateErrors([error], order: [])
    }

    /// The text of a template for some data.
    ///
    /// - Parameters:
    ///   - name: the name of the template, with its suffix or without `.mustache`: `page.html`.
    ///   - view: the value in which names are looked up.
    /// - Throws: an error when there is no such template, when a limit of the options is reached, or when a tag that takes only safe HTML
    ///   gets something else.
    public func render(_ name: String, _ view: TemplateValue) throws(RenderError) -> String {
        var output = OutputBuffer()
        try find(name).render([view], into: &output)
        return output.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a template for any value that can be encoded. See ``TemplateValue/init(encoding:)``.
    ///
    /// - Parameters:
    ///   - name: the name of the template, with its suffix or without `.mustache`: `page.html`.
    ///   - view: the value in which names are looked up.
    /// - Throws: an error when there is no such template, when a part of the value cannot be encoded, or when rendering throws.
    public func render(_ name: String, _ view: some Encodable) throws(RenderError) -> String {
        let value: TemplateValue
        do throws(TemplateEncodingError) {
            value = try TemplateValue(encoding: view)
        } catch {
            throw RenderError(error, template: name)
        }
        return try render(name, value)
    }

    /// Renders the template with this name as a value that other templates print unescaped. See ``Template/renderHTML(_:)``.
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

    /// The keys of the messages that templates name.
    public var usedMessages: Set<String> { loaded.usedMessages }

    /// What templates use of each other and of their views. Each access works it out anew.
    public var usage: TemplateUsage { loaded.usage }

    /// What a template with a declared shape, and all that it includes, reads of its view. Each call works it out anew.
    public func usedFields(of template: String) -> UsedFields { loaded.usedFields(of: template) }
}

/// How a library treats its templates.
public struct TemplateOptions: Sendable {
    /// Makes names that no view has, and partials that do not exist, errors. Otherwise they render as nothing, as the Mustache
    /// specification says.
    public var strict: Bool
    /// The most bytes that one rendering may write.
    public var outputLimit: Int
    /// The greatest depth of partials inside partials during rendering.
    public var depthLimit: Int
    /// The most turns of sections and calls of partials in one rendering. It stops templates that would run endlessly.
    public var stepLimit: Int

    /// The words of the templates' language: `{{words.group.key}}`, and the messages that views carry. Dates and numbers have its forms.
    public var messages: Messages

    /// Called during rendering for each address in an HTML attribute whose scheme is not http, https or mailto. `#unsafe` was written
    /// instead of the address.
    public var unsafeURL: (@Sendable (TemplateError) -> Void)?

    /// Without arguments, the options are as lenient as the Mustache specification. The limits are far above those of usual pages.
    public init(
        strict: Bool = false, outputLimit: Int = 64 << 20, depthLimit: Int = 256, stepLimit: Int = 50_000_000,
        messages: Messages = Messages(),
        unsafeURL: (@Sendable (TemplateError) -> Void)? = nil
    ) {
        self.strict = strict
        self.outputLimit = outputLimit
        self.depthLimit = depthLimit
        self.stepLimit = stepLimit
        self.messages = messages
        self.unsafeURL = unsafeURL
    }
}

/// What the templates of a library use of each other and of their views. It serves to find unused templates and fields.
public struct TemplateUsage: Sendable {
    /// For each template, in the order of the library: the existing partials and parents that its tags name.
    public internal(set) var includes: [(template: String, included: [String])] = []
    /// For each template with a declared shape: the fields of its view that it and its partials use, as dotted paths. The items of a list
    /// have the path of the list.
    public internal(set) var fields: [String: Set<String>] = [:]
    /// The used fields of the shapes that all views share.
    public internal(set) var sharedFields: Set<String> = []
    /// The templates that have no declared shape and that no template with a declared shape reaches. When a tag names its partial by a
    /// value, every template that the value could name counts as used.
    public internal(set) var unusedTemplates: [String] = []
    /// For each template with a declared shape: the declared fields that nothing uses. An object that is not used at all has only its own
    /// path here.
    public internal(set) var unusedFields: [String: [String]] = [:]
    /// The declared fields of the shared shapes that no template uses.
    public internal(set) var unusedSharedFields: [String] = []
}
