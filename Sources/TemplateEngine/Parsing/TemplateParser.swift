/// Parses one template. Mistakes are collected and parsing goes on, so that an author sees all of them at once.
enum TemplateParser {
    /// How deep tags may be inside tags.
    static let nestingLimit = 100

    static func parse(_ source: TemplateSource) -> (template: ParsedTemplate, errors: [TemplateError]) {
        var tokenizer = Tokenizer(source: source)
        let (pieces, tokenErrors) = tokenizer.tokenize()
        var builder = TreeBuilder(source: source)
        for piece in LineLayout.layOut(pieces, of: source.bytes) {
            builder.add(piece)
        }
        let (nodes, treeErrors) = builder.finish(complete: tokenErrors.isEmpty)
        return (ParsedTemplate(source: source, nodes: nodes), tokenErrors + treeErrors)
    }
}
