/// What an author writes as the name of a section who knows other template languages.
enum SectionName {
    /// Why this is no name.
    static func fault(of content: String, inverted: Bool) -> VariableContent.SyntaxError {
        let words = content.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.count == 2, let (helper, name) = words.first.flatMap({ helpers[$0] }).map({ ($0, words[1]) }), Path(name) != nil {
            return VariableContent.SyntaxError(
                what: "a section is opened by a name alone", remedy: "Write {{\(inverted ? "^" : helper)\(name)}}…{{/\(name)}}")
        }
        if isCondition(content) { return conditionFault(content) }
        if words.contains("|"), let name = words.first, Path(name) != nil {
            return VariableContent.SyntaxError(
                what: "a section takes no filter",
                remedy: "Write {{\(inverted ? "^" : "#")\(name)}}, and the filter where a value is printed")
        }
        do throws(VariableContent.SyntaxError) {
            _ = try VariableContent.path(content)
        } catch {
            return error
        }
        return conditionFault(content)
    }

    static func conditionFault(_ content: String) -> VariableContent.SyntaxError {
        VariableContent.SyntaxError(
            what: "'\(content)' is a condition, and Mustache has none: no comparisons, no 'and', no 'not'",
            remedy: "Ask by a name alone whether there is a value, as in {{#name}} and {{^name}}", topic: .condition)
    }

    /// Whether the content compares or combines values.
    static func isCondition(_ content: String) -> Bool {
        content.contains { "<>=!&".contains($0) } || content.contains("||")
            || content.split(whereSeparator: \.isWhitespace).contains { operators.contains(String($0)) }
    }

    /// The names in it. A tag that closes the section often has one of them.
    static func names(in content: String) -> [String] {
        content.split { $0.isWhitespace || "<>=!&|()".contains($0) }.map(String.init)
    }

    /// The words by which others open what a sign opens here.
    private static let helpers = ["if": "#", "each": "#", "with": "#", "for": "#", "unless": "^", "not": "^"]
    private static let operators: Set = ["and", "or", "not", "eq", "ne", "gt", "lt", "gte", "lte", "if", "unless", "is", "in"]
}
