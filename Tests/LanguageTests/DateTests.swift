import Language
import Testing

@Suite struct DateTests {
    @Test(arguments: [
        ("en", ["2\u{A0}April 2019", "1\u{A0}May 2019", "April 2019", "2019"]),
        ("de", ["2. April 2019", "1. Mai 2019", "April 2019", "2019"]),
        ("fr", ["2 avril 2019", "1er mai 2019", "avril 2019", "2019"]),
        ("es", ["2 de abril de 2019", "1 de mayo de 2019", "abril de 2019", "2019"]),
        ("ru", ["2 апреля 2019\u{202F}г.", "1 мая 2019\u{202F}г.", "апрель 2019\u{202F}г.", "2019"]),
        ("ja", ["2019年4月2日", "2019年5月1日", "2019年4月", "2019年"]),
        ("ar", ["2 أبريل 2019", "1 مايو 2019", "أبريل 2019", "2019"]),
    ])
    func aDateHasTheLongFormOfItsLanguage(tag: String, written: [String]) {
        let dates = ["2019-04-02", "2019-05-01", "2019-04", "2019"]
        #expect(dates.map { Language.language(for: tag).date($0) } == written)
    }

    @Test(arguments: [
        ("de", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        ("ru", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
        ("ar", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
    ])
    func eachMonthHasItsName(tag: String, names: String) {
        let language = Language.language(for: tag)
        let months = (1...12).map { language.date("2019-\($0 < 10 ? "0" : "")\($0)") }
        #expect(months.compactMap { $0.split(separator: " ").first }.joined(separator: " ") == names)
    }

    @Test func theMonthOfARussianDateStandsInTheGenitive() {
        let dates = (1...12).map { Language.language(for: "ru").date("2019-\($0 < 10 ? "0" : "")\($0)-09") }
        #expect(
            dates.map { $0.split(separator: " ")[1] } == [
                "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
            ])
    }

    @Test func theDayIsTheWrittenOneWhateverTheTimeZone() {
        let times = ["2019-04-02T23:30:00-05:00", "2019-04-02 00:10", "2019-04-02T", "2019-04T", "2019T10:00Z"]
        #expect(
            times.map { Language.english.date($0) }
                == ["2\u{A0}April 2019", "2\u{A0}April 2019", "2\u{A0}April 2019", "April 2019", "2019"])
    }

    @Test func anyOtherTextStaysUnchanged() {
        let texts = [
            "", "soon", "April 2019", "2019-13", "2019-00", "2019-4-2", "2019-04-32", "2019-04-00", "20190402", "-2019", "219-04-02",
            "2019/04/02", "2019-04-2x", "2019-04-02-05", "２０１９",
        ]
        #expect(Language.shipped.map { language in texts.map { language.date($0) } } == Array(repeating: texts, count: 7))
    }
}
