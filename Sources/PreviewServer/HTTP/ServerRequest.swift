/// The head of a request (RFC 9112, sections 3 and 5). Hangar's server has no use for a body.
package struct ServerRequest: Sendable, Hashable {
    package let method: String
    /// The address as it came: `/spacecraft/?limit=100`.
    package let target: String
    /// The names are in lower case. Values of the same name are joined by commas.
    package let headers: [String: String]
    /// Whether the request is of HTTP/1.0, which knows no chunks and closes the connection after each answer.
    let isOld: Bool

    package init(method: String = "GET", target: String, headers: [String: String] = [:]) {
        self.method = method
        self.target = target
        self.headers = headers
        isOld = false
    }

    /// The address up to the question mark.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// What follows the question mark.
    package var query: String { String(target.drop { $0 != "?" }.dropFirst()) }

    /// The number of bytes that follow the head. Nil when the head does not say it by a number.
    var bodyLength: Int? {
        guard headers["transfer-encoding"] == nil else { return nil }
        return headers["content-length"].map { Int($0) } ?? 0
    }

    /// Whether the client lets the connection stay open after the answer (RFC 9112, section 9.3).
    var keepsConnection: Bool {
        let options = headers["connection", default: ""].lowercased().split(separator: ",").map { $0.drop { $0 == " " } }
        return !isOld && !options.contains("close")
    }

    /// - Parameter head: the request line and the header lines, without the empty line after them.
    /// - Returns: nil for what is no request of HTTP/1.
    init?(head: some Collection<UInt8>) {
        let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0x09 || byte == 0x7F }
        let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
        }
        guard let first = lines.first, !lines.contains(where: { $0.contains(where: isControl) }) else { return nil }
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), parts[2].hasPrefix("HTTP/1.") else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let field = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard field.count == 2, !field[0].isEmpty, !field[0].contains(where: \.isWhitespace) else { return nil }
            let value = field[1].drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
            headers[field[0].lowercased()] = headers[field[0].lowercased()].map { $0 + ", " + String(value) } ?? String(value)
        }
        (method, target, isOld, self.headers) = (parts[0], parts[1], parts[2] == "HTTP/1.0", headers)
    }
}
