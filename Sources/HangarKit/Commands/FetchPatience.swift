/// What a fetch puts up with.
public struct FetchPatience: Sendable, Equatable {
    /// The time for all of it, pauses included, in seconds.
    public var deadline = 600
    /// Takes a catalogue that has lost more than a tenth of its craft.
    public var acceptsShrink = false

    public init() {}
}
