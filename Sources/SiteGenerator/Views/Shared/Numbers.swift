/// Numbers as the pages print them: in groups of three with narrow no-break spaces (ISO 80000-1, 7.3.1), the same in every language.
enum Numbers {
    static func grouped(_ number: Int) -> String {
        if (0...9_999).contains(number) { return String(number) }
        let digits = String(number.magnitude)
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0, digits.count > 4 { text += "\u{202F}" }
            text.append(digit)
        }
        return text
    }

    /// `1 flight`, `30 flights`.
    static func counted(_ number: Int, _ one: String, _ many: String) -> String {
        grouped(number) + "\u{A0}" + (number == 1 ? one : many)
    }
}
