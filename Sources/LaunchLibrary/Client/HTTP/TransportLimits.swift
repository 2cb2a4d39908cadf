/// What a transfer may take before it is given up.
public struct TransportLimits: Sendable, Hashable {
    /// Bytes of a body, counted as they arrive and after decompression.
    public var bodySize: Int
    public var connecting: Duration
    /// How long a server may be silent, before its first byte and between any two; in whole seconds. Fewer than ``slowestRate`` bytes a
    /// second count as silence.
    public var silence: Duration
    public var slowestRate: Int
    public var total: Duration
    public var redirects: Int

    /// For pages of the API: 32 MiB, 60 seconds of silence, 10 minutes in all.
    public static let standard = TransportLimits(
        bodySize: 32 << 20, connecting: .seconds(30), silence: .seconds(60), slowestRate: 64, total: .seconds(600), redirects: 5)

    public init(bodySize: Int, connecting: Duration, silence: Duration, slowestRate: Int, total: Duration, redirects: Int) {
        self.bodySize = bodySize
        self.connecting = connecting
        self.silence = silence
        self.slowestRate = slowestRate
        self.total = total
        self.redirects = redirects
    }

    /// A request may ask for less than the transport would take, never for more.
    func tightened(for request: HTTPRequest) -> TransportLimits {
        var limits = self
        limits.bodySize = min(bodySize, request.bodyLimit ?? bodySize)
        limits.total = min(total, request.timeLimit ?? total)
        return limits
    }
}
