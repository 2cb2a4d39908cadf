/// One field of a view, as an author of templates sees it.
public struct ViewField: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case text, number, html, object, list
        case bool = "true or false"
        /// JSON for machines, of which templates print all.
        case json
    }

    /// Whether the field may be null, by the views of the example site, of one without any optional value, and of others in between.
    public enum Nullability: String, Sendable {
        case never, sometimes, always
    }

    public let name: String
    public let kind: Kind
    public let nullability: Nullability
    /// A value of the example site in English, shortened to a line. Nil for objects and lists, and where there is none.
    public let example: String?
    /// The part that the object, or each object of the list, is.
    public let part: String?
    /// The fields of the object, or of each object of the list. Where a field holds its own kind of object again, as in a tree, those are left
    /// out there.
    public let fields: [ViewField]
}

extension ViewField {
    /// The same without examples, for what changes with the contents of files.
    var withoutExamples: ViewField {
        ViewField(
            name: name, kind: kind, nullability: nullability, example: nil, part: part, fields: fields.map(\.withoutExamples))
    }
}
