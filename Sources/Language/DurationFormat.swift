/// How a language writes lengths of time: CLDR's short names of units, or others of CLDR's where the language says so.
///
/// Two things are the same in all languages, whatever CLDR has: U+00A0 stands between a number and its unit, where it has a space of some
/// kind; and nothing but a space (with 'and' in Arabic, which needs it) stands between two units, as in CLDR's narrow lists of units. Japanese
/// has no spaces at all.
struct DurationFormat: Sendable {
    let day: UnitName
    let hour: UnitName
    let minute: UnitName
    let second: UnitName
    /// Between the two units.
    let joint: String

    init(day: UnitName, hour: UnitName, minute: UnitName, second: UnitName, joint: String = " ") {
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.joint = joint
    }

    func written(seconds: Int, in language: Language) -> String {
        let isNegative = seconds < 0
        let rest = seconds.magnitude
        return switch rest {
        case 86_400...: pair(rest / 86_400, day, rest % 86_400 / 3_600, hour, isNegative, language)
        case 3_600...: pair(rest / 3_600, hour, rest % 3_600 / 60, minute, isNegative, language)
        case 60...: pair(rest / 60, minute, rest % 60, second, isNegative, language)
        default: second.written(Int(rest), isNegative: isNegative, in: language)
        }
    }

    private func pair(
        _ first: UInt, _ firstUnit: UnitName, _ next: UInt, _ nextUnit: UnitName, _ isNegative: Bool, _ language: Language
    ) -> String {
        let largest = firstUnit.written(Int(first), isNegative: isNegative, in: language)
        if next == 0 { return largest }
        var text = largest
        text += joint
        text += nextUnit.written(Int(next), isNegative: false, in: language)
        return text
    }
}

/// The name of a unit of time.
struct UnitName: Sendable, ExpressibleByStringLiteral {
    /// A name for one of the categories.
    typealias Form = (category: PluralCategory, text: String)

    /// What follows the number in each category that has nothing else: a space and the name.
    private let suffix: String
    /// What follows the number in some of the categories.
    private let suffixes: [Form]
    /// Names for some of the categories that say the number too, such as 'two days' in a word. They stand without digits.
    private let wholes: [Form]

    /// - Parameter space: between the number and the name.
    init(_ name: String, names: [Form] = [], wholes: [Form] = [], space: String = "\u{A0}") {
        suffix = space + name
        suffixes = names.map { ($0.category, space + $0.text) }
        self.wholes = wholes
    }

    init(stringLiteral name: String) { self.init(name) }

    /// The text of a category, with `{n}` for the number.
    func text(for category: PluralCategory) -> String {
        wholes.first { $0.category == category }?.text ?? "{n}" + (suffixes.first { $0.category == category }?.text ?? suffix)
    }

    func written(_ number: Int, isNegative: Bool, in language: Language) -> String {
        let digits = language.number(isNegative ? -number : number)
        if suffixes.isEmpty, wholes.isEmpty { return digits + suffix }
        let category = language.pluralCategory(of: number)
        // A word has no place for the minus.
        if !isNegative, let whole = wholes.first(where: { $0.category == category }) { return whole.text }
        return digits + (suffixes.first { $0.category == category }?.text ?? suffix)
    }
}
