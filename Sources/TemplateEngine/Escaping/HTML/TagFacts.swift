/// What the attributes read so far say about the tag that they are in.
struct TagFacts: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// A `script` that holds data: its first type is JSON.
    static let holdsJSON = TagFacts(rawValue: 1)
    static let hasType = TagFacts(rawValue: 2)
    /// A `meta` that is, or may be, a refresh.
    static let isRefresh = TagFacts(rawValue: 4)
    static let hasTagInContent = TagFacts(rawValue: 8)

    /// What must be reckoned with where either may be true.
    func joined(_ other: TagFacts) -> TagFacts {
        self == other ? self : union(other).subtracting(.holdsJSON)
    }
}
