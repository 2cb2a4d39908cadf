/// Tells markup from text among the tags of unknown elements. A start tag with its end tag is markup, and both are removed. Without it the
/// tag is text: nobody reads `List<String>` as HTML but a parser.
struct UnknownTags {
    /// Where the start tags without an end tag so far were written, by the names of their elements. The innermost is last.
    private var open: [String: [Range<Int>]] = [:]
    /// Where the start tags with an end tag were written.
    private var markup: [Range<Int>] = []

    /// - Parameter range: the place in the output where the tag is written as text.
    mutating func begin(_ name: String, _ range: Range<Int>) {
        open[name, default: []].append(range)
    }

    /// - Returns: whether an element of this name was open.
    mutating func end(_ name: String) -> Bool {
        guard let start = open[name]?.popLast() else { return false }
        markup.append(start)
        return true
    }

    /// Removes the start tags that are markup from the output.
    func finish(_ output: inout [UInt8]) {
        guard !markup.isEmpty else { return }
        var kept: [UInt8] = []
        kept.reserveCapacity(output.count)
        var start = 0
        for range in markup.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            kept += output[start..<range.lowerBound]
            start = range.upperBound
        }
        kept += output[start...]
        output = kept
    }
}
