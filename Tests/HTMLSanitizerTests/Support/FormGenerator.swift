/// Writes documents in every form that sanitized HTML may have. The same seed gives the same documents.
struct FormGenerator {
    var random: SplitMix64

    var headings = ["h3", "h4"]
    var phrases = ["abbr title=\"y\"", "b", "code", "em", "i", "q", "s", "small", "strong", "sub", "sup", "u"]

    mutating func document() -> String {
        many(1...3) { $0.block(depth: 3) }
    }

    private mutating func many(_ counts: ClosedRange<Int>, _ part: (inout FormGenerator) -> String) -> String {
        (0..<Int.random(in: counts, using: &random)).map { _ in part(&self) }.joined()
    }

    private mutating func pick(_ list: [String]) -> String {
        list.randomElement(using: &random) ?? ""
    }

    private mutating func block(depth: Int, inTerm: Bool = false) -> String {
        let leaves = ["p", "pre", "hr"] + headings
        let name = pick(depth == 0 ? leaves : leaves + ["blockquote", "ul", "ol"] + (inTerm ? [] : ["dl"]))
        switch name {
        case "hr": return "<hr>"
        case "pre": return "<pre>\(pick(["", "\n\n", " "]))\(line(depth: 2).replacing("<br>", with: "\n"))</pre>"
        case "blockquote": return "<blockquote>\(many(1...3) { $0.block(depth: depth - 1) })</blockquote>"
        case "ul", "ol": return "<\(name)>\(many(1...3) { $0.item("li", depth: depth - 1) })</\(name)>"
        case "dl": return "<dl>\(many(1...3) { $0.item($0.pick(["dt", "dd"]), depth: depth - 1) })</dl>"
        default: return "<\(name)>\(line(depth: 2))</\(name)>"
        }
    }

    private mutating func item(_ name: String, depth: Int) -> String {
        var endsWithText = false
        let contents = many(1...4) { generator in
            endsWithText = !endsWithText && Bool.random(using: &generator.random)
            return endsWithText ? generator.line(depth: 1) : generator.block(depth: depth, inTerm: name == "dt")
        }
        return "<\(name)>\(contents)</\(name)>"
    }

    private mutating func line(depth: Int, inLink: Bool = false) -> String {
        guard depth > 0 else { return pick(["t", "&amp; 字", "x&nbsp;"]) }
        return "t"
            + many(0...2) { generator in
                let tag = generator.pick(generator.phrases + (inLink ? [] : ["a href=\"/x\""]))
                let name = tag.prefix { $0 != " " }
                let contents = generator.line(depth: depth - 1, inLink: inLink || name == "a")
                return "\(generator.pick(["", " ", "<br>"]))<\(tag)>\(contents)</\(name)>\(generator.pick(["", "t", " t", "<br>t"]))"
            }
    }
}
