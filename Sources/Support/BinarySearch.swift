extension Array {
    /// The first index at which a condition holds, and the array's count where it holds for no element. It is found by binary search.
    ///
    /// The name is that of the Swift Algorithms package.
    ///
    /// - Parameter holds: the condition. Where it holds for an element, it must hold for all later ones.
    @inlinable package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
