import Support

/// The content of a variable tag: a name, then filters. Each filter follows a `|` with white space before it.
struct VariableContent {
    let path: Path
    let filters: [FilterCall]

    struct SyntaxError: Error {
        let what: String
        let remedy: String
        var topic: TemplateError.Topic?
    }

    init(parsing content: String) throws(SyntaxError) {
        // Most tags hold only a name.
        if content != "|", let path = Path(content) {
            self.path = path
            filters = []
            return
        }
        var words = try Self.words(of: content)[...]
        guard case .bare(let name)? = words.popFirst(), name != "|" else {
            throw SyntaxError(what: "this tag has no name", remedy: "Write the name of a value, as in {{name}}")
        }
        path = try Self.path(name)
        var filters: [FilterCall] = []
        while let word = words.popFirst() {
            guard case .bare("|") = word else {
                if SectionName.isCondition(content) { throw SectionName.conditionFault(content) }
                throw SyntaxError(what: "a name holds no white space", remedy: "Write {{name}}, or {{name | filter}} to apply a filter")
            }
            guard case .bare(let filterName)? = words.popFirst(), filterName != "|" else {
                throw SyntaxError(what: "no filter follows the '|'", remedy: Self.knownFilters)
            }
            filters.append(try Self.filterCall(filterName, arguments: &words))
        }
        self.filters = filters
    }

    static func path(_ name: String) throws(SyntaxError) -> Path {
        guard let path = Path(name) else {
            throw SyntaxError(
                what: "'\(name)' is not a name", remedy: "Write names with one dot between them and no white space, as in {{craft.name}}")
        }
        return path
    }

    private static func filterCall(_ name: String, arguments words: inout ArraySlice<Word>) throws(SyntaxError) -> FilterCall {
        guard let filter = Filter(rawValue: name) else {
            let suggestion = NameSuggestion.nearest(to: name, among: Filter.allCases.map(\.rawValue))
            throw SyntaxError(what: "there is no filter '\(name)'", remedy: suggestion.map { "Did you mean '\($0)'?" } ?? knownFilters)
        }
        var arguments: [String] = []
        while case .quoted(let argument)? = words.first {
            arguments.append(argument)
            words.removeFirst()
        }
        guard arguments.count == filter.argumentCount else {
            let example = filter == .plural ? "{{n | plural \"flight\" \"flights\"}}" : "{{value | \(name)}}"
            throw SyntaxError(
                what: "the filter '\(name)' takes \(filter.argumentCount) quoted arguments, not \(arguments.count)",
                remedy: "Write \(example)")
        }
        return FilterCall(filter: filter, arguments: arguments)
    }

    private static var knownFilters: String {
        "The filters are \(Filter.allCases.map(\.rawValue).joined(separator: ", "))"
    }

    private enum Word {
        case bare(String)
        case quoted(String)
    }

    private static func words(of content: String) throws(SyntaxError) -> [Word] {
        var words: [Word] = []
        var rest = content[...]
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard let first = rest.first else { return words }
            if !words.isEmpty, first == "\"" || first == "'" {
                let afterQuote = rest.dropFirst()
                guard let end = afterQuote.firstIndex(of: first) else {
                    throw SyntaxError(what: "an argument has no closing quote", remedy: "Write \(first) after it")
                }
                words.append(.quoted(String(afterQuote[..<end])))
                rest = afterQuote[afterQuote.index(after: end)...]
            } else if !words.isEmpty, first == "|" {
                words.append(.bare("|"))
                rest = rest.dropFirst()
            } else {
                let isName = words.isEmpty
                let word = rest.prefix { !$0.isWhitespace && (isName || ($0 != "|" && $0 != "\"" && $0 != "'")) }
                words.append(.bare(String(word)))
                rest = rest.dropFirst(word.count)
            }
        }
    }
}
