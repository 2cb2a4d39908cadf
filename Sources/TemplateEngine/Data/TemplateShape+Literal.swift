extension TemplateShape: ExpressibleByDictionaryLiteral {
    /// An object's shape is written like the object: `["name": .text, "pages": .list(.number)]`.
    public init(dictionaryLiteral elements: (FieldName, TemplateShape)...) {
        self = .object(elements)
    }
}
