import Language
import Testing

@Suite struct DurationTests {
    /// 178 days and 22 hours, 1 day and 1 hour, 2 days, 3 hours and 4 minutes, 5 minutes and 6 seconds, 0 seconds.
    private static let seconds = [15_458_400, 90_000, 172_800, 11_040, 306, 0]

    @Test(arguments: [
        ("en", ["178 d 22 h", "1 d 1 h", "2 d", "3 h 4 min", "5 min 6 s", "0 s"]),
        ("de", ["178 Tg. 22 Std.", "1 Tg. 1 Std.", "2 Tg.", "3 Std. 4 Min.", "5 Min. 6 Sek.", "0 Sek."]),
        ("fr", ["178 j 22 h", "1 j 1 h", "2 j", "3 h 4 min", "5 min 6 s", "0 s"]),
        ("es", ["178 d 22 h", "1 d 1 h", "2 d", "3 h 4 min", "5 min 6 s", "0 s"]),
        ("ru", ["178 дн. 22 ч", "1 дн. 1 ч", "2 дн.", "3 ч 4 мин", "5 мин 6 с", "0 с"]),
    ])
    func aDurationHasItsTwoLargestUnits(tag: String, written: [String]) {
        // Here a space between a number and its unit is U+00A0. That between the units is not.
        let expected = written.map { text in
            let words = text.split(separator: " ")
            return stride(from: 0, to: words.count, by: 2).map { "\(words[$0])\u{A0}\(words[$0 + 1])" }.joined(separator: " ")
        }
        #expect(Self.seconds.map { Language.language(for: tag).duration(seconds: $0) } == expected)
    }

    @Test func aJapaneseDurationHasNoSpaces() {
        #expect(
            Self.seconds.map { Language.language(for: "ja").duration(seconds: $0) }
                == ["178日22時間", "1日1時間", "2日", "3時間4分", "5分6秒", "0秒"])
    }

    @Test func anArabicDayHasSixForms() {
        let days = [1, 2, 3, 10, 11, 99, 100, 102, 103].map { Language.language(for: "ar").duration(seconds: $0 * 86_400) }
        #expect(
            days == [
                "يوم", "يومان", "3\u{A0}أيام", "10\u{A0}أيام", "11\u{A0}يومًا", "99\u{A0}يومًا", "100\u{A0}يوم", "102\u{A0}يوم",
                "103\u{A0}أيام",
            ])
    }

    @Test func arabicUnitsAreJoinedByAnd() {
        let durations = Self.seconds.map { Language.language(for: "ar").duration(seconds: $0) }
        #expect(
            durations == [
                "178\u{A0}يومًا و22\u{A0}ساعة", "يوم وساعة", "يومان", "3\u{A0}ساعات و4\u{A0}دقائق", "5\u{A0}دقائق و6\u{A0}ثوانٍ",
                "0\u{A0}ثانية",
            ])
    }

    @Test func theRemainderIsCutOff() {
        #expect(
            [86_399, 172_799, 3_599].map { Language.english.duration(seconds: $0) }
                == ["23\u{A0}h 59\u{A0}min", "1\u{A0}d 23\u{A0}h", "59\u{A0}min 59\u{A0}s"])
        #expect(Language.english.duration(seconds: 86_460) == "1\u{A0}d")
    }

    @Test func manyDaysAreGrouped() {
        let days = ["en", "de", "ru", "ar"].map { Language.language(for: $0).duration(seconds: 12_345 * 86_400) }
        #expect(days == ["12\u{202F}345\u{A0}d", "12.345\u{A0}Tg.", "12\u{A0}345\u{A0}дн.", "12,345\u{A0}يومًا"])
    }

    @Test func aNegativeDurationHasTheMinusOfItsLanguageOnce() {
        let durations = ["en", "de", "ar"].map { Language.language(for: $0).duration(seconds: -90_000) }
        #expect(durations == ["−1\u{A0}d 1\u{A0}h", "-1\u{A0}Tg. 1\u{A0}Std.", "\u{200E}-1\u{A0}يوم وساعة"])
        #expect(Language.english.duration(seconds: Int.min) == "−106\u{202F}751\u{202F}991\u{202F}167\u{202F}300\u{A0}d 15\u{A0}h")
    }
}
