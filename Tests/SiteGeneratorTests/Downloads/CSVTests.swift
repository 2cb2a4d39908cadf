import Testing

@testable import SiteGenerator
@testable import TemplateEngine

@Suite struct CSVTests {
    private func record(_ fields: [String]) -> String {
        var output = OutputBuffer()
        CSV.append(fields, to: &output)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            (["a", "b c", ""], "a,b c,\r\n"), (["a,b", "c\"d"], "\"a,b\",\"c\"\"d\"\r\n"), (["a\nb", "c\r\nd"], "\"a\nb\",\"c\r\nd\"\r\n"),
            (["神舟", "\u{202E}x"], "神舟,\u{202E}x\r\n"), (["-5", "-0.5", "5"], "-5,-0.5,5\r\n"), ([], "\r\n"),
        ] as [([String], String)])
    func fieldsAreQuotedAsRFC4180Says(fields: [String], text: String) {
        #expect(record(fields) == text)
    }

    @Test(arguments: ["=1+1", "+1", "@SUM(1)", "-1+1", "-x", "\t=1", "\r=1", "\n=1", "=1,\"2\""])
    func whatASpreadsheetWouldRunHasAnApostropheInFront(field: String) {
        #expect(record([field]) == "\"'\(field.replacing("\"", with: "\"\""))\"\r\n")
    }

    @Test(
        arguments: [
            (.null, ""), (true, "true"), (false, "false"), (42, "42"), (.number("4.50"), "4.50"), ("x", "x"), (["a", "b"], "a; b"),
            ([], ""),
            (["k": 1], "{\"k\":1}"),
        ] as [(TemplateValue, String)])
    func aValueIsAField(value: TemplateValue, text: String) {
        #expect(CSV.text(value) == text)
    }
}
