/// How a library treats its templates.
public struct TemplateOptions: Sendable {
    /// Names that no view has, and partials that do not exist, are errors. Without it they render as nothing, as the Mustache
    /// specification says.
    public var strict: Bool
    /// The most bytes that one rendering may write.
    public var outputLimit: Int
    /// How deep partials may be inside partials while rendering.
    public var depthLimit: Int
    /// The most turns of sections and calls of partials in one rendering, so that no template runs without end.
    public var stepLimit: Int

    /// Called while rendering for each address in an HTML attribute whose scheme is not http, https or mailto, and in whose place
    /// `#unsafe` was written.
    public var unsafeURL: (@Sendable (TemplateError) -> Void)?

    /// Without arguments as lenient as the Mustache specification, with limits that no page of people comes near.
    public init(
        strict: Bool = false, outputLimit: Int = 64 << 20, depthLimit: Int = 256, stepLimit: Int = 50_000_000,
        unsafeURL: (@Sendable (TemplateError) -> Void)? = nil
    ) {
        self.strict = strict
        self.outputLimit = outputLimit
        self.depthLimit = depthLimit
        self.stepLimit = stepLimit
        self.unsafeURL = unsafeURL
    }
}
