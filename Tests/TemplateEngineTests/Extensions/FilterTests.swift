import Testing

@Suite struct FilterTests {
    @Test(arguments: [
        Example("Four digits stay together", "{{. | number}}", data: "9999", "9999"),
        Example("From five digits on there are groups of three", "{{. | number}}", data: "12345", "12\u{202F}345"),
        Example("Large numbers have many groups", "{{. | number}}", data: "-1234567", "−1\u{202F}234\u{202F}567"),
        Example("A fraction is not grouped", "{{. | number}}", data: "12345.67890", "12\u{202F}345.67890"),
        Example("An exponent is left alone", "{{. | number}}", data: "1e10", "1e10"),
        Example("Text that is a number counts as one", "{{. | number}}", data: #""100000""#, "100\u{202F}000"),
        Example("Other text stays", "{{. | number}}", data: #""12345 km""#, "12345 km"),
    ])
    func aNumberHasItsThousandsInGroups(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }

    @Test(arguments: [
        ("0", "0\u{A0}s"), ("59", "59\u{A0}s"), ("60", "1\u{A0}min"), ("3599", "59\u{A0}min 59\u{A0}s"), ("3605", "1\u{A0}h"),
        ("3661", "1\u{A0}h 1\u{A0}min"), ("86400", "1\u{A0}d"), ("15458400", "178\u{A0}d 22\u{A0}h"), ("86459", "1\u{A0}d"),
        ("-90", "−1\u{A0}min 30\u{A0}s"), ("1.9", "1\u{A0}s"), ("864000000000", "10\u{202F}000\u{202F}000\u{A0}d"),
        (#""7200""#, "2\u{A0}h"), (#""P1D""#, "P1D"), ("null", ""),
    ])
    func durationsHaveTheTwoLargestNeighbouringUnits(seconds: String, expected: String) throws {
        #expect(try render("{{. | duration}}", data: seconds) == expected)
    }

    @Test(arguments: [
        ("1966-11-28", "28\u{A0}November 1966"), ("1966-11-28T11:00:00Z", "28\u{A0}November 1966"),
        ("2024-02-05 23:59:59+02:00", "5\u{A0}February 2024"),
        ("1966-11", "November 1966"), ("1966", "1966"), ("28.11.1966", "28.11.1966"), ("1966-13-01", "1966-13-01"),
        ("1966-1-2", "1966-1-2"), ("soon", "soon"), ("", ""),
    ])
    func datesAreWrittenOut(date: String, expected: String) throws {
        #expect(try render("{{. | date}}", data: "\"\(date)\"") == expected)
    }

    @Test(arguments: [
        ("1", "flight"), ("0", "flights"), ("2", "flights"), ("1.0", "flights"), (#""1""#, "flight"), ("[1]", "flight"), ("null", ""),
    ])
    func pluralHasOneFormForOneAndOneForTheRest(count: String, expected: String) throws {
        #expect(try render(#"{{. | plural "flight" "flights"}}"#, data: count) == expected)
    }

    @Test(arguments: [
        Example(
            "url-encode keeps only unreserved characters", "{{{. | url-encode}}}", data: #""aZ09-._~ /?#&=é""#,
            "aZ09-._~%20%2F%3F%23%26%3D%C3%A9"),
        Example("json writes any value", "{{{. | json}}}", data: #"{"a": [1.50, null, true, "\n<"]}"#, #"{"a":[1.50,null,true,"\n<"]}"#),
        Example("What json writes is escaped for its place", "{{. | json}}", data: #"["a"]"#, "[&quot;a&quot;]"),
        Example("uppercase", "{{. | uppercase}}", data: #""straße""#, "STRASSE"),
        Example("capitalize", "{{. | capitalize}}", data: #""école spatiale""#, "École spatiale"),
        Example("A list with and", "{{. | and}}", data: #"["JSON", "CSV"]"#, "JSON and CSV"),
        Example("lowercase", "{{. | lowercase}}", data: #""ÉTOILE""#, "étoile"),
        Example("count of a list", "{{. | count}}", data: "[1, [2, 3]]", "2"),
        Example("count of nothing", "{{. | count}}", data: "null", "0"),
        Example("Filters follow each other", "{{. | date | uppercase}}", data: #""1966-11-28""#, "28\u{A0}NOVEMBER 1966"),
        Example("The bar needs no space behind it", "{{. |count|number}}", data: "[]", "0"),
        Example("Single quotes will do", "{{. | plural 'ox' 'oxen'}}", data: "2", "oxen"),
        Example("Arguments keep their spaces", "{{. | plural \"a  day\" \"b | c\"}}", data: "2", "b | c"),
        Example("Without a space before it the bar belongs to the name", "{{a|b}}", data: #"{"a|b": 1}"#, "1"),
    ])
    func aFilterChangesTheValueBeforeIt(_ example: Example) throws {
        #expect(try example.rendered() == example.expected)
    }
}
