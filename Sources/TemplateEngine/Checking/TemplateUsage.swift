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
    /// The keys of the messages that templates name.
    public internal(set) var messages: Set<String> = []
    /// The declared fields of the shared shapes that no template uses.
    public internal(set) var unusedSharedFields: [String] = []
}

/// The fields that a shape declares.
enum DeclaredFields {
    /// The paths of declared fields that are not in `used`, in the order of their declaration. The inside of an unused field is not
    /// reported. Neither is anything that a lazy shape repeats inside itself.
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
