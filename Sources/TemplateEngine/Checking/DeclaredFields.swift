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
