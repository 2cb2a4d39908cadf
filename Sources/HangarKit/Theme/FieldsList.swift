import SiteGenerator

/// The fields of a view for a terminal: one on each line, those of an object below it and indented.
struct FieldsList {
    let text: String

    private struct Row {
        let name: String
        let type: String
        let null: String
        let example: String
    }

    /// - Parameters:
    ///   - name: what has the fields.
    ///   - note: what is to be said of them.
    ///   - templates: the names of the templates, to be listed after the fields.
    init(_ name: String, _ fields: [ViewField], note: String? = nil, templates: [String] = []) {
        // What is listed whole at the outermost is only named where it occurs again.
        let listed = Set(fields.compactMap(\.part))
        let rows =
            [Row(name: "field", type: "type", null: "null", example: "example")]
            + fields.flatMap { Self.rows($0, depth: 0, listed: listed) }
        let widths = (rows.map(\.name.count).max() ?? 0, rows.map(\.type.count).max() ?? 0, rows.map(\.null.count).max() ?? 0)
        let lines = rows.map { row in
            let line = [
                Self.padded(row.name, widths.0), Self.padded(row.type, widths.1), Self.padded(row.null, widths.2), row.example,
            ].joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let head = name + (note.map { ": \($0)" } ?? "")
        let names = templates.isEmpty ? [] : ["", "templates, for 'hangar theme fields TEMPLATE'"] + templates
        text = ([head, ""] + lines + names).map { $0 + "\n" }.joined()
    }

    private static func rows(_ field: ViewField, depth: Int, listed: Set<String>) -> [Row] {
        let isListed = depth > 0 && field.kind == .list && field.part.map(listed.contains) ?? false
        let row = Row(
            name: String(repeating: "  ", count: depth) + field.name, type: type(field, isListed: isListed), null: field.nullability.word,
            example: field.example ?? "")
        // Nothing was ever seen in one that is always null.
        let inner = field.nullability == .always || isListed ? [] : field.fields
        return [row] + inner.flatMap { rows($0, depth: depth + 1, listed: listed) }
    }

    private static func type(_ field: ViewField, isListed: Bool) -> String {
        switch field.kind {
        case .list: field.fields.isEmpty || isListed ? field.part.map { "list of \($0)" } ?? "list of such" : "list"
        case .html: "HTML"
        case .json: "JSON"
        case .object: field.fields.isEmpty ? field.part ?? "such an object again" : "object"
        case .text, .number, .bool: field.kind.rawValue
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension ViewField.Nullability {
    /// The answer to the question whether the field may be null.
    var word: String {
        switch self {
        case .never: "no"
        case .sometimes: "yes"
        case .always: "always"
        }
    }
}
