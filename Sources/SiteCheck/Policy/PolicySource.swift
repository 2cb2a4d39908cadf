import Support

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One of the sources that a directive of a policy allows (CSP 3, section 2.3.1).
enum PolicySource: Sendable, Hashable {
    /// Matches nothing: `'none'` and anything that is no source.
    case nothing
    case keyword(String)
    case ownOrigin
    /// `*`
    case anyNetwork
    /// `data:`
    case scheme(String)
    case host(HostPattern)
    case nonce(String)
    case hash(SHA2, [UInt8])

    struct HostPattern: Sendable, Hashable {
        var scheme: String?
        /// Without its leading `*.`
        var host = ""
        var isWildcard = false
        var port: String?
        var path = ""
    }

    init(_ text: String) {
        let lowercased = text.lowercased()
        if lowercased.hasPrefix("'") {
            self = PolicySource.quoted(text, lowercased)
        } else if lowercased == "*" {
            self = .anyNetwork
        } else if lowercased.hasSuffix(":"), !lowercased.dropLast().contains(where: { ":/*".contains($0) }) {
            self = .scheme(String(lowercased.dropLast()))
        } else {
            self = .host(PolicySource.pattern(text))
        }
    }

    private static func quoted(_ text: String, _ lowercased: String) -> PolicySource {
        switch lowercased {
        case "'none'": return .nothing
        case "'self'": return .ownOrigin
        default:
            let inner = text.dropFirst().dropLast(text.hasSuffix("'") ? 1 : 0)
            guard let dash = inner.firstIndex(of: "-") else { return .keyword(lowercased) }
            let value = String(inner[inner.index(after: dash)...])
            let name = inner[..<dash].lowercased()
            if name == "nonce" { return .nonce(value) }
            guard let algorithm = SHA2(rawValue: name) else { return .keyword(lowercased) }
            let standard = value.replacing("-", with: "+").replacing("_", with: "/")
            return Data(base64Encoded: standard).map { .hash(algorithm, Array($0)) } ?? .nothing
        }
    }

    private static func pattern(_ text: String) -> HostPattern {
        var pattern = HostPattern()
        var rest = Substring(text)
        if let end = rest.firstRange(of: "://") {
            pattern.scheme = rest[..<end.lowerBound].lowercased()
            rest = rest[end.upperBound...]
        }
        if let slash = rest.firstIndex(of: "/") {
            pattern.path = String(rest[slash...])
            rest = rest[..<slash]
        }
        if let colon = rest.lastIndex(of: ":") {
            pattern.port = String(rest[rest.index(after: colon)...])
            rest = rest[..<colon]
        }
        pattern.isWildcard = rest.hasPrefix("*.") || rest == "*"
        pattern.host = (pattern.isWildcard ? rest.dropFirst(rest == "*" ? 1 : 2) : rest).lowercased()
        return pattern
    }

    var isNonceOrHash: Bool {
        switch self {
        case .nonce, .hash: true
        default: false
        }
    }

    func matches(_ address: LoadAddress) -> Bool {
        switch self {
        case .nothing, .keyword, .nonce, .hash: false
        case .ownOrigin: address.isOwnOrigin
        case .anyNetwork: address.isOwnOrigin || ["http", "https", "ws", "wss"].contains(address.scheme)
        case .scheme(let scheme): scheme == address.scheme || (scheme == "http" && address.scheme == "https")
        case .host(let pattern): pattern.matches(address)
        }
    }
}

extension PolicySource.HostPattern {
    /// CSP 3, section 6.7.2.8. A path that ends in `/` means all that is below it.
    fileprivate func matches(_ address: LoadAddress) -> Bool {
        guard let addressHost = address.host else { return false }
        if let scheme, scheme != address.scheme, scheme != "http" || address.scheme != "https" { return false }
        if scheme == nil, !["http", "https"].contains(address.scheme) { return false }
        guard isWildcard ? host.isEmpty || addressHost.hasSuffix("." + host) : addressHost == host else { return false }
        let standardPort = address.scheme == "http" ? "80" : "443"
        guard port == "*" || (port ?? standardPort) == (address.port ?? standardPort) else { return false }
        if path.isEmpty || path == "/" { return true }
        return path.hasSuffix("/") ? address.path.hasPrefix(path) : address.path == path
    }
}

/// An address as a policy sees it.
struct LoadAddress: Sendable, Hashable {
    /// Whether it has the scheme, host and port of the page.
    let isOwnOrigin: Bool
    /// In lower case. Empty when the address of the site is not known.
    let scheme: String
    let host: String?
    let port: String?
    let path: String

    /// - Parameters:
    ///   - address: the address, with its character references decoded.
    ///   - base: the future address of the site, if it is known.
    init(_ address: [UInt8], base: BaseURL?) {
        let text = String(decoding: address.lazy.filter { ![0x09, 0x0A, 0x0D].contains($0) }, as: UTF8.self)
        let own = base.map { LoadAddress.parts($0.text) }
        let scheme = LoadAddress.scheme(of: text)
        guard scheme != nil || text.hasPrefix("//") else {
            isOwnOrigin = true
            self.scheme = own?.scheme ?? ""
            host = own?.host
            port = own?.port
            // The place of a relative address in the site only matters for policies that name paths of the own host.
            path = text.hasPrefix("/") ? text : (own?.path ?? "/") + text
            return
        }
        let parts = LoadAddress.parts(scheme == nil ? (own?.scheme ?? "https") + ":" + text : text)
        // A page of http may load from https of the same host as its own.
        isOwnOrigin =
            own.map { $0.host == parts.host && $0.port == parts.port && ($0.scheme == parts.scheme || parts.scheme == "https") } ?? false
        (self.scheme, host, port, path) = parts
    }

    private static func scheme(of text: String) -> String? {
        guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, first.isASCIILetter else { return nil }
        let isScheme = text[..<colon].utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
        return isScheme ? text[..<colon].lowercased() : nil
    }

    private static func parts(_ text: String) -> (scheme: String, host: String?, port: String?, path: String) {
        let scheme = self.scheme(of: text) ?? ""
        let rest = text.dropFirst(scheme.count + 1)
        guard rest.hasPrefix("//") else { return (scheme, nil, nil, String(rest)) }
        let authorityEnd = rest.dropFirst(2).firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let authority = rest.dropFirst(2)[..<authorityEnd]
        let path = rest[authorityEnd...].prefix { $0 != "?" && $0 != "#" }
        let hostAndPort = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let colon = hostAndPort.hasSuffix("]") ? nil : hostAndPort.lastIndex(of: ":")
        let port = colon.map { String(hostAndPort[hostAndPort.index(after: $0)...]) }
        let standard = scheme == "http" ? "80" : "443"
        return (
            scheme, hostAndPort[..<(colon ?? hostAndPort.endIndex)].lowercased(), port == standard ? nil : port,
            path.isEmpty ? "/" : String(path)
        )
    }
}
