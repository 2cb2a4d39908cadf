import Language
import TemplateEngine
import Testing

/// The words of a language in templates, and the messages that views carry.
@Suite struct MessageTests {
    /// Messages from keys and texts. A text of several lines is a choice: `plural: count` and then `one: text`.
    private func messages(_ texts: [String: String], _ language: String = "en") throws -> Messages {
        try Messages(texts.sorted { $0.key < $1.key }.map(source), language: .language(for: language))
    }

    private func source(_ key: String, _ text: String) -> MessageSource {
        func placed(_ text: some StringProtocol) -> PlacedText { PlacedText(String(text), line: 3, column: 9, sourceLine: "  key: text") }
        let lines = text.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1) }
        guard lines.count > 1, let kind = MessageChoiceKind(rawValue: String(lines[0][0])) else {
            return MessageSource(key: key, form: .text(placed(text)), origin: "en.yml")
        }
        let cases = lines.dropFirst().map { (name: placed($0[0]), form: MessageForm.text(placed($0[1]))) }
        return MessageSource(key: key, form: .choice(kind, by: placed(lines[0][1]), cases: cases), origin: "en.yml")
    }

    private func rendered(_ template: String, _ data: String, _ texts: [String: String], _ language: String = "en") throws -> String {
        try render(
            ["page.html.mustache": template], data: data, options: TemplateOptions(strict: true, messages: try messages(texts, language)))
    }

    @Test(arguments: [
        (
            "A text is escaped for its place", "<p title=\"{{words.a.b}}\">{{words.a.b}}", "{}", "Q & \"A\"",
            "<p title=\"Q &amp; &quot;A&quot;\">Q &amp; &quot;A&quot;"
        ),
        (
            "A value comes from the contexts", "{{#craft}}{{words.a.b}}{{/craft}}", #"{"craft":{"name":"<Lark>"}}"#, "The {name}.",
            "The &lt;Lark&gt;."
        ),
        ("A number has the language's form", "{{words.a.b}}", #"{"n":12345}"#, "{n} km", "12\u{202F}345 km"),
        ("A filter may follow a name", "{{words.a.b}}", #"{"d":"2019-04-02"}"#, "on {d | date}", "on 2\u{A0}April 2019"),
        ("Two braces are one", "{{words.a.b}}", "{}", "{{x}}", "{x}"),
        ("A plural has its form", "{{words.a.b}}", #"{"n":1}"#, "plural: n\none: {n} flight\nother: {n} flights", "1 flight"),
        ("A number may have its own form", "{{words.a.b}}", #"{"n":0}"#, "plural: n\n0: none\none: {n} flight\nother: {n} flights", "none"),
        ("An ordinal has its form", "{{words.a.b}}", #"{"n":22}"#, "ordinal: n\none: {n}st\ntwo: {n}nd\nfew: {n}rd\nother: {n}th", "22nd"),
        ("A choice is by the value", "{{words.a.b}}", #"{"kind":"x"}"#, "select: kind\nx: ex\nother: else", "ex"),
        ("Any other value has the form other", "{{words.a.b}}", #"{"kind":"y"}"#, "select: kind\nx: ex\nother: else", "else"),
        (
            "A block is a part of the sentence", "{{< words.a.b}}{{$link}}<a href=\"/\">{{name}}</a>{{/link}}{{/ words.a.b}}",
            #"{"name":"N"}"#, "See {link} & {name}.", "See <a href=\"/\">N</a> &amp; N."
        ),
        ("A list has the language's separator", "{{words.a.b}}", #"{"l":["A","B"]}"#, "{l}", "A, B"),
    ])
    func wordsInATemplate(rule: String, template: String, data: String, text: String, expected: String) throws {
        #expect(try rendered(template, data, ["a.b": text]) == expected, "\(rule)")
    }

    @Test(arguments: [
        (
            "ru", "plural: n\none: {n} полёт\nfew: {n} полёта\nmany: {n} полётов\nother: {n} полёта",
            [1: "1 полёт", 3: "3 полёта", 11: "11 полётов", 21: "21 полёт"]
        ),
        ("ja", "plural: n\nother: {n}回", [1: "1回", 12_345: "12,345回"]),
        ("de", "plural: n\none: {n} Flug\nother: {n} Flüge", [1: "1 Flug", 2_000: "2.000 Flüge"]),
    ])
    func eachLanguageHasItsPluralFormsAndNumbers(language: String, text: String, expected: [Int: String]) throws {
        for (number, words) in expected {
            #expect(try rendered("{{words.a.b}}", #"{"n":\#(number)}"#, ["a.b": text], language) == words)
        }
    }

    @Test func aMessageOfAViewIsPrintedInTheLanguageAndIsItsValuesAsASection() throws {
        let library = try TemplateLibrary(
            sources(["page.html.mustache": "{{note}}|{{#note}}{{rank}}{{/note}}|{{^none}}-{{/none}}"]),
            options: TemplateOptions(messages: try messages(["plate.rank": "{rank} of {total}, {place}", "plate.first": "<first>"])))
        let note = TemplateValue.message(
            "plate.rank", ["rank": 2, "total": 12345, "place": .message("plate.first")])
        #expect(try library.render("page.html", ["note": note, "none": .null]) == "2 of 12\u{202F}345, &lt;first&gt;|2|-")
        var output = OutputBuffer()
        note.appendJSON(pretty: false, messages: try messages(["plate.rank": "\"{rank}\""]), to: &output)
        #expect(String(decoding: output.bytes, as: UTF8.self) == #""\"2\"""#)
        #expect(
            String(decoding: TemplateValue.message("a", ["n": 1]).json(pretty: false), as: UTF8.self)
                == #"{"message":"a","values":{"n":1}}"#)
    }

    @Test func aNameInTheOtherDirectionIsIsolatedInASentence() throws {
        #expect(try messages(["a.b": "to {name}"]).text(TemplateMessage("a.b", ["name": "سفينة"])) == "to \u{2068}سفينة\u{2069}")
        #expect(try messages(["a.b": "إلى {name}"], "ar").text(TemplateMessage("a.b", ["name": "Lark"])) == "إلى \u{2068}Lark\u{2069}")
    }

    @Test func otherLanguagesFillInWithPluralsOfTheirOwnAndNumbersOfTheSites() throws {
        let english = try messages(["a.b": "plural: n\none: {n} flight\nother: {n} flights", "a.c": "English"])
        let german = try messages(["a.c": "Deutsch"], "de").falling(backTo: english)
        #expect(german.text(TemplateMessage("a.b", ["n": 1234])) == "1.234 flights")
        #expect(german.text(TemplateMessage("a.c")) == "Deutsch")
        #expect(german.keys == ["a.b", "a.c"])
    }

    @Test(arguments: [
        (
            "{{words.a.headng}}", ["a.heading": "H"],
            "page.html.mustache:1:1: there are no words 'a.headng'. Did you mean 'words.a.heading'?"
        ),
        ("{{{words.a.b}}}", ["a.b": "B"], "page.html.mustache:1:1: words are text, which is not printed unescaped. Write {{words.a.b}}"),
        (
            "{{words.a.b | date}}", ["a.b": "B"],
            "page.html.mustache:1:1: words take no filter. Write the filter in the words, or take it out"
        ),
        (
            "{{words.a.b}}", ["a.b": "{nme}"],
            "en.yml:3:9: there is no value 'nme' at page.html.mustache:1, where these words stand. Did you mean 'name'?"
        ),
        (
            "{{< words.a.b}}{{$lnk}}x{{/lnk}}{{/ words.a.b}}", ["a.b": "{link}"],
            "page.html.mustache:1:16: the words 'a.b' have no '{lnk}'. Did you mean 'link'?"
        ),
        (
            "{{< words.a.b}}{{$link}}x{{/link}}{{/ words.a.b}}", ["a.b": "select: link\na: {link}\nother: {link}!"],
            "page.html.mustache:1:16: the words 'a.b' have forms, into which no block is put: en.yml:3. "
                + "Write {{words.a.b}} without blocks, or words with one form"
        ),
        (
            "{{#words.a.b}}x{{/words.a.b}}", ["a.b": "B"],
            "page.html.mustache:1:1: the words 'a.b' are a text, which is always there, so no section asks for it. "
                + "Write {{words.a.b}} where the text is to stand"
        ),
        (
            "{{^words.a.heding}}x{{/words.a.heding}}", ["a.heading": "B"],
            "page.html.mustache:1:1: there are no words 'a.heding'. Did you mean {{words.a.heading}}?"
        ),
        (
            "{{words}}", ["a.b": "B"],
            "page.html.mustache:1:1: 'words' alone names no words. Write their group and key, as in {{words.GROUP.KEY}}"
        ),
        (
            "{{wrods.a.b}}", ["a.b": "B"],
            "page.html.mustache:1:1: the view of 'page.html.mustache' has no 'wrods' of 'wrods.a.b' here. Did you mean 'words'?"
        ),
    ])
    func aMistakeIsReportedAtItsPlace(template: String, texts: [String: String], message: String) throws {
        let options = TemplateOptions(strict: true, messages: try messages(texts))
        let error = #expect(throws: TemplateErrors.self) {
            _ = try TemplateLibrary(
                sources(["page.html.mustache": template]), shapes: ["page.html.mustache": ["name": .text, "link": .text]], options: options)
        }
        #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
    }

    @Test(arguments: [
        ("a {b", "this '{' is not closed. Write '}' after the name of the value, or '{{' for a brace in the text"),
        ("a } b", "this '}' closes nothing. Write '}}' for a brace in the text"),
        ("{a | dte}", "there is no filter 'dte'. Did you mean 'date'?"),
        ("plural: n\nother: x", "the plural form 'one' is missing. The language 'en' has the forms one, other"),
        ("plural: n\none: x\nfew: y\nother: z", "'few' is no plural form of the language 'en'. Its forms are one, other"),
        ("ordinal: n\none: x\ntwo: y\nother: z", "the ordinal form 'few' is missing. The language 'en' has the forms one, two, few, other"),
    ])
    func aFaultyMessageIsRefusedAtItsPlace(text: String, message: String) throws {
        let error = #expect(throws: TemplateErrors.self) { _ = try messages(["a.b": text]) }
        #expect(error?.description.split(separator: "\n").first.map(String.init) == "en.yml:3:9: " + message)
    }
}
