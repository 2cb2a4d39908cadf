import Testing

@testable import TemplateEngine

@Suite struct OutputBufferTests {
    @Test func piecesStandOneBehindTheOther() {
        var output = OutputBuffer(capacity: 1)
        output.append(UInt8(ascii: "a"))
        output.append(contentsOf: "bc")
        output.append(contentsOf: Array("déf".utf8))
        Array("g".utf8).withUnsafeBufferPointer { output.append(contentsOf: $0) }
        output.append(contentsOf: [])
        output.append(contentsOf: UnsafeBufferPointer<UInt8>(start: nil, count: 0))
        #expect(String(decoding: output.bytes, as: UTF8.self) == "abcdéfg")
        #expect(output.count == 8)
    }

    @Test(arguments: [0, 1, 7, 4_096])
    func itGrowsToWhatIsNeededWhateverThereWasRoomFor(capacity: Int) {
        var output = OutputBuffer(capacity: capacity)
        var expected: [UInt8] = []
        for length in [1, 3, 8, 0, 100, 5_000, 70_000, 2] {
            let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 ^ length) }
            output.append(contentsOf: piece)
            expected += piece
            output.append(UInt8(ascii: "|"))
            expected.append(UInt8(ascii: "|"))
        }
        #expect(output.bytes == expected)
    }

    @Test(arguments: [(5, "abcde"), (3, "abc"), (0, ""), (-1, ""), (9, "abcde")])
    func whatWasLastCanBeTakenBack(count: Int, left: String) {
        var output = OutputBuffer()
        output.append(contentsOf: "abcde")
        output.cut(to: count)
        #expect(String(decoding: output.bytes, as: UTF8.self) == left)
        output.append(contentsOf: "!")
        #expect(String(decoding: output.bytes, as: UTF8.self) == left + "!")
    }

    @Test func anEmptiedBufferBeginsAgain() {
        var output = OutputBuffer()
        output.append(contentsOf: "the first page")
        output.removeAll()
        #expect(output.bytes == [])
        #expect(output.last == nil)
        output.append(contentsOf: "the next")
        #expect(String(decoding: output.bytes, as: UTF8.self) == "the next")
    }

    @Test func itsEndCanBeLookedAtAndTurnedRound() {
        var output = OutputBuffer()
        output.append(contentsOf: "n = 321")
        #expect(output.last == UInt8(ascii: "1"))
        #expect(output[0] == UInt8(ascii: "n"))
        output.reverse(from: 4)
        #expect(String(decoding: output.bytes, as: UTF8.self) == "n = 123")
    }

    @Test func aFailureInsideOfALookAtTheBytesComesOutOfIt() {
        struct Refusal: Error, Equatable { let count: Int }
        var output = OutputBuffer()
        output.append(contentsOf: "abc")
        #expect(throws: Refusal(count: 3)) {
            try output.withUnsafeBytes { (bytes) throws(Refusal) in throw Refusal(count: bytes.count) }
        }
    }

    @Test(arguments: 0..<24)
    func textsAreEscapedWhereverInThemACharacterStandsThatNeedsIt(place: Int) {
        let text = String(repeating: "é", count: place) + "<" + String(repeating: "x", count: 23 - place) + "&"
        var output = OutputBuffer()
        Escaper.html.append(text, to: &output)
        let expected = String(repeating: "é", count: place) + "&lt;" + String(repeating: "x", count: 23 - place) + "&amp;"
        #expect(String(decoding: output.bytes, as: UTF8.self) == expected)
    }

    @Test func aValueIsWhereItsPairSaysItIs() {
        #expect(MemoryLayout<FieldStorage.Field>.offset(of: \.1) == FieldsView.valueOffset)
    }
}
