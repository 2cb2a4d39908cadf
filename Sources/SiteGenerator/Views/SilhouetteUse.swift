import TemplateEngine

/// Which drawings a page needs, so that its sprite holds those and no others.
enum SilhouetteUse {
    static func flags(in view: Object) -> Object {
        var used: Set<String> = []
        collect(.object(view), into: &used)
        return Object(Silhouette.allCases.map { (Name($0.rawValue), Value.bool(used.contains($0.rawValue))) })
    }

    private static func collect(_ value: Value, into used: inout Set<String>) {
        switch value {
        case .list(let items):
            for item in items { collect(item, into: &used) }
        case .object(let object):
            guard case .text(let kind) = object["silhouette"] else {
                for value in object.values { collect(value, into: &used) }
                return
            }
            used.insert(kind)
        // A row of a table has one drawing and nothing below it; a plate's parts have none.
        case .null, .bool, .integer, .number, .text, .html: break
        }
    }
}
