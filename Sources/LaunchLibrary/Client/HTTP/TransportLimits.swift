/// The limits of a transfer. A transfer beyond them is aborted.
public struct TransportLimits: Sendable, Hashable {
    /// The maximum number of bytes of a body, counted as they arrive and after decompression.
    public var bodySize: Int
    public var connecting: Duration
    /// The maximum silence of a server, before its first byte and between two bytes, in whole seconds. A rate below ``slowestRate`` bytes a
    /// second counts as silence.
    public var silence: Duration
    public var slowestRate: Int
    public var total: Duration
    public var redirects: Int

    /// The limits for pages of the API: 32 MiB, 60 seconds of silence, 10 minutes in total.
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

    /// The limits for one request. A request may lower the transport's limits but not raise them.
    func tightened(for request: HTTPRequest) -> TransportLimits {
        var limits = self
        limits.bodySize = min(bodySize, request.bodyLimit ?? bodySize)
        limits.total = min(total, request.timeLimit ?? total)
        return limits
    }
}
