import HangarKit
import Synchronization
import Testing

@Suite struct SanitizeTests {
    private func sanitize(_ input: [[UInt8]], lines: Bool = false) async -> Outcome {
        await Terminal(input: input).run(SanitizeCommand.self, lines ? ["--lines"] : [])
    }

    private func sanitize(_ input: String..., lines: Bool = false) async -> Outcome {
        await sanitize(input.map { Array($0.utf8) }, lines: lines)
    }

    @Test func htmlGoesInSafeHTMLComesOutInWhateverPiecesItArrives() async {
        let expected = Outcome(output: "<p>A <b>bold</b> word</p>\n")
        #expect(await sanitize("<p onclick=x()>A <b>bold</b> word<script>x()</script>") == expected)
        #expect(await sanitize("<p onclick=x()>A <b>bo", "ld</b> wo", "rd<script>x()</script>") == expected)
    }

    @Test func plainTextKeepsItsLinesNothingStaysNothing() async {
        #expect(await sanitize("One < two\nThree\n\nFour\n") == Outcome(output: "<p>One &lt; two<br>Three</p><p>Four</p>\n"))
        #expect(await sanitize() == Outcome(output: "\n"))
    }

    @Test func whatIsNoUTF8BecomesAReplacementCharacter() async {
        #expect(await sanitize([[0x61, 0xFF, 0x62], [0xE2, 0x82], [0xAC]]) == Outcome(output: "<p>a\u{FFFD}b€</p>\n"))
    }

    @Test func aTextOverTheLimitIsStatus65OneAtTheLimitIsNot() async {
        let limit = 262_144
        #expect(
            await sanitize(String(repeating: "a", count: limit + 1))
                == Outcome(
                    status: .badData,
                    diagnostics: ["hangar: error: standard input: the text is longer than the limit of 262144 bytes. Shorten it."]))
        #expect(await sanitize(String(repeating: "a", count: limit)).status == .done)
    }

    @Test func linesAnswersEachLineWithAJSONStringOrWithNullAndAWordOnWhatIsWrongAndGoesOn() async {
        let long = "\"\(String(repeating: "a", count: 262_145))\""
        let remedy = "Write each fragment as one JSON string on a line of its own."
        #expect(
            await sanitize("\"<b>x\"\r\n<b>x</b>\n\n", "{\"html\": 1}\n\(long)\n\"\\u003cscript>\\n\"\n\"la", "st\"", lines: true)
                == Outcome(
                    output: "\"<p><b>x</b></p>\"\nnull\nnull\nnull\nnull\n\"\"\n\"<p>last</p>\"\n",
                    diagnostics: [
                        "hangar: error: standard input:2:1: a value was expected here. \(remedy)",
                        "hangar: error: standard input:3:1: the text ends where a value was expected. \(remedy)",
                        "hangar: error: standard input:4:1: this is not a JSON string. \(remedy)",
                        "hangar: error: standard input:5: the text is 262145 bytes long, and the limit is 262144. Shorten it.",
                    ]))
        #expect(await sanitize(lines: true) == Outcome())
    }

    @Test func aLineThatNoFragmentCouldFillIsCountedAndNotKeptHoweverLong() async {
        let piece = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(
            await sanitize([[0x22], piece, piece, [0x22, 0x0A, 0x22, 0x62, 0x22]], lines: true)
                == Outcome(
                    output: "null\n\"<p>b</p>\"\n",
                    diagnostics: ["hangar: error: standard input:1: the line is 2000002 bytes long, and the limit is 1572866. Shorten it."])
        )
        #expect(
            await sanitize([piece, piece], lines: true)
                == Outcome(
                    output: "null\n",
                    diagnostics: ["hangar: error: standard input:1: the line is 2000000 bytes long, and the limit is 1572866. Shorten it."])
        )
    }

    @Test func anAnswerStandsThereBeforeTheNextLineIsRead() async {
        let trace = Trace()
        let outcome = await Terminal().run(SanitizeCommand.self, ["--lines"]) { environment in
            environment.readInput = { trace.nextInput() }
            environment.console.writeOutput = { bytes in trace.note("wrote " + String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(outcome.status == .done)
        #expect(trace.events == ["read", "wrote \"<p>1</p>\"\n", "read", "wrote \"<p>2</p>\"\n", "read"])
    }
}

/// Two lines of input, and the order in which they are read and answered.
private final class Trace: Sendable {
    private let state = Mutex<(events: [String], input: [String])>(([], ["\"1\"\n", "\"2\"\n"]))

    var events: [String] { state.withLock { $0.events } }

    func note(_ event: String) { state.withLock { $0.events.append(event) } }

    func nextInput() -> [UInt8] {
        state.withLock { state in
            state.events.append("read")
            return state.input.isEmpty ? [] : Array(state.input.removeFirst().utf8)
        }
    }
}
