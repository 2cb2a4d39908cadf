import Foundation
import Synchronization

extension HTTPTransport {
    /// Requests by libcurl. Each runs on a thread of its own, never on those of Swift's tasks; connections are kept and used again.
    ///
    /// Only http and https, with certificates verified; redirects are followed within the origin alone.
    ///
    /// - Parameter userAgent: what the program calls itself to the server.
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

/// A flag that the thread of a transfer looks at.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    func cancel() { flag.store(true, ordering: .relaxed) }
    var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
