import Testing

@testable import HangarKit

@Suite struct UnifiedDiffTests {
    private func difference(_ old: String, _ new: String) -> String {
        String(decoding: UnifiedDiff(from: Array(old.utf8), named: "old", to: Array(new.utf8), named: "new").bytes, as: UTF8.self)
    }

    private func numbers(_ range: ClosedRange<Int>) -> String { range.map { "\($0)\n" }.joined() }

    @Test func theSameTextsHaveNone() {
        #expect(difference("a\nb\n", "a\nb\n") == "")
        #expect(difference("", "") == "")
    }

    @Test func changesThatAreFarFromEachOtherStandInHunksWithThreeLinesAround() {
        let new = numbers(1...20).replacing("\n2\n", with: "\ntwo\n").replacing("\n18\n", with: "\n17.5\n18\n")
        #expect(
            difference(numbers(1...20), new) == """
                --- old
                +++ new
                @@ -1,5 +1,5 @@
                 1
                -2
                +two
                 3
                 4
                 5
                @@ -15,6 +15,7 @@
                 15
                 16
                 17
                +17.5
                 18
                 19
                 20

                """)
    }

    @Test func changesWhoseLinesTouchAreOneHunk() {
        let new = numbers(1...12).replacing("\n3\n", with: "\n").replacing("\n9\n", with: "\n")
        #expect(
            difference(numbers(1...12), new) == """
                --- old
                +++ new
                @@ -1,12 +1,10 @@
                 1
                 2
                -3
                 4
                 5
                 6
                 7
                 8
                -9
                 10
                 11
                 12

                """)
    }

    @Test(arguments: [
        ("", "a\n", "@@ -0,0 +1 @@\n+a\n"), ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
        ("a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"),
        ("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
    ])
    func textsWithoutALineOrWithoutALastLineFeedHaveTheFormOfGNUDiff(old: String, new: String, hunks: String) {
        #expect(difference(old, new) == "--- old\n+++ new\n" + hunks)
    }

    @Test func whatIsNoTextIsNotShown() {
        #expect(difference("a\0", "b") == "Binary files old and new differ\n")
        let bytes = UnifiedDiff(from: [0xFF], named: "old", to: [0x61], named: "new").bytes
        #expect(String(decoding: bytes, as: UTF8.self) == "Binary files old and new differ\n")
    }
}
