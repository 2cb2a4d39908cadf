extension StringProtocol {
    /// Without the characters at both ends that satisfy the predicate.
    func trimming(_ isDropped: (Character) -> Bool) -> Substring {
        var rest = Substring(self).drop(while: isDropped)
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
