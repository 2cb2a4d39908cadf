import CCurl

/// A request and its redirects, on one handle.
struct CurlExchange {
    private let request: HTTPRequest
    private let limits: TransportLimits
    private let userAgent: String
    private let handle: UnsafeMutableRawPointer
    private let cancellation: Cancellation

    init(
        request: HTTPRequest, limits: TransportLimits, userAgent: String, handle: UnsafeMutableRawPointer, cancellation: Cancellation
    ) {
        self.request = request
        self.limits = limits.tightened(for: request)
        self.userAgent = userAgent
        self.handle = handle
        self.cancellation = cancellation
    }

    func run() throws(TransportError) -> HTTPResponse {
        guard let first = WebAddress(request.url) else {
            throw TransportError(.notHTTP, url: request.url, what: "this is not an address of the web")
        }
        var url = request.url
        for _ in 0...limits.redirects {
            let answer = try perform(url, isLoopback: first.isLoopback)
            guard [301, 302, 303, 307, 308].contains(answer.response.status), let target = answer.redirect else { return answer.response }
            guard WebAddress(target)?.origin == first.origin else {
                throw TransportError(.redirect, url: url, what: "redirects to another origin: \(target)")
            }
            url = target
        }
        throw TransportError(.redirect, url: request.url, what: "redirects more than \(limits.redirects) times")
    }

    private func perform(
        _ url: String, isLoopback: Bool
    ) throws(TransportError) -> (response: HTTPResponse, redirect: String?) {
        hangar_curl_easy_reset(handle)
        var headers: UnsafeMutablePointer<curl_slist>?
        defer { hangar_curl_slist_free_all(headers) }
        for header in request.headers + [HTTPHeader("User-Agent", userAgent)] {
            let line = "\(header.name): \(header.value)"
            guard line.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let longer = hangar_curl_slist_append(headers, line) else {
                throw TransportError(.notHTTP, url: url, what: "the header \(header.name) holds a character that no header may hold")
            }
            headers = longer
        }
        let receiver = CurlReceiver(limit: limits.bodySize, cancellation: cancellation)
        let code = withExtendedLifetime(receiver) {
            configure(url, headers, receiver, isLoopback: isLoopback)
            return hangar_curl_easy_perform(handle)
        }
        if code != CURLE_OK { throw error(code, url, receiver) }
        var status = 0
        _ = hangar_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        var redirect: UnsafeMutablePointer<CChar>?
        _ = hangar_curl_get_string(handle, CURLINFO_REDIRECT_URL, &redirect)
        let response = HTTPResponse(status: status, headers: receiver.headers, body: receiver.body, url: url)
        return (response, redirect.map { String(cString: $0) })
    }

