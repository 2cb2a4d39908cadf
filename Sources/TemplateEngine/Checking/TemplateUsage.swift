/// What the templates of a library use of each other and of their views, so that what nothing uses can be found.
public struct TemplateUsage: Sendable {
    /// By template, in the order of the library: the partials and parents that its tags name and that exist.
    public internal(set) var includes: [(template: String, included: [String])] = []
    /// By template with a declared shape: the fields of its view that it uses, its partials included, as dotted paths; a list's items
    /// have their list's path.
    public internal(set) var fields: [String: Set<String>] = [:]
    /// The fields used of the shapes that all views share.
    public internal(set) var sharedFields: Set<String> = []
    /// Templates that no template with a declared shape comes to, and that have none themselves. Where a tag names its partial by a
    /// value, every template that the value could name counts as used.
    public internal(set) var unusedTemplates: [String] = []
    /// By template with a declared shape: the declared fields that nothing uses; where an object is not used at all, only its own path.
    public internal(set) var unusedFields: [String: [String]] = [:]
    /// The declared fields of the shared shapes that no template uses.
    public internal(set) var unusedSharedFields: [String] = []
}
