import HTMLSanitizer
import Testing

@Suite struct PlainTextTests {
    private func sanitized(_ input: String) throws -> SanitizedHTML { try Sanitizer().sanitize(input) }

    @Test func textPartsParagraphsByABlankLineItemsAndLinesByALineFeed() throws {
        let text = try sanitized("<p>Soyuz <b>TM</b>-4<br>flew to Mir.</p><ul><li>R&amp;D<li>3 &lt; 4</ul><pre>a\n  b</pre>")
        #expect(text.plainText() == "Soyuz TM-4\nflew to Mir.\n\nR&D\n3 < 4\n\na\nb")
    }

    @Test func textStandsOnOneLineAsASummary() throws {
        #expect(try sanitized("One\r\ntwo.\r\n\r\nThree").summary(limit: 100) == "One two. Three")
    }

    @Test(arguments: [
        (16, "Progress carried"), (15, "Progress…"), (14, "Progress…"), (9, "Progress…"), (8, "Progres…"), (1, "…"), (0, ""), (-1, ""),
    ])
    func textIsCutAfterAWordTheEllipsisCountedIn(limit: Int, expected: String) throws {
        let text = try sanitized("Progress carried")
        #expect(text.summary(limit: limit) == expected)
        #expect(text.plainText(limit: limit) == expected)
    }

    @Test func textLeavesNoPunctuationHangingBeforeTheEllipsis() throws {
        #expect(try sanitized("Cargo, fuel – and crew").summary(limit: 15) == "Cargo, fuel…")
        #expect(try sanitized("Launched (in 1980)").summary(limit: 12) == "Launched…")
    }

    @Test func textIsCutBetweenCharactersWhereAScriptWritesNoSpaces() throws {
        #expect(try sanitized("神舟飞船是中国自行研制的载人飞船").summary(limit: 8) == "神舟飞船是中国…")
        // The accent belongs to the eighth character, or comes later.
        #expect(try sanitized("Soyuz TM\u{301} 4").summary(limit: 8) == "Soyuz…")
        #expect(try sanitized("Soyuz TM4\u{301} 4").summary(limit: 8) == "Soyuz…")
        #expect(try sanitized("👩‍🚀👩‍🚀👩‍🚀👩‍🚀").summary(limit: 3) == "👩‍🚀👩‍🚀…")
    }

    @Test func textReadsEachEntityOnce() throws {
        #expect(try sanitized("&amp;lt; 10&nbsp;km &amp;amp;").plainText() == "&lt; 10\u{A0}km &amp;")
    }

    @Test func textKeepsOneSpaceBetweenWordsWhateverTheyStandIn() throws {
        let text = try sanitized("a  <b>long b</b> <i> c</i> &amp; d &lt;e <u>f </u><br> g\t\th")
        #expect(text.plainText() == "a long b c & d <e f\ng h")
        #expect(text.summary(limit: 100) == "a long b c & d <e f g h")
    }

    /// Eight bytes are read at a time, so the position of a character among them matters.
    @Test(arguments: 0..<17)
    func textFoldsTheSpacesOfPreformattedText(offset: Int) throws {
        let word = String(repeating: "x", count: offset)
        let text = try sanitized("<pre>\(word)a  b </pre>c")
        #expect(text.plainText() == "\(word)a b\n\nc")
    }

    @Test func textIsEmptyWhereNothingIsLeftToShow() throws {
        let nothing = try sanitized("<script>alert(1)</script> <p></p>")
        #expect(nothing.isEmpty)
        #expect(nothing.plainText() == "")
    }
}
