import Support

/// What a published site is known by without reading its files: a hash of the manifest and of the state of each file that it names. A later look
/// that gives the same seal finds the same site, see ``Publisher/report(ifSealed:)``.
///
/// It holds until the system is started anew, for a power cut may take from a file what its state says it has.
public struct PublicationSeal: Sendable, Equatable {
    /// To be kept by the caller, in a place that is not in the output folder: who may write there could also write this.
    public let text: String

    public init(text: String) { self.text = text }

    /// - Parameter states: of the manifest's files, in its order.
    init(session: String, manifest: [UInt8], states: [FileState]) {
        var hash = BLAKE2b()
        hash.add(session)
        hash.add(manifest)
        for state in states { hash.add(state) }
        self.init(text: hash.digest().hexadecimal)
    }
}
