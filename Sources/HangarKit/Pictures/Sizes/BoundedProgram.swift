import Support

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Another program that works on untrusted bytes, within bounds of time, memory and output.
///
/// It is started without a shell and without the environment of this process. It gets no path of the site: the bytes are its standard input,
/// and what it makes is its standard output, a file without a name, so that nothing is left behind, however the two processes end.
struct BoundedProgram: Sendable {
    let path: String
    let environment: [String: String]
    /// The folder on whose disk the nameless files are.
    let folder: String

    struct Bounds: Sendable {
        var seconds: Double
        /// The maximum number of bytes of address space. Linux alone can hold another process to it.
        var memory: UInt
        /// The maximum number of bytes of output.
        var output: Int
    }

    /// The reason why there is no output.
    struct Refusal: Error, Equatable {
        let what: String
        /// Whether the same input may go well another time: the reason is this machine, or another process, and not the input.
        let isPassing: Bool

        /// The output would have more bytes than its bound.
        static let noSmaller = Refusal(what: "what it makes is no smaller", isPassing: false)
    }

    /// Runs the program to its end, and returns what it wrote.
    ///
    /// - Throws: a ``Refusal`` when it cannot be started, ends with a fault, or does not keep to its bounds.
    func run(_ arguments: [String], input: [UInt8], _ bounds: Bounds) throws(Refusal) -> [UInt8] {
        let source: ProgramInput
        let output: NamelessFile
        let messages: NamelessFile
        let child: pid_t
        do throws(Errno) {
            (source, output, messages) = (try ProgramInput(input), try NamelessFile(in: folder), try NamelessFile(in: folder))
            child = try start(arguments, source.descriptor, output.descriptor, messages.descriptor)
        } catch {
            throw Refusal(what: "it cannot be started: \(error.words)", isPassing: true)
        }
        Self.hold(child, to: bounds)
        try Self.wait(for: child, source, output, messages, bounds)
        do throws(Errno) {
            return try output.contents(limit: bounds.output)
        } catch {
            throw Refusal(what: "what it makes cannot be read: \(error.words)", isPassing: true)
        }
    }

    /// Starts it as the first of a process group of its own, which can be ended as a whole.
    private func start(_ arguments: [String], _ input: Int32, _ output: Int32, _ messages: Int32) throws(Errno) -> pid_t {
        #if canImport(Darwin)
            var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
            let others = POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
            var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
            let others = 0
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (stream, file) in [(0, input), (1, output), (2, messages)] { posix_spawn_file_actions_adddup2(&actions, file, Int32(stream)) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // This process may ignore signals, which another one would go on ignoring.
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(Int(POSIX_SPAWN_SETPGROUP) | Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF) | Int(others)))
        var child = pid_t()
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let code = Self.withStrings([name] + arguments) { arguments in
            Self.withStrings(variables) { variables in posix_spawn(&child, path, &actions, &attributes, arguments, variables) }
        }
        guard code == 0 else { throw Errno(code: code) }
        return child
    }

    /// The texts as a list of C strings that ends in nil.
    private static func withStrings<R>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    /// Waits for the end of the program, and ends it when it takes too long or writes too much.
    private static func wait(
        for child: pid_t, _ source: ProgramInput, _ output: NamelessFile, _ messages: NamelessFile, _ bounds: Bounds
    ) throws(Refusal) {
        let end = now() + bounds.seconds
        var refusal: Refusal?
        while true {
            var info = siginfo_t()
            // Its end is seen, and it is not fetched yet: until then no other process can get its number.
            let result = waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT | (refusal == nil ? WNOHANG : 0))
            if result == 0, info.si_signo != 0 { break }
            if result != 0, errno != EINTR {
                refusal = Refusal(what: "its end cannot be seen: \(Errno.last.words)", isPassing: true)
                break
            }
            if output.size > bounds.output {
                refusal = .noSmaller
            } else if messages.size > 1 << 20 {
                refusal = Refusal(what: "it complains without end", isPassing: false)
            } else if now() > end {
                refusal = Refusal(what: "it takes longer than \(Int(bounds.seconds)) s", isPassing: true)
            }
            if refusal != nil {
                kill(-child, SIGKILL)
            } else {
                source.send(waitingAtMost: 2)
                if source.isSent { usleep(2_000) }
            }
        }
        // What it started itself ends with it.
        kill(-child, SIGKILL)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let refusal { throw refusal }
        let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
        if signal != 0 { throw Refusal(what: "it was ended by signal \(signal)", isPassing: !faults.contains(signal)) }
        guard code == 0 else { throw fault(code, output, messages, bounds) }
        if output.size > bounds.output { throw .noSmaller }
    }

    /// The reason why the program says that it failed. A disk that has no room for its output, or for its messages, is no fault of the input.
    private static func fault(_ code: Int32, _ output: NamelessFile, _ messages: NamelessFile, _ bounds: Bounds) -> Refusal {
        if let obstacle = output.obstacle(to: bounds.output) {
            return Refusal(what: "it ended with code \(code), and \(obstacle.words)", isPassing: true)
        }
        let said = said(messages)
        // The disk may have room again by now.
        let isOfDisk = [ENOSPC, EDQUOT].contains { said.contains(String(cString: strerror($0))) }
        return Refusal(what: "it ended with code \(code)" + said, isPassing: isOfDisk)
    }

    /// The signals of a program's own faults. Others come from another process, such as a system that is short of memory.
    private static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

    /// The last line of its messages, which are mostly from the general to the special.
    private static func said(_ messages: NamelessFile) -> String {
        let bytes: [UInt8]
        do throws(Errno) { bytes = try messages.contents(limit: 2_000) } catch { return "" }
        let line = bytes.split(separator: UInt8(ascii: "\n")).last?.prefix(200) ?? []
        return line.isEmpty ? "" : ", and said: \(String(decoding: line, as: UTF8.self))"
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Whether another process can be held to its bounds as far as the system has a way to do so. A program that is linked with all its
    /// libraries finds no function by name.
    static var canHold: Bool {
        #if canImport(Darwin)
            true
        #else
            setLimit != nil
        #endif
    }

    #if !canImport(Darwin)
        private typealias SetLimit = @convention(c) (pid_t, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) -> Int32
        /// Swift's view of Glibc hides the function, so it is looked up by name; macOS has none.
        private static var setLimit: SetLimit? { dlsym(nil, "prlimit").map { unsafeBitCast($0, to: SetLimit.self) } }
    #endif

    /// Sets the limits of another process.
    private static func hold(_ child: pid_t, to bounds: Bounds) {
        #if !canImport(Darwin)
            guard let set = setLimit else { return }
            func hold(_ resource: Int32, to most: UInt) {
                var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
                _ = set(child, resource, &limit, nil)
            }
            // The numbers of getrlimit(2): Glibc and Musl declare the names with different types.
            let (processorTime, fileSize, addressSpace): (Int32, Int32, Int32) = (0, 1, 9)
            hold(processorTime, to: UInt(bounds.seconds) + 1)
            hold(fileSize, to: UInt(max(bounds.output, 64 << 20)))
            hold(addressSpace, to: bounds.memory)
        #endif
    }
}
