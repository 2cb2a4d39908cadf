import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The signals by which the operator or the system ends the program: SIGINT (Ctrl-C) and SIGTERM. A process may listen once at a time, because
/// signals belong to the process.
struct TerminationSignals {
    private let signals: AsyncStream<Void>
    private let effectsBefore: [Int32: sig_t?]
    private let readingEnded = DispatchSemaphore(value: 0)

    private enum Message {
        static let signal: UInt8 = 1
        static let end: UInt8 = 2
    }

    /// A handler of signals may do next to nothing; writing to a pipe it may (POSIX.1-2017, section 2.4.3). A thread reads at the other end.
    private static let pipe: (read: Int32, write: Int32)? = {
        var ends: [Int32] = [0, 0]
        return TerminationSignals.makePipe(&ends) == 0 ? (ends[0], ends[1]) : nil
    }()

    private static func makePipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 {
        #if canImport(Darwin)
            Darwin.pipe(ends)
        #elseif canImport(Glibc)
            Glibc.pipe(ends)
        #elseif canImport(Musl)
            Musl.pipe(ends)
        #endif
    }

    private static func send(_ message: UInt8) {
        guard let pipe else { return }
        _ = withUnsafeBytes(of: message) { write(pipe.write, $0.baseAddress, 1) }
    }

    /// From here on the signals no longer end the process by themselves.
    init() {
        let (signals, tell) = AsyncStream.makeStream(of: Void.self)
        self.signals = signals
        // Without a pipe, the usual effect is the one to keep.
        guard let pipe = Self.pipe else {
            effectsBefore = [:]
            return
        }
        Thread.detachNewThread { [readingEnded] in
            defer { readingEnded.signal() }
            var message: UInt8 = 0
            while true {
                let count = read(pipe.read, &message, 1)
                if count == 1, message == Message.signal { tell.yield() }
                if count == 1 && message == Message.end || count < 0 && errno != EINTR { return }
            }
        }
        var effects: [Int32: sig_t?] = [:]
        for number in [SIGINT, SIGTERM] {
            effects[number] = signal(number) { _ in TerminationSignals.send(Message.signal) }
        }
        effectsBefore = effects
    }

    /// Returns at the first signal, also one that came before, or when the task is cancelled.
    func wait() async {
        for await _ in signals { return }
    }

    /// Gives the signals the effect back that they had.
    func stopListening() {
        guard !effectsBefore.isEmpty else { return }
        for (number, effect) in effectsBefore { signal(number, effect) }
        Self.send(Message.end)
        // The next one's reader must not find this one's still there.
        readingEnded.wait()
    }
}
