/// The rules for numbers of things, from CLDR 49, `plurals.xml`. Each is named for a language that has it.
enum CardinalRule: Sendable {
    case none, english, french, spanish, russian, arabic

    var categories: [PluralCategory] {
        switch self {
        case .none: [.other]
        case .english: [.one, .other]
        case .french, .spanish: [.one, .many, .other]
        case .russian: [.one, .few, .many, .other]
        case .arabic: PluralCategory.allCases
        }
    }

    func category(_ number: PluralOperands) -> PluralCategory {
        switch self {
        case .none: .other
        // i = 1 and v = 0
        case .english: number.whole == 1 && !number.hasDecimals ? .one : .other
        // i = 0,1
        case .french: number.whole <= 1 ? .one : Self.isMillions(number) ? .many : .other
        // n = 1
        case .spanish: number.equals(1) ? .one : Self.isMillions(number) ? .many : .other
        case .russian: Self.russian(number)
        case .arabic: Self.arabic(number)
        }
    }

    /// Whole millions, as in 'un million de vols'. The rule's other half is of numbers in compact form, which are not written here.
    private static func isMillions(_ number: PluralOperands) -> Bool {
        number.whole != 0 && number.whole.isMultiple(of: 1_000_000) && !number.hasDecimals
    }

    private static func russian(_ number: PluralOperands) -> PluralCategory {
        if number.hasDecimals { return .other }
        if (11...14).contains(number.whole % 100) { return .many }
        return switch number.whole % 10 {
        case 1: .one
        case 2...4: .few
        default: .many
        }
    }

    private static func arabic(_ number: PluralOperands) -> PluralCategory {
        if number.isFraction { return .other }
        return switch (number.whole, number.whole % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...): .many
        default: .other
        }
    }
}

/// The rules for ranks, from CLDR 49, `ordinals.xml`. Each is named for a language that has it.
enum OrdinalRule: Sendable {
    case none, english, french, spanish

    var categories: [PluralCategory] {
        switch self {
        case .none: [.other]
        case .english: [.one, .two, .few, .other]
        case .french, .spanish: [.one, .other]
        }
    }

    func category(_ number: PluralOperands) -> PluralCategory {
        switch self {
        case .none: .other
        case .english: Self.english(number)
        // n = 1
        case .french: number.whole == 1 ? .one : .other
        // n % 10 = 1,3 and n % 100 != 11
        case .spanish: [1, 3].contains(number.whole % 10) && number.whole % 100 != 11 ? .one : .other
        }
    }

    private static func english(_ number: PluralOperands) -> PluralCategory {
        if (11...13).contains(number.whole % 100) { return .other }
        return switch number.whole % 10 {
        case 1: .one
        case 2: .two
        case 3: .few
        default: .other
        }
    }
}
