/// Combines hostile inputs. The same seed gives the same inputs.
struct InputGenerator: Sequence, IteratorProtocol {
    private let parts: Corpus.Parts
    private let examples: [String]
    private var random: SplitMix64
    private var remaining: Int

    init(parts: Corpus.Parts, examples: [String], seed: UInt64, count: Int) {
        self.parts = parts
        self.examples = examples
        random = SplitMix64(state: seed)
        remaining = count
    }

    mutating func next() -> String? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        switch remaining % 4 {
        case 0: return schemeInPlace()
        case 1: return rawTextInNamespace()
        case 2: return splices()
        default: return splicedExample()
        }
    }

    private mutating func pick(_ list: [String]) -> String {
        list.randomElement(using: &random) ?? ""
    }

    private mutating func schemeInPlace() -> String {
        pick(parts.places).replacing("@", with: pick(parts.schemes) + "alert(1)")
    }

    private mutating func rawTextInNamespace() -> String {
        let name = pick(parts.rawText)
        let isClosed = Bool.random(using: &random)
        return "\(pick(parts.namespaces))<\(name)>\(pick(parts.payloads).replacing("@", with: name))\(isClosed ? "</\(name)>" : "")after"
    }

    private mutating func splices() -> String {
        (0..<Int.random(in: 1...40, using: &random)).map { _ in pick(parts.splices) }.joined()
    }

    /// A known input with pieces added, removed, or taken from another input.
    private mutating func splicedExample() -> String {
        var scalars = Array(pick(examples).unicodeScalars.prefix(400))
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let start = Int.random(in: 0...scalars.count, using: &random)
            let end = Swift.min(start + Int.random(in: 0...8, using: &random), scalars.count)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: scalars.insert(contentsOf: pick(parts.splices).unicodeScalars, at: start)
            case 1: scalars.removeSubrange(start..<end)
            default: scalars.insert(contentsOf: pick(examples).unicodeScalars.dropFirst(start).prefix(30), at: start)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

/// By Sebastiano Vigna, in the public domain: https://prng.di.unimi.it/splitmix64.c
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
