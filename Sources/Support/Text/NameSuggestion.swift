/// 'Did you mean' suggestions for unknown names.
package enum NameSuggestion {
    /// The known name that a writer most likely meant. Nil when none is near.
    package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8)
        let limit = max(1, wanted.count / 3)
        // Limits the work for names that no one wrote by hand.
        guard wanted.count <= 200 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in known.sorted() {
            let distance = distance(from: wanted, to: Array(candidate.lowercased().utf8), limit: limit)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The least number of insertions, removals, replacements and swaps of adjacent bytes (optimal string alignment distance). If it is
    /// more than `limit`, the result is any number above `limit`.
    private static func distance(from first: [UInt8], to second: [UInt8], limit: Int) -> Int {
        guard abs(first.count - second.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for row in 1..<first.count + 1 {
            var current = [row] + [Int](repeating: 0, count: second.count)
            for column in 1..<second.count + 1 {
                let same = first[row - 1] == second[column - 1]
                current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}
