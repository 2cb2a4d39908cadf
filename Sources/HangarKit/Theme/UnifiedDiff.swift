import Support

/// The lines in which two texts differ, in the unified form that `diff -u` writes and `patch` reads.
struct UnifiedDiff {
    /// Empty when the texts are the same.
    let bytes: [UInt8]

    /// The lines around a change that are shown with it.
    private static let context = 3

    private enum Edit {
        case keep(ArraySlice<UInt8>)
        case remove(ArraySlice<UInt8>)
        case add(ArraySlice<UInt8>)
    }

    init(from old: [UInt8], named oldName: String, to new: [UInt8], named newName: String) {
        guard old != new else {
            bytes = []
            return
        }
        guard Self.isText(old), Self.isText(new) else {
            bytes = Array("Binary files \(oldName) and \(newName) differ\n".utf8)
            return
        }
        let edits = Self.edits(from: Self.lines(old), to: Self.lines(new))
        bytes = Self.hunks(edits).reduce(into: Array("--- \(oldName)\n+++ \(newName)\n".utf8)) { $0 += Self.text(edits, $1) }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool { UTF8Text.firstInvalidByte(in: bytes) == nil && !bytes.contains(0) }

    /// The lines with their line feeds. The last may have none.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        return rest.isEmpty ? lines : lines + [rest]
    }

    private static func edits(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Edit] {
        var (removed, added): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let line, _, _): removed.insert(line)
            case .insert(let line, _, _): added.insert(line)
            }
        }
        var edits: [Edit] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                edits.append(.remove(old[before]))
                before += 1
            } else if added.contains(after) {
                edits.append(.add(new[after]))
                after += 1
            } else {
                edits.append(.keep(old[before]))
                before += 1
                after += 1
            }
        }
        return edits
    }

    /// The ranges of changes with the lines around them. Changes whose lines touch are in one range.
    private static func hunks(_ edits: [Edit]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, edit) in edits.enumerated() {
            if case .keep = edit { continue }
            let range = max(0, index - context)..<min(edits.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private static func text(_ edits: [Edit], _ hunk: Range<Int>) -> [UInt8] {
        let (oldStart, newStart) = counts(edits[..<hunk.lowerBound])
        let (oldCount, newCount) = counts(edits[hunk])
        var bytes = Array("@@ -\(place(oldStart, oldCount)) +\(place(newStart, newCount)) @@\n".utf8)
        for edit in edits[hunk] {
            let (mark, line) =
                switch edit {
                case .keep(let line): (UInt8(ascii: " "), line)
                case .remove(let line): (UInt8(ascii: "-"), line)
                case .add(let line): (UInt8(ascii: "+"), line)
                }
            bytes.append(mark)
            bytes += line
            if line.last != UInt8(ascii: "\n") { bytes += Array("\n\\ No newline at end of file\n".utf8) }
        }
        return bytes
    }

    /// The numbers of lines of the old and of the new text.
    private static func counts(_ edits: ArraySlice<Edit>) -> (old: Int, new: Int) {
        edits.reduce(into: (old: 0, new: 0)) { counts, edit in
            switch edit {
            case .keep: counts = (counts.old + 1, counts.new + 1)
            case .remove: counts.old += 1
            case .add: counts.new += 1
            }
        }
    }

    /// `12,7`, or `12` for one line. Where there is none, it is the line before.
    private static func place(_ before: Int, _ count: Int) -> String {
        count == 1 ? "\(before + 1)" : "\(count == 0 ? before : before + 1),\(count)"
    }
}
