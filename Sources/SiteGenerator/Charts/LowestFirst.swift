/// Numbers of which the lowest is taken first, as a binary heap: each one is at most as large as the two below it.
struct LowestFirst {
    private var numbers: [Int] = []

    mutating func insert(_ number: Int) {
        numbers.append(number)
        var place = numbers.count - 1
        while place > 0, numbers[place] < numbers[(place - 1) / 2] {
            numbers.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Nil when there is none.
    mutating func removeLowest() -> Int? {
        guard let lowest = numbers.first, let last = numbers.popLast() else { return nil }
        guard !numbers.isEmpty else { return lowest }
        numbers[0] = last
        var place = 0
        while let lower = [2 * place + 1, 2 * place + 2].filter(numbers.indices.contains).min(by: { numbers[$0] < numbers[$1] }),
            numbers[lower] < numbers[place]
        {
            numbers.swapAt(place, lower)
            place = lower
        }
        return lowest
    }
}
