extension Dictionary where Key == Int {
    /// The keys in ascending order. An array of them is sorted, and not the pairs: the compiler makes a sort of its own for each type of
    /// element, and there are nine kinds of entities.
    var sortedKeys: [Int] {
        var keys = Array(keys)
        keys.sort()
        return keys
    }
}
