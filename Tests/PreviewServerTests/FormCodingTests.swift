import Testing

@testable import PreviewServer

@Suite struct FormCodingTests {
    @Test(arguments: [
        ("", []), ("a=1&b=2", ["a:1", "b:2"]), ("a=b=c", ["a:b=c"]), ("a", ["a:"]), ("&&a=", ["a:"]), ("a+b=c+%2B", ["a b:c +"]),
        ("%D0%91=%e2%80%93", ["Б:–"]), ("a=100%&b=%4", ["a:100%", "b:%4"]), ("a=%zz%F", ["a:%zz%F"]), ("a=%FF", ["a:\u{FFFD}"]),
    ])
    func aQueryIsReadAsAForms(query: String, expected: [String]) {
        #expect(FormCoding.parameters(of: query).map { "\($0.name):\($0.value)" } == expected)
    }

    @Test(arguments: [("a b", "a+b"), ("-id,name", "-id%2Cname"), ("Б&=+%", "%D0%91%26%3D%2B%25"), ("\n~_.", "%0A~_.")])
    func whatIsWrittenReadsBackAndIsWrittenAsTheAPIWritesIt(text: String, expected: String) {
        #expect(FormCoding.encoded(text) == expected)
        #expect(FormCoding.decoded(expected, plusIsSpace: true) == text)
    }

    @Test(arguments: [("a b+c", "a%20b+c"), ("50%/50?", "50%25%2F50%3F"), ("it's", "it's")])
    func inAPathAPlusIsAPlus(text: String, expected: String) {
        #expect(FormCoding.encodedPathPart(text) == expected)
        #expect(FormCoding.decoded(expected, plusIsSpace: false) == text)
    }
}
