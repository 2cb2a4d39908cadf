/// The plural categories of CLDR, in its order. The names say little: what is `few` depends on the language.
public enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}

/// Which number belongs to which plural category in some languages. The conditions are written as in CLDR (Unicode, UTS 35, part 3, 5.1).
struct PluralRule: Sendable {
    /// The tags of the languages in lower case, with spaces between them.
    let tags: String
    private let conditions: [(category: PluralCategory, text: String)]

    init(_ tags: String, _ conditions: [(category: PluralCategory, text: String)]) {
        self.tags = tags
        self.conditions = conditions
    }

    /// The rules of a language for numbers of things and for ranks. A language that CLDR does not know has those of English, as it has the
    /// formats of English. One of whose ranks alone CLDR says nothing has one form for all.
    static func compiled(for tag: String) -> (cardinals: CompiledPluralRule, ordinals: CompiledPluralRule) {
        guard let cardinal = rule(for: tag, among: cardinals) else { return tag == "en" ? (.uniform, .uniform) : compiled(for: "en") }
        return (cardinal.compiled, rule(for: tag, among: ordinals)?.compiled ?? .uniform)
    }

    /// The rule of the longest tag along this one: `pt-PT` has one of its own, `pt-BR` that of `pt`. Nil where CLDR has none.
    private static func rule(for tag: String, among rules: [PluralRule]) -> PluralRule? {
        var subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
        while !subtags.isEmpty {
            let tag = subtags.joined(separator: "-").utf8
            if let rule = rules.first(where: { $0.tags.utf8.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(tag) } }) {
                return rule
            }
            subtags.removeLast()
        }
        return nil
    }

    /// The rule made ready for many numbers.
    private var compiled: CompiledPluralRule {
        CompiledPluralRule(categories: conditions.map(\.category) + [.other], conditions: conditions.map { Condition($0.text) })
    }

    /// `v = 0 and i % 10 = 1 or …`
    struct Condition: Sendable {
        /// One of these must hold in all its parts.
        private let alternatives: [[Relation]]

        init(_ text: String) {
            alternatives = text.split(separator: " ").split(separator: "or").map { words in
                words.split(separator: "and").compactMap { Relation(Array($0)) }
            }
        }

        func holds(for number: PluralOperands) -> Bool {
            alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
        }
    }

    /// `i % 100 != 12..14,20`
    private struct Relation {
        let operand: PluralOperands.Name
        let divisor: Int?
        let ranges: [ClosedRange<Int>]
        let isNegated: Bool

        /// Nil when the words are not a relation.
        init?(_ words: [Substring]) {
            guard words.count == 3 || words.count == 5, let operand = PluralOperands.Name(rawValue: String(words[0])) else { return nil }
            self.operand = operand
            divisor = words.count == 5 ? Int(words[2]) : nil
            isNegated = words[words.count - 2] == "!="
            ranges = words[words.count - 1].split(separator: ",").compactMap { range in
                let ends = range.split(separator: ".").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last, first <= last else { return nil }
                return first...last
            }
        }

        func holds(for number: PluralOperands) -> Bool {
            guard let value = number.value(of: operand) else { return isNegated }
            let compared = divisor.map { value % $0 } ?? value
            return ranges.contains { $0.contains(compared) } != isNegated
        }
    }
}

/// A plural rule whose conditions have been read.
struct CompiledPluralRule: Sendable {
    /// In CLDR's order. The last is `other`, which has no condition.
    let categories: [PluralCategory]
    fileprivate let conditions: [PluralRule.Condition]

    /// The rule of a language that has the same form for all numbers.
    fileprivate static let uniform = CompiledPluralRule(categories: [.other], conditions: [])

    func category(of number: PluralOperands) -> PluralCategory {
        for (index, condition) in conditions.enumerated() where condition.holds(for: number) { return categories[index] }
        return .other
    }
}
