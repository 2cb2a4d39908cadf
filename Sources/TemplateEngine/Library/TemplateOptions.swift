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
