import Language
import Testing

@testable import Catalogue
@testable import SiteGenerator
@testable import TemplateEngine

/// A language made from the English words: each letter has an accent, and each text is in brackets and a third longer. What is plain on a
/// page of it is either data or a text that no file of words has.
@Suite struct PseudoLanguageTests {
    private static let letters = Dictionary(
        uniqueKeysWithValues: zip(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀćđéƒǧĥíĵķłɱńóƥɋŕśţúṽŵẋýžÁƁĆĐÉƑǦĤÍĴĶŁṀŃÓƤɊŔŚŢÚṼŴẊÝŽ"))

    private static func pseudo(_ text: String) -> String {
        var made = ""
        var isValue = false
        for character in text {
            if character == "{" { isValue = true }
            made.append(isValue ? character : letters[character] ?? character)
            if character == "}" { isValue = false }
        }
        return "[" + made + String(repeating: "·", count: text.count / 3) + "]"
    }

    private static func yaml(_ form: MessageForm, _ indentation: String) -> String {
        switch form {
        case .text(let text): return " \"" + pseudo(text.text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"\n"
        case .choice(let kind, let by, let cases):
            return "\n\(indentation)\(kind.rawValue): \(by.text)\n"
                + cases.map { "\(indentation)\"\($0.name.text)\":" + yaml($0.form, indentation + "  ") }.joined()
        }
    }

    private static let theme: Theme = {
        let english = WordsFile(Theme.standard.words.first { $0.path == "words/en.yml" } ?? .init(path: "", bytes: [], origin: "")).messages
        var groups: [(String, String)] = []
        for message in english {
            let parts = message.key.split(separator: ".").map(String.init)
            if groups.last?.0 != parts[0] { groups.append((parts[0], "")) }
            groups[groups.count - 1].1 += "  \"\(parts[1])\":" + yaml(message.form, "    ")
        }
        let text = groups.map { "\"\($0.0)\":\n\($0.1)" }.joined()
        let file = Theme.File(path: "words/en-XA.yml", bytes: Array(text.utf8), origin: "en-XA.yml")
        return Sample.theme.overlaid(by: Theme(templates: [file], assets: []))
    }()

    @Test(arguments: [false, true])
    func noTextOfAWholeSiteIsPlainButTheData(hasFlights: Bool) throws {
        var settings = Sample.settings
        settings.language = "en-XA"
        var input = hasFlights ? try Sample.inputWithFlights() : try Sample.input(settings: settings, about: nil)
        input.settings = settings
        input.pages = []
        input.theme = Self.theme
        let data = Self.data(of: input)
        let site = try SiteGenerator(input)
        #expect(site.missingWords.map(\.language) == [])
        var plain: Set<String> = []
        for file in site.files where file.isPage {
            var output = OutputBuffer()
            try site.render(file, into: &output)
            for text in Self.texts(of: String(decoding: output.bytes, as: UTF8.self)) where !data.contains(text) {
                plain.insert("\(file.path): \(text)")
            }
        }
        #expect(plain.sorted() == [])
    }

    /// The texts of the snapshot, the history and the configuration, and what is the same in all languages: file names, formats, months of
    /// English, in whose forms this language writes dates.
    private static func data(of input: SiteInput) -> Set<String> {
        let model = SiteModel(input)
        var texts = strings(in: Sample.contents) + strings(in: Sample.flights) + strings(in: input.history) + strings(in: input.settings)
        texts +=
            Downloads.files(model).flatMap { [$0.name, $0.format.name, $0.format.fileExtension] }
            + SQLiteDownload.tables(model).flatMap { table in
                [table.name] + table.columns.flatMap { [$0.name, $0.source ?? "", $0.unit?.symbol ?? ""] }
            }
        texts += [
            SQLiteDownload.fileName, DataPackage.fileName, CSVWMetadata.fileName, SchemaFile.name(CraftRecord.schemaName),
            SiteFileSchema.search, SiteFileSchema.status,
        ]
        texts +=
            ["Launch Library 2, The Space Devs", "UTC min km kg"]
            + (1...12).map { Language.english.date("2000-\($0 < 10 ? "0" : "")\($0)") }
        return Set(texts.flatMap(words))
    }

    /// All texts in a value at any depth. The names of fields in the history are no data that a page shows.
    private static func strings(in value: Any) -> [String] {
        if let text = value as? String { return [text] }
        return Mirror(reflecting: value).children.flatMap { $0.label == "field" ? [] : strings(in: $0.value) }
    }

    private static func words(in text: String) -> [String] {
        text.matches(of: /[A-Za-z]{2,}/).map { $0.output.lowercased() }
    }

    /// The words in ASCII letters in the texts and the attributes that people read.
    private static func texts(of page: String) -> [String] {
        let body = page.replacing(/<script[^>]*>.*?<\/script>/.dotMatchesNewlines(), with: " ")
        let attributes = body.matches(of: /\s(?:alt|title|aria-label|placeholder|data-unreadable)="([^"]*)"/).map { String($0.output.1) }
        let descriptions = body.matches(
            of: /<meta (?:name|property)="(?:description|og:title|og:description|og:image:alt)" content="([^"]*)"/
        )
        .map { String($0.output.1) }
        let texts = body.replacing(/<[^>]*>/, with: "\u{1}").split(separator: "\u{1}").map(String.init)
        return (texts + attributes + descriptions).flatMap { text in
            words(in: text.replacing(/https?:\/\/\S+/, with: " ").replacing(/&[a-z#0-9]+;/, with: " "))
        }
    }
}
