/// Why a program stopped, in the program's own terms.
struct RenderFailure: Error {
    enum Reason {
        case outputLimit
        case depthLimit
        case stepLimit
        case notSafeHTML
        case fault(UInt32)
    }

    let reason: Reason
    let position: TagPosition
    /// The templates that are being rendered. The outermost is first.
    let chain: [TemplateID]

    /// The last round of a chain that repeats itself: `a → b → a`.
    func cycle(names: [String]) -> String {
        guard let last = chain.last else { return "" }
        let start = chain.dropLast().lastIndex(of: last) ?? max(0, chain.count - 8)
        return chain[start...].map { names[$0.index] }.joined(separator: " → ")
    }
}
