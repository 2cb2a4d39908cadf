import CCurl

/// Receives one answer. libcurl passes it to the callbacks below, all on the thread of the transfer.
final class CurlReceiver {
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

func receiveBody(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
    return CurlReceiver.of(context)?.takeBody(bytes) == true ? bytes.count : CurlCallback.refusal(of: bytes.count)
}

func receiveHeader(_ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
    return CurlReceiver.of(context)?.takeHeader(bytes) == true ? bytes.count : CurlCallback.refusal(of: bytes.count)
}

/// libcurl calls this about once a second even when nothing arrives, so that a cancelled transfer ends.
func reportProgress(_ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t) -> CInt {
    CurlReceiver.of(context)?.isCancelled == false ? 0 : 1
}

private enum CurlCallback {
    /// libcurl aborts the transfer on any number other than the number of bytes.
    static func refusal(of count: Int) -> Int { count == 0 ? 1 : 0 }
}
