import LaunchLibrary
import Support

/// Who asks a source. Sources count requests by the key, or without one by the address of the machine.
struct SourceAsker: Sendable, Equatable {
    /// The root of the API.
    let source: String
    /// The first 16 bits of the key's hash, in hexadecimal digits, by which another key is recognised. Whoever may read the file learns these bits
    /// and no more, which is little of a key from a large space, as the API's are. One new key in 65,536 waits for the end of the old one's pause. A
    /// salt would give away 16 bits more with each note, and a file for its owner alone could not be read by a group that keeps a site together.
    /// Nil without a key.
    let key: String?
}

extension SourceAsker {
    /// - Parameters:
    ///   - source: the root of the API, in any form that a location may have.
    ///   - apiKey: the key with which it is asked. An empty one is none.
    /// - Returns: nil when nothing can be asked at that place.
    init?(source: String, apiKey: String?) {
        guard let root = Self.root(of: source) else { return nil }
        self.source = root
        key = (apiKey ?? "").isEmpty ? nil : apiKey.map { Array(SHA2.sha256.digest(of: $0.utf8).prefix(2)).hexadecimal }
    }

    /// The root of an API as it is noted, in one form for all that mean the same, and without what may be secret. Nil for what is no root.
    ///
    /// - Parameter source: an address.
    static func root(of source: String) -> String? {
        do throws(InputError) {
            guard case .api(let root) = try Location(source, fileKind: { _ in nil }) else { return nil }
            return ShownAddress.text(of: root)
        } catch {
            return nil
        }
    }
}
