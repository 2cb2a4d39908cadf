/// The readable part of an address: lower-case ASCII letters, digits and single hyphens.
///
/// It is made with Hangar's own tables, so that an address does not depend on the machine. Latin letters lose their diacritics. Cyrillic is
/// transliterated (ISO 9 without diacritics). All other characters separate words. A name without any usable character gives an empty slug.
public enum Slug {
    static let maximumLength = 80

    public static func make(_ name: String) -> String {
        cut(plain(name) ?? transliterated(name))
    }

    /// The slug of an ASCII name, made byte by byte. It is nil for any other name.
    private static func plain(_ name: String) -> String? {
        var name = name
        return name.withUTF8 { bytes in
            if bytes.contains(where: { $0 >= 0x80 }) { return nil }
            // A hyphen takes the place of one character at least.
            return String(unsafeUninitializedCapacity: bytes.count) { slug in
                var count = 0
                var isWordOpen = false
                for byte in bytes {
                    let letter: UInt8
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letter = byte
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = byte | 0x20
                    case UInt8(ascii: "'"): continue
                    default:
                        isWordOpen = false
                        continue
                    }
                    if !isWordOpen, count > 0 {
                        slug[count] = UInt8(ascii: "-")
                        count += 1
                    }
                    isWordOpen = true
                    slug[count] = letter
                    count += 1
                }
                return count
            }
        }
    }

    private static func transliterated(_ name: String) -> String {
        var slug = ""
        var isWordOpen = false
        for scalar in name.lowercased().unicodeScalars {
            guard let letters = ascii(scalar) else { continue }
            guard !letters.isEmpty else {
                isWordOpen = false
                continue
            }
            if !isWordOpen && !slug.isEmpty { slug += "-" }
            isWordOpen = true
            slug += letters
        }
        return slug
    }

    /// Cuts a slug that is too long at the end of a word.
    private static func cut(_ slug: String) -> String {
        guard slug.utf8.count > maximumLength else { return slug }
        let cut = slug.prefix(maximumLength + 1)
        return String(cut[..<(cut.lastIndex(of: "-") ?? cut.index(before: cut.endIndex))])
    }

    /// The ASCII form of a scalar. It is nil for a character that disappears (an apostrophe, a hard or soft sign, a combining mark). It is
    /// empty for the end of a word.
    private static func ascii(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(scalar)
        case 0x27, 0x2019, 0x2BC, 0x300...0x36F, 0x44A, 0x44C: return nil
        default: return transliterations[scalar] ?? letters[scalar] ?? ""
        }
    }

    private static let transliterations: [Unicode.Scalar: String] = [
        "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c",
        "ч": "ch", "ш": "sh", "щ": "shh", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "і": "i", "є": "e",
        "ґ": "g",
    ]

    /// The letters that Unicode takes apart into one of the above, or of ASCII, and combining marks (Unicode Standard Annex 15, NFD). No
    /// later version of Unicode changes them.
    private static let composed: [Unicode.Scalar: String] = [
        "a": "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "b": "ḃḅḇ", "c": "çćĉċčḉ", "d": "ďḋḍḏḑḓ", "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "f": "ḟ", "g": "ĝğġģǧǵḡ", "h": "ĥȟḣḥḧḩḫẖ", "i": "ìíîïĩīĭįǐȉȋḭḯỉị", "j": "ĵǰ", "k": "ķǩḱḳḵ", "l": "ĺļľḷḹḻḽ", "m": "ḿṁṃ",
        "n": "ñńņňǹṅṇṉṋ", "o": "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "p": "ṕṗ", "r": "ŕŗřȑȓṙṛṝṟ", "s": "śŝşšșṡṣṥṧṩ",
        "t": "ţťțṫṭṯṱẗ", "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "v": "ṽṿ", "w": "ŵẁẃẅẇẉẘ", "x": "ẋẍ", "y": "ýÿŷȳẏẙỳỵỷỹ",
        "z": "źżžẑẓẕ", "æ": "ǣǽ", "ø": "ǿ", "а": "ӑӓ", "г": "ѓ", "е": "ѐёӗ", "ж": "ӂӝ", "з": "ӟ", "и": "йѝӣӥ", "к": "ќ", "о": "ӧ",
        "у": "ўӯӱӳ", "ч": "ӵ", "ы": "ӹ", "э": "ӭ", "і": "ї",
    ]

    private static let letters = composed.reduce(into: [Unicode.Scalar: String]()) { letters, row in
        for scalar in row.value.unicodeScalars { letters[scalar] = transliterations[row.key] ?? String(row.key) }
    }
}
