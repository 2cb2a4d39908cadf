import Foundation
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
                    Thread.detachNewThread {
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
