/// A small HTML tokenizer that accepts only unambiguous markup. A page is either understood as in every browser, or refused. It shares
/// nothing with the engine.
struct StrictHTML {
    enum Token: Equatable {
        case start(String, attributes: [String: String])
        case end(String)
        case text(String)
    }

    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    /// Each character is one scalar, so that a combining mark after a quote does not hide it.
    private var rest: ArraySlice<Character>
    private(set) var tokens: [Token] = []

    static func tokens(of html: String) throws -> [Token] {
        var tokenizer = StrictHTML(rest: html.unicodeScalars.map(Character.init)[...])
        while !tokenizer.rest.isEmpty { try tokenizer.readNext() }
        return tokenizer.tokens
    }

    /// The tokens without the characters of texts and values. A value must never change this part of a page.
    static func structure(of html: String) throws -> [String] {
        try tokens(of: html).compactMap { token in
            switch token {
            case .start(let name, let attributes): "<\(name) \(attributes.keys.sorted().joined(separator: " "))>"
            case .end(let name): "</\(name)>"
            case .text: nil
            }
        }
    }

    private init(rest: ArraySlice<Character>) {
        self.rest = rest
    }

    private mutating func readNext() throws {
        guard rest.first == "<" else {
            tokens.append(.text(decoded(take { $0 != "<" })))
            return
        }
        rest.removeFirst()
        if rest.first == "/" {
            rest.removeFirst()
            let name = try takeName()
            guard rest.first == ">" else { throw Mistake(description: "end tag with more than a name: \(name)") }
            rest.removeFirst()
            tokens.append(.end(name))
        } else {
            try readStart()
        }
    }

    private mutating func readStart() throws {
        let name = try takeName()
        var attributes: [String: String] = [:]
        while true {
            let space = take { $0 == " " || $0 == "\n" }
            if rest.first == ">" {
                rest.removeFirst()
                break
            }
            guard !space.isEmpty else { throw Mistake(description: "no space before \(String(rest.prefix(20)))") }
            let attribute = try takeName()
            guard rest.first == "=" else {
                attributes[attribute] = ""
                continue
            }
            rest.removeFirst()
            guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else {
                throw Mistake(description: "no quotes around \(attribute)")
            }
            let value = take { $0 != quote && $0 != "<" && $0 != ">" }
            guard rest.popFirst() == quote else { throw Mistake(description: "markup in \(attribute)") }
            guard attributes.updateValue(decoded(value), forKey: attribute) == nil else { throw Mistake(description: "\(attribute) twice") }
        }
        tokens.append(.start(name, attributes: attributes))
        if ["title", "textarea", "script"].contains(name) { try readContent(of: name) }
    }

    private mutating func readContent(of name: String) throws {
        let content = take { $0 != "<" }
        guard rest.starts(with: "</\(name)>") else { throw Mistake(description: "markup in \(name)") }
        tokens.append(.text(name == "script" ? content : decoded(content)))
    }

    private mutating func takeName() throws -> String {
        let name = take { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard !name.isEmpty else { throw Mistake(description: "no name at \(String(rest.prefix(20)))") }
        return name
    }

    private mutating func take(while condition: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    private func decoded(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
