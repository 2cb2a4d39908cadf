import Support
import Synchronization

/// The Content Security Policy that a page carries in a `meta` element: <https://www.w3.org/TR/CSP3/>.
struct ContentPolicy: Sendable, Hashable {
    /// What a page loads. Each kind has directives of its own.
    enum Load: Int, Sendable, Hashable, CaseIterable {
        case script, style, image, font, media, object, frame, manifest, form, base

        var words: String {
            switch self {
            case .script: "script"
            case .style: "style sheet"
            case .image: "picture"
            case .font: "font"
            case .media: "sound or film"
            case .object: "plug-in"
            case .frame: "frame"
            case .manifest: "manifest"
            case .form: "form's address"
            case .base: "base address"
            }
        }

        /// The directives that decide, the first of those that the policy has (CSP 3, section 6.8.3).
        fileprivate var directives: [String] {
            switch self {
            case .script: ["script-src-elem", "script-src", "default-src"]
            case .style: ["style-src-elem", "style-src", "default-src"]
            case .image: ["img-src", "default-src"]
            case .font: ["font-src", "default-src"]
            case .media: ["media-src", "default-src"]
            case .object: ["object-src", "default-src"]
            case .frame: ["frame-src", "child-src", "default-src"]
            case .manifest: ["manifest-src", "default-src"]
            case .form: ["form-action"]
            case .base: ["base-uri"]
            }
        }
    }

    /// Code or style that stands in the page itself.
    enum Inline: Sendable {
        case script, scriptAttribute, scriptLink, style, styleAttribute

        fileprivate var directives: [String] {
            switch self {
            case .script, .scriptLink: ["script-src-elem", "script-src", "default-src"]
            case .scriptAttribute: ["script-src-attr", "script-src", "default-src"]
            case .style: ["style-src-elem", "style-src", "default-src"]
            case .styleAttribute: ["style-src-attr", "style-src", "default-src"]
            }
        }

        /// Whether it is an attribute's value. For these a hash counts only beside `'unsafe-hashes'`, and a nonce never.
        var isAttribute: Bool {
            switch self {
            case .script, .style: false
            case .scriptAttribute, .scriptLink, .styleAttribute: true
            }
        }
    }

    /// Kinds of loads, as a set.
    struct Loads: OptionSet, Sendable, Hashable {
        let rawValue: Int

        init(rawValue: Int) { self.rawValue = rawValue }
        init(_ load: Load) { rawValue = 1 << load.rawValue }
    }

    private let directives: [String: Directive]
    /// What every page may load from its own site, and from any address of https. Nearly all loads of a page are of these.
    private(set) var fromOwnSite: Loads = []
    private(set) var fromHTTPS: Loads = []

    private struct Directive: Sendable, Hashable {
        let text: String
        let sources: [PolicySource]

        var hasNonceOrHash: Bool { sources.contains { $0.isNonceOrHash } }
    }

    init(_ text: String) {
        var directives: [String: Directive] = [:]
        for part in text.split(separator: ";") {
            let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first?.lowercased(), directives[name] == nil else { continue }
            directives[name] = Directive(text: words.joined(separator: " "), sources: words.dropFirst().map(PolicySource.init))
        }
        self.directives = directives
        for load in Load.allCases {
            let sources = directive(load.directives)?.sources
            if sources?.contains(.keyword("'strict-dynamic'")) == true { continue }
            if sources?.contains(where: { $0 == .ownOrigin || $0 == .anyNetwork }) ?? true { fromOwnSite.insert(Loads(load)) }
            if sources?.contains(where: { $0 == .scheme("https") || $0 == .anyNetwork }) ?? true { fromHTTPS.insert(Loads(load)) }
        }
    }

    private func directive(_ names: [String]) -> Directive? {
        for name in names { if let directive = directives[name] { return directive } }
        return nil
    }

    /// The directive that blocks an address. Nil if the policy allows it.
    ///
    /// - Parameters:
    ///   - nonce: the element's own.
    ///   - integrity: the hashes that the element demands of what it loads.
    func blocker(of address: LoadAddress, _ load: Load, nonce: String? = nil, integrity: String? = nil) -> String? {
        guard let directive = directive(load.directives) else { return nil }
        if let nonce, !nonce.isEmpty, directive.sources.contains(.nonce(nonce)) { return nil }
        if load == .script {
            let demanded = (integrity ?? "").split(whereSeparator: \.isWhitespace).map { PolicySource("'\($0)'") }
            if !demanded.isEmpty, demanded.allSatisfy({ directive.sources.contains($0) && $0.isNonceOrHash }) { return nil }
            if directive.sources.contains(.keyword("'strict-dynamic'")) { return directive.text }
        }
        return directive.sources.contains { $0.matches(address) } ? nil : directive.text
    }

    /// The directive that blocks code or style in the page. Nil if the policy allows it.
    func blocker(of inline: Inline, _ text: some Collection<UInt8>, nonce: String? = nil) -> String? {
        guard let directive = directive(inline.directives) else { return nil }
        let sources = directive.sources
        if !inline.isAttribute, let nonce, !nonce.isEmpty, sources.contains(.nonce(nonce)) { return nil }
        if !inline.isAttribute || sources.contains(.keyword("'unsafe-hashes'")) {
            for case .hash(let algorithm, let digest) in sources where algorithm.digest(of: text) == digest { return nil }
        }
        let isStrict = directive.hasNonceOrHash || sources.contains(.keyword("'strict-dynamic'"))
        return sources.contains(.keyword("'unsafe-inline'")) && !isStrict ? nil : directive.text
    }
}

/// The policies of a site, each read once. Most pages carry the same one.
final class PolicyPool: Sendable {
    private let policies = Mutex<[[UInt8]: ContentPolicy]>([:])

    func policy(_ text: [UInt8]) -> ContentPolicy {
        policies.withLock { policies in
            if let policy = policies[text] { return policy }
            let policy = ContentPolicy(String(decoding: text, as: UTF8.self))
            policies[text] = policy
            return policy
        }
    }
}
