import FlyingFox
import Foundation

/// An answer with a body that is complete before it is sent.
struct BufferedResponse: Sendable, Equatable {
    var status: Int
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    /// - Parameter isHead: whether the request is for the headers alone. They are the same, but the body is left out.
    func response(isHead: Bool) -> HTTPResponse {
        var fields = HTTPHeaders()
        for (name, value) in headers { fields[HTTPHeader(name)] = value }
        // Without a body the server would count no bytes. The length must be that of the answer to GET (RFC 9110, section 8.6).
        if isHead || status == 304 { fields[.contentLength] = String(body.count) }
        let hasBody = !isHead && status != 304
        return HTTPResponse(statusCode: Self.statusCode(status), headers: fields, body: hasBody ? Data(body) : Data())
    }

    static func statusCode(_ code: Int) -> HTTPStatusCode {
        HTTPStatusCode(code, phrase: phrases[code] ?? "Status \(code)")
    }

    private static let phrases = [
        200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
        404: "Not Found", 405: "Method Not Allowed", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
        503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}

extension BufferedResponse {
    static func text(_ status: Int, _ text: String, headers: [String: String] = [:]) -> BufferedResponse {
        BufferedResponse(
            status: status, headers: headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { $1 }, body: Array("\(text)\n".utf8))
    }

    static func redirect(_ status: Int, to location: String) -> BufferedResponse {
        BufferedResponse(status: status, headers: ["Location": location])
    }
}
