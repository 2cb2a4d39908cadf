import LaunchLibrary
import Synchronization

/// An API, and the host of its pictures. All pictures are the same PNG of 640 by 480 unless a rule says otherwise.
final class PictureHost: Sendable {
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 2, 128, 0, 0, 1, 224, 8, 2, 0, 0, 0]

    /// The head of a WebP, padded to a number of bytes.
    static func webP(width: Int, height: Int, count: Int = 30) -> [UInt8] {
        let sides = [width - 1, height - 1].flatMap { side in (0..<3).map { UInt8(truncatingIfNeeded: side >> (8 * $0)) } }
        let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + sides
        return head + [UInt8](repeating: 0, count: max(0, count - head.count))
    }

    private let records: String
    private let rule: @Sendable (String) -> HTTPResponse?
    private let requests = Mutex<[String]>([])

    init(_ records: String, rule: @escaping @Sendable (String) -> HTTPResponse? = { _ in nil }) {
        self.records = records
        self.rule = rule
    }

    /// The requested pictures, sorted.
    var asked: [String] { requests.withLock { $0.sorted() } }

    var transport: HTTPTransport {
        HTTPTransport { (request) async throws(TransportError) in
            guard request.url.hasPrefix("https://pictures.example/") else {
                return try await HTTPTransport.answering(self.records).send(request)
            }
            self.requests.withLock { $0.append(request.url) }
            let response = self.rule(request.url) ?? HTTPResponse(status: 200, body: Self.png, url: request.url)
            if let limit = request.bodyLimit, response.body.count > limit {
                throw TransportError(.tooLarge, url: request.url, what: "the answer is larger than \(limit) bytes")
            }
            return response
        }
    }
}
