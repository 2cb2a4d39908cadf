/// What differs between languages in texts that are made of values: numbers, dates, durations, lists, plural forms and the direction of
/// the script.
///
/// The formats of the shipped languages are small tables. They are taken from Unicode CLDR 49, and each place that departs from it says
/// why. There is neither Foundation nor ICU in them: a site comes out the same on every machine.
public struct Language: Sendable {
    /// The language tag (BCP 47), such as `de`.
    public let tag: String
    /// Whether the language is written from right to left.
    public let isRightToLeft: Bool

    private let formats: Formats

    init(tag: String, isRightToLeft: Bool, numbers: NumberFormat, dates: DateFormat, durations: DurationFormat, lists: ListFormat) {
        self.tag = tag
        self.isRightToLeft = isRightToLeft
        let (cardinals, ordinals) = PluralRule.compiled(for: tag)
        formats = Formats(
            cardinals: cardinals, ordinals: ordinals, numbers: numbers, dates: dates, durations: durations, lists: lists)
    }

    /// The languages whose formats are known: English, German, French, Spanish, Russian, Japanese, Arabic.
    public static let shipped: [Language] = [.english, .german, .french, .spanish, .russian, .japanese, .arabic]

    /// The formats of a language tag: those of the shipped language whose tag is the longest prefix along the tag, so `de-AT` has those of
    /// `de`. Any other tag has the formats of English, with the tag itself, the direction of its script and the plural categories of its
    /// language. Case has no meaning in tags.
    public static func language(for tag: String) -> Language {
        // The tags of the shipped languages have no further subtags: the first subtag decides.
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        // A table of them all would make all of them.
        switch primary {
        case "en": return english
        case "de": return german
        case "fr": return french
        case "es": return spanish
        case "ru": return russian
        case "ja": return japanese
        case "ar": return arabic
        default: break
        }
        return Language(
            tag: tag, isRightToLeft: Script.isRightToLeft(tag: tag), numbers: english.formats.numbers, dates: english.formats.dates,
            durations: english.formats.durations, lists: english.formats.lists)
    }

    // MARK: Plural forms

    /// The CLDR category of a number of things: `1 flight`, `2 flights`. The number is given as it is written: digits with an optional
    /// `-` before them and an optional `.` within them, without groups. Zeros after the point count, as they do in speech: `1` is `one` in
    /// English, `1.0` is `other`. Any other text is `other`.
    public func pluralCategory(of number: String) -> PluralCategory {
        PluralOperands(number).map { formats.cardinals.category(of: $0) } ?? .other
    }

    /// The CLDR category of a number of things.
    public func pluralCategory(of number: Int) -> PluralCategory {
        formats.cardinals.category(of: PluralOperands(number))
    }

    /// The CLDR category of a rank: `1st`, `2nd`, `3rd`, `4th` have four different ones in English.
    public func ordinalCategory(of number: Int) -> PluralCategory {
        formats.ordinals.category(of: PluralOperands(number))
    }

    /// The categories that the language uses for numbers of things, in CLDR's order. A plural text must have a form for each.
    public var pluralCategories: [PluralCategory] { formats.cardinals.categories }

    /// The categories that the language uses for ranks, in CLDR's order.
    public var ordinalCategories: [PluralCategory] { formats.ordinals.categories }

    // MARK: Numbers

    /// A number in the form of JSON, such as `12345.75` or `-3`, as readers of the language write it: in groups, with the language's decimal
    /// sign and minus. A number with an exponent and any other text stay unchanged.
    ///
    /// All shipped languages write the digits of ASCII, Arabic too (CLDR 49: the default numbering system of `ar` is `latn`).
    public func number(_ digits: String) -> String {
        formats.numbers.written(digits)
    }

    /// A whole number as readers of the language write it.
    public func number(_ number: Int) -> String {
        formats.numbers.written(number)
    }

    /// What a script needs to write whole numbers in the same way: the separator of groups, and how many digits stand before the first one
    /// at least.
    public var digitGroups: (separator: String, minimumDigits: Int) { formats.numbers.groups }

    // MARK: Dates and durations

    /// What a script needs to write durations in the same way: for days, hours, minutes and seconds the text of each plural category, with
    /// `{n}` for the number, and the text between two units.
    public var durationUnits: (units: [[(category: PluralCategory, text: String)]], joint: String) {
        let units = [formats.durations.day, formats.durations.hour, formats.durations.minute, formats.durations.second]
        return (units.map { unit in pluralCategories.map { ($0, unit.text(for: $0)) } }, formats.durations.joint)
    }

    /// An ISO 8601 date or time in the language's long form, such as `2 April 2019`; a month as `April 2019`; a year. The day is the
    /// written one, whatever the time zone. Any other text stays unchanged.
    public func date(_ iso8601: String) -> String {
        formats.dates.written(iso8601)
    }

    /// A length of time in its two largest neighbouring units with their short names, the second only when it is not 0: `178 d 22 h`,
    /// `5 min`. The remainder is cut off, not rounded. U+00A0 stands between a number and its unit, so that no line breaks there.
    public func duration(seconds: Int) -> String {
        formats.durations.written(seconds: seconds, in: self)
    }

    // MARK: Lists and names

    /// The texts in a row without a word between them: `Soyuz, Vostok, Zond`.
    public func list(_ texts: [String]) -> String {
        texts.joined(separator: formats.lists.separator)
    }

    /// The texts in a row with the word for 'and' before the last: `Soyuz, Vostok, and Zond`.
    public func listWithAnd(_ texts: [String]) -> String {
        formats.lists.writtenWithAnd(texts)
    }

    /// The text between U+2068 and U+2069 if it has letters that are written in the other direction than this language. Without isolation,
    /// the text around such a name changes its order (Unicode, UAX 9, 2.7).
    public func isolated(_ text: String) -> String {
        let needsIsolation = isRightToLeft ? Script.hasLeftToRightLetter(text) : Script.hasRightToLeftLetter(text)
        return needsIsolation ? "\u{2068}\(text)\u{2069}" : text
    }
}

/// The tables of a language. They are an object because a language is copied into whatever writes texts, and they have dozens of parts.
private final class Formats: Sendable {
    let cardinals: CompiledPluralRule
    let ordinals: CompiledPluralRule
    let numbers: NumberFormat
    let dates: DateFormat
    let durations: DurationFormat
    let lists: ListFormat

    init(
        cardinals: CompiledPluralRule, ordinals: CompiledPluralRule, numbers: NumberFormat, dates: DateFormat, durations: DurationFormat,
        lists: ListFormat
    ) {
        self.cardinals = cardinals
        self.ordinals = ordinals
        self.numbers = numbers
        self.dates = dates
        self.durations = durations
        self.lists = lists
    }
}
