import Foundation
import Support
import TestSupport
import Testing

@testable import HangarKit

@Suite struct BoundedProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(["work/": ""]) }

    private func run(
        _ script: String, _ arguments: [String] = [], input: String = "", seconds: Double = 20, memory: UInt = 1 << 32, output: Int = 1_000
    ) throws(BoundedProgram.Refusal) -> String {
        let shell = BoundedProgram(path: "/bin/sh", environment: ["PATH": "/usr/bin:/bin"], folder: folder("work"))
        let bytes = try shell.run(
            ["-c", script] + arguments, input: Array(input.utf8), .init(seconds: seconds, memory: memory, output: output))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func whatItWritesIsReturnedAndNothingIsLeftBehind() throws {
        #expect(try run("tr a-z A-Z; echo \"$0 $1\"", ["-o", "a b; $(c)"], input: "abc ") == "ABC -o a b; $(c)\n")
        #expect(try folder.files(in: "work") == [:])
    }

    @Test(
        arguments: [
            ("exit 3", "it ended with code 3", false),
            ("echo no >&2; echo more >&2; exit 1", "it ended with code 1, and said: more", false),
            (
                "echo 'vips: No space left on device' >&2; exit 1",
                "it ended with code 1, and said: vips: No space left on device", true
            ),
            ("kill -SEGV $$", "it was ended by signal 11", false), ("kill -9 $$", "it was ended by signal 9", true),
            ("head -c 2000 /dev/zero", "what it makes is no smaller", false),
        ])
    func whatDoesNotEndWellHasAReasonThatLastsOrPasses(script: String, why: String, isPassing: Bool) {
        #expect(throws: BoundedProgram.Refusal(what: why, isPassing: isPassing)) { try run(script) }
    }

    #if os(Linux)
        @Test func aDiskWithoutRoomIsToldFromAFaultOfTheInput() throws {
            #expect(NamelessFile(descriptor: open("/dev/full", O_RDWR | O_CLOEXEC)).obstacle(to: 1) == Errno(code: ENOSPC))
            let file = try NamelessFile(in: folder("work"))
            #expect(file.obstacle(to: 100_000) == nil)
            #expect(file.size == 0)
        }
    #endif

    @Test func oneThatDoesNotEndIsEndedWithAllThatItStarted() throws {
        #expect(throws: BoundedProgram.Refusal(what: "it takes longer than 0 s", isPassing: true)) {
            try run("sleep 1000 & echo $! > '\(folder("child"))'; wait", seconds: 0.5)
        }
        try expectEndOfChild()
    }

    @Test func whatOneLeavesBehindAtItsEndIsEndedToo() throws {
        #expect(try run("sleep 1000 & echo $! > '\(folder("child"))'; echo done") == "done\n")
        try expectEndOfChild()
    }

    private func expectEndOfChild() throws {
        let child = try #require(pid_t(try folder.text("child").trimmingCharacters(in: .whitespacesAndNewlines)))
        // The signal takes a moment. Then the process is gone, or dead and not yet fetched by the one that took it over.
        var isAlive = true
        for _ in 0..<1_000 where isAlive {
            let state = FileManager.default.contents(atPath: "/proc/\(child)/stat").map { String(decoding: $0, as: UTF8.self) } ?? ") Z"
            isAlive = kill(child, 0) == 0 && !state.contains(") Z") && !state.contains(") X")
            if isAlive { usleep(5_000) }
        }
        #expect(!isAlive)
    }

    @Test func moreInputThanItTakesIsNoFault() throws {
        let input = String(repeating: "0123456789", count: 200_000)
        #expect(try run("wc -c", input: input).trimmingCharacters(in: .whitespacesAndNewlines) == "2000000")
        #expect(try run("exec 0<&-; sleep 0.1; echo done", input: input) == "done\n")
        #expect(try run("head -c 3", input: input) == "012")
    }

    @Test func oneThatWritesWithoutEndIsEnded() {
        #expect(throws: BoundedProgram.Refusal.noSmaller) { try run("yes") }
        #expect(throws: BoundedProgram.Refusal(what: "it complains without end", isPassing: false)) { try run("yes >&2") }
    }

    #if os(Linux)
        @Test func oneThatNeedsMoreMemoryThanItMayFails() {
            // A line without an end is kept in memory. The limit is there before the first byte of the input is.
            let script = "read line; head -c 300000000 /dev/zero | tail -n 1 > /dev/null"
            #expect(throws: Never.self) { try run(script, input: "go\n") }
            #expect(throws: BoundedProgram.Refusal.self) { try run(script, input: "go\n", memory: 100 << 20) }
        }
    #endif

    @Test func oneThatIsNotThereCannotBeStarted() {
        let program = BoundedProgram(path: folder("none"), environment: [:], folder: folder("work"))
        #expect(throws: BoundedProgram.Refusal(what: "it cannot be started: no such file or folder", isPassing: true)) {
            try program.run([], input: [], .init(seconds: 1, memory: 1 << 30, output: 10))
        }
        let homeless = BoundedProgram(path: "/bin/sh", environment: [:], folder: folder("nowhere"))
        #expect(throws: BoundedProgram.Refusal(what: "it cannot be started: no such file or folder", isPassing: true)) {
            try homeless.run(["-c", "exit"], input: [], .init(seconds: 1, memory: 1 << 30, output: 10))
        }
    }
}
