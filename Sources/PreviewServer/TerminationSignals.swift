import Dispatch

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The signals with which the operator or the system ends the program: SIGINT (Ctrl-C) and SIGTERM. Signals belong to the process, so its
/// listeners take turns.
struct TerminationSignals {
    private let signals: AsyncStream<Void>
    private let effectsBefore: [Int32: sig_t?]
    private let readingEnded = DispatchSemaphore(value: 0)

    private enum Message {
        static let signal: UInt8 = 1
        static let end: UInt8 = 2
    }

    /// A signal handler may do very little, but it may write to a pipe (POSIX.1-2017, section 2.4.3). A thread reads at the other end.
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

    private static let turns = Turns()

    /// Runs the body while the signals do not end the process themselves. A second listener waits until the first has ended: two readers
    /// of one pipe would take each other's messages.
    static func listening(_ body: (TerminationSignals) async -> Void) async {
        await turns.begin()
        let signals = TerminationSignals()
        await body(signals)
        signals.stopListening()
        await turns.end()
    }

    private init() {
        let (signals, tell) = AsyncStream.makeStream(of: Void.self)
        self.signals = signals
        // Without a pipe, the signals keep their usual effect.
        guard let pipe = Self.pipe else {
            effectsBefore = [:]
            return
        }
        DispatchQueue(label: "hangar.signals").async { [readingEnded] in
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

    /// Returns at the first signal or when the task is cancelled. A signal that came earlier counts.
    func wait() async {
        for await _ in signals { return }
    }

    /// Restores the previous effect of the signals.
    private func stopListening() {
        guard !effectsBefore.isEmpty else { return }
        for (number, effect) in effectsBefore { signal(number, effect) }
        Self.send(Message.end)
        // The reader of the next listener must not meet this reader.
        readingEnded.wait()
    }
}

/// Lets in one after another, in the order of their coming.
private actor Turns {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func begin() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func end() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
