import Foundation
import HTMLSanitizer

/// Times the sanitizer on the texts of files, which hold one JSON string a line:
///
///     SanitizerBenchmark SECONDS FILE …
///
/// Each file is gone through for so many seconds, and at least twice. For each a line is printed with the seconds of processor time that
/// the fastest pass took. Only the calls are timed, with the texts in memory.
@main
struct SanitizerBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 2, let seconds = Double(CommandLine.arguments[1]) else { throw Usage() }
        var policy = SanitizerPolicy.standard
        policy.limits = .init(bytes: 2_000_000, depth: policy.limits.depth)
        let sanitizer = Sanitizer(policy: policy)
        for path in CommandLine.arguments.dropFirst(2) {
            let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n"))
            let texts = try lines.map { try JSONDecoder().decode(String.self, from: $0) }
            print(try fastestPass(over: texts, during: .seconds(seconds), sanitizer) / .seconds(1))
        }
    }

    private static func fastestPass(over texts: [String], during seconds: Duration, _ sanitizer: Sanitizer) throws -> Duration {
        let end = ContinuousClock.now + seconds
        var fastest = try pass(over: texts, sanitizer)
        repeat { fastest = min(fastest, try pass(over: texts, sanitizer)) } while ContinuousClock.now < end
        return fastest
    }

    private static func pass(over texts: [String], _ sanitizer: Sanitizer) throws -> Duration {
        let start = processorTime()
        for text in texts { keep(try sanitizer.sanitize(text)) }
        return processorTime() - start
    }

    /// Of this thread: what else the machine does is not in it.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// So that the compiler does not leave out the work.
    @inline(never)
    private static func keep(_ output: SanitizedHTML) {}

    struct Usage: Error, CustomStringConvertible {
        let description = "usage: SanitizerBenchmark SECONDS FILE …"
    }
}
