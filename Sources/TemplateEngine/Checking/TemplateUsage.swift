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

/// The fields that a shape declares.
enum DeclaredFields {
    /// The paths of declared fields that are not among the used ones, in the order of their declaration. What is inside an unused
    /// field is not reported, nor what a lazy shape repeats inside itself.
    static func unused(of shape: TemplateShape, used: Set<String>) -> [String] {
        var unused: [String] = []
        collect(shape, at: "", used: used, lazyDepth: 0, into: &unused)
        return unused
    }

    private static func collect(_ shape: TemplateShape, at path: String, used: Set<String>, lazyDepth: Int, into unused: inout [String]) {
        switch shape {
        case .any, .text, .number, .bool, .html: break
        case .list(let item): collect(item, at: path, used: used, lazyDepth: lazyDepth, into: &unused)
        case .lazy(let make):
            if lazyDepth < 1 { collect(make(), at: path, used: used, lazyDepth: lazyDepth + 1, into: &unused) }
        case .object(let fields):
            for (name, inner) in fields {
                let place = path.isEmpty ? name.text : path + "." + name.text
                if used.contains(place) {
                    collect(inner, at: place, used: used, lazyDepth: lazyDepth, into: &unused)
                } else {
                    unused.append(place)
                }
            }
        }
    }
}
