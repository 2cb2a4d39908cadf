import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The standard input of another program. It waits there until this process sends its bytes, so that the program's limits are set before it
/// has read any of them. It is a pair of sockets: a pipe that nobody reads any more would end this process by a signal.
final class ProgramInput {
    /// The end of the program.
    let descriptor: Int32
    private let ours: Int32
    private var rest: ArraySlice<UInt8>
    private var isEnded = false

    init(_ bytes: [UInt8]) throws(Errno) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Self.kind, 0, &ends) == 0 else { throw .last }
        (ours, descriptor) = (ends[0], ends[1])
        rest = bytes[...]
        #if canImport(Darwin)
            var isSilent: Int32 = 1
            setsockopt(ours, SOL_SOCKET, SO_NOSIGPIPE, &isSilent, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    deinit {
        close(ours)
        close(descriptor)
    }

    /// Sends what the program takes now, and waits a moment where it takes nothing.
    func send(waitingAtMost milliseconds: Int32) {
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { sendBytes(ours, $0.baseAddress, $0.count, Self.flags) }
            if sent >= 0 {
                rest = rest.dropFirst(sent)
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                var room = pollfd(fd: ours, events: Int16(POLLOUT), revents: 0)
                // A program that has closed its input, or has ended, leaves no room for ever.
                if poll(&room, 1, milliseconds) <= 0 || room.revents & Int16(POLLOUT) == 0 { break }
            } else if errno != EINTR {
                rest = []
            }
        }
        if rest.isEmpty, !isEnded {
            shutdown(ours, Int32(SHUT_WR))
            isEnded = true
        }
    }

    var isSent: Bool { isEnded }

    // Other programs that are started at this moment must not keep our end open.
    #if canImport(Glibc)
        private static let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #elseif canImport(Musl)
        private static let kind = SOCK_STREAM | SOCK_CLOEXEC
    #else
        private static let kind = SOCK_STREAM
    #endif
    #if canImport(Darwin)
        private static let flags = MSG_DONTWAIT
    #else
        private static let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    #endif
}

/// The function of the C library, where a method of the same name would be meant.
private let sendBytes = send
