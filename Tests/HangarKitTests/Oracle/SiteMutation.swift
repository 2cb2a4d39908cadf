/// A change of the site, of its output or of what its builds remember.
struct SiteMutation: Sendable {
    /// What is counted.
    let kind: String
    /// How often it is chosen, beside the others.
    let weight: Int
    /// The result says what was done. It is nil when there is nothing to change in this way.
    let apply: @Sendable (inout OracleSite, inout SplitMix64) throws -> String?

    init(_ kind: String, weight: Int = 1, _ apply: @escaping @Sendable (inout OracleSite, inout SplitMix64) throws -> String?) {
        self.kind = kind
        self.weight = weight
        self.apply = apply
    }

    /// All that are the same each time. Where a kill comes is not.
    static let all = records + fetches + configuration + theme + output + memory + failures
}
