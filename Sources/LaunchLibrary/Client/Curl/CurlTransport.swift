import CCurl
import Synchronization

extension HTTPTransport {
    /// Sends requests with libcurl. Each request runs on a thread of its own, never on those of Swift's tasks. Connections are kept and
    /// reused.
    ///
    /// Only http and https are allowed, and certificates are verified. Redirects are followed only within the same origin.
    ///
    /// - Parameter userAgent: the program's name for the server.
    public static func curl(_ limits: TransportLimits = .standard, userAgent: String) -> HTTPTransport {
        let pool = CurlHandlePool()
        return HTTPTransport { (request) async throws(TransportError) -> HTTPResponse in
            let cancellation = Cancellation()
            let result = await withTaskCancellationHandler {
                await withCheckedContinuation { (continuation: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>) in
                    TransferThread.run {
                        continuation.resume(
                            returning: Result { () throws(TransportError) in
                                try pool.withHandle(for: request.url) { (handle) throws(TransportError) in
                                    try CurlExchange(
                                        request: request, limits: limits, userAgent: userAgent, handle: handle, cancellation: cancellation
                                    ).run()
                                }
                            })
                    }
                }
            } onCancel: {
                cancellation.cancel()
            }
            return try result.get()
        }
    }
}

/// A flag that the thread of a transfer checks.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    func cancel() { flag.store(true, ordering: .relaxed) }
    var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// A pool of free handles. Each keeps its connections open. The handle that was used last is reused first.
private final class CurlHandlePool: Sendable {
    private let free = Mutex<[CurlHandle]>([])

    /// More idle connections than this bring no gain.
    private static let kept = 8

    deinit {
        free.withLock { handles in
            for handle in handles { hangar_curl_easy_cleanup(handle.raw) }
        }
    }

    func withHandle<Result>(
        for url: String, _ body: (UnsafeMutableRawPointer) throws(TransportError) -> Result
    ) throws(TransportError) -> Result {
        if let fault = CurlLibrary.fault { throw TransportError(.notHTTP, url: url, what: fault) }
        guard let handle = free.withLock({ $0.popLast() }) ?? CurlHandle() else {
            throw TransportError(.notHTTP, url: url, what: "libcurl has no memory for a request")
        }
        defer { giveBack(handle) }
        return try body(handle.raw)
    }

    private func giveBack(_ handle: CurlHandle) {
        hangar_curl_easy_reset(handle.raw)
        let isKept = free.withLock { handles in
            guard handles.count < Self.kept else { return false }
            handles.append(handle)
            return true
        }
        if !isKept { hangar_curl_easy_cleanup(handle.raw) }
    }
}

/// Unchecked: libcurl lets any thread use a handle as long as one thread uses it at a time. A handle is either in the pool or lent to one
/// thread.
private struct CurlHandle: @unchecked Sendable {
    let raw: UnsafeMutableRawPointer

    init?() {
        guard let raw = hangar_curl_easy_init() else { return nil }
        self.raw = raw
    }
}