    private func configure(_ url: String, _ headers: UnsafeMutablePointer<curl_slist>?, _ receiver: CurlReceiver, isLoopback: Bool) {
        let context = Unmanaged.passUnretained(receiver).toOpaque()
        _ = hangar_curl_set_string(handle, CURLOPT_URL, url)
        _ = hangar_curl_set_headers(handle, headers)
        _ = hangar_curl_allow_only_http(handle)
        _ = hangar_curl_set_string(handle, CURLOPT_ACCEPT_ENCODING, "gzip")
        _ = hangar_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        _ = hangar_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        _ = hangar_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        _ = hangar_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        _ = hangar_curl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.bodySize))
        _ = hangar_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        _ = hangar_curl_set_long(handle, CURLOPT_TIMEOUT_MS, limits.total.milliseconds)
        _ = hangar_curl_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(1, limits.silence.milliseconds / 1_000))
        _ = hangar_curl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, limits.slowestRate)
        // The API asks for pauses of minutes. A connection that died meanwhile is noticed and made again.
        _ = hangar_curl_set_long(handle, CURLOPT_MAXAGE_CONN, 600)
        _ = hangar_curl_set_data_callback(handle, CURLOPT_WRITEFUNCTION, receiveBody)
        _ = hangar_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        _ = hangar_curl_set_data_callback(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
        _ = hangar_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        _ = hangar_curl_set_long(handle, CURLOPT_NOPROGRESS, 0)
        _ = hangar_curl_set_progress_callback(handle, reportProgress)
        _ = hangar_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context)
        // A proxy from the environment cannot reach this machine by its loopback name.
        if isLoopback { _ = hangar_curl_set_string(handle, CURLOPT_PROXY, "") }
    }

    private func error(_ code: CURLcode, _ url: String, _ receiver: CurlReceiver) -> TransportError {
        if receiver.isTooLarge || code == CURLE_FILESIZE_EXCEEDED {
            return TransportError(.tooLarge, url: url, what: "the answer is larger than \(limits.bodySize) bytes")
        }
        let words = String(cString: hangar_curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            return TransportError(.unreachable, url: url, what: "the host has no address")
        case CURLE_COULDNT_CONNECT:
            return TransportError(.unreachable, url: url, what: "no connection to the host")
        case CURLE_OPERATION_TIMEDOUT:
            let what = receiver.hasBegun ? "the answer stopped coming" : "no answer came in time"
            return TransportError(.timedOut, url: url, what: what)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            return TransportError(.insecure, url: url, what: "the server's certificate is not to be trusted")
        case CURLE_ABORTED_BY_CALLBACK:
            return TransportError(.cancelled, url: url, what: "cancelled")
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM,
            CURLE_SSL_CONNECT_ERROR, CURLE_BAD_CONTENT_ENCODING:
            return TransportError(.interrupted, url: url, what: "the connection broke (\(words))")
        default:
            return TransportError(.notHTTP, url: url, what: "no answer by HTTP (\(words))")
        }
    }
}

extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}

/// Receives one answer. libcurl passes it to the callbacks below, all on the thread of the transfer.
private final class CurlReceiver {
    private(set) var headers: [HTTPHeader] = []
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    private(set) var hasBegun = false
    private let limit: Int
    private let cancellation: Cancellation
    private var headerSize = 0

    /// libcurl 7.88 does not limit the total size of the headers.
    private static let headerLimit = 256 << 10

    /// glibc keeps freed blocks of up to 32 MiB for the thread that allocated them, and each transfer has its own thread. It returns a
    /// larger block at once. Only the written part of this block takes memory.
    private static let reserve = 33 << 20

    init(limit: Int, cancellation: Cancellation) {
        self.limit = limit
        self.cancellation = cancellation
    }

    /// - Returns: false to abort the transfer.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= limit else {
            isTooLarge = true
            return false
        }
        if body.isEmpty { body.reserveCapacity(Self.reserve) }
        body.append(contentsOf: bytes)
        return true
    }

    func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        hasBegun = true
        headerSize += bytes.count
        guard headerSize <= Self.headerLimit else {
            isTooLarge = true
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            headers = []
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
            let end = value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) } ?? value.startIndex
            headers.append(HTTPHeader(String(line[..<colon]), String(value[..<end])))
        }
        return true
    }

    var isCancelled: Bool { cancellation.isCancelled }

    static func of(_ context: UnsafeMutableRawPointer?) -> CurlReceiver? {
        context.map { Unmanaged<CurlReceiver>.fromOpaque($0).takeUnretainedValue() }
    }
}

private func receiveBody(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
    return CurlReceiver.of(context)?.takeBody(bytes) == true ? bytes.count : CurlCallback.refusal(of: bytes.count)
}

private func receiveHeader(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
    return CurlReceiver.of(context)?.takeHeader(bytes) == true ? bytes.count : CurlCallback.refusal(of: bytes.count)
}

/// libcurl calls this about once a second even when nothing arrives, so that a cancelled transfer ends.
private func reportProgress(_ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t) -> CInt {
    CurlReceiver.of(context)?.isCancelled == false ? 0 : 1
}

private enum CurlCallback {
    /// libcurl aborts the transfer on any number other than the number of bytes.
    static func refusal(of count: Int) -> Int { count == 0 ? 1 : 0 }
}
