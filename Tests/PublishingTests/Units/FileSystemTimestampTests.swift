import Foundation
import Support
import TestSupport
import Testing

@testable import Publishing

@Suite struct FileSystemTimestampTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func state(_ name: String) throws -> FileState {
        try FileTree([name: "text"]).write(to: folder.path)
        return try #require(FileState.of("\(folder.path)/\(name)"))
    }

    func lock() throws -> BuildLock {
        let outcome = try BuildLock.take(in: try Folder.open(folder.path, disk: .direct)) { () throws(Errno) in true }
        guard case .held(let lock) = outcome else { throw Errno(code: EWOULDBLOCK) }
        return lock
    }

    @Test func aStateProvesNothingInTheTickOfItsChange() throws {
        let state = try state("a")
        #expect(!FileSystemTimestamp(device: state.device, time: state.changed - 1).isAfter(state))
        #expect(!FileSystemTimestamp(device: state.device, time: state.changed).isAfter(state))
        #expect(FileSystemTimestamp(device: state.device, time: state.changed + 1).isAfter(state))
    }

    @Test func clocksOfTwoDisksAreNotCompared() throws {
        let state = try state("a")
        #expect(!FileSystemTimestamp(device: state.device + 1, time: .max).isAfter(state))
    }

    @Test func theClockGoesOn() throws {
        let lock = try lock()
        let state = try state("a")
        let timestamp = try #require(try lock.timestamp(after: state.changed))
        #expect(timestamp.isAfter(state))
        #expect(try lock.now().time >= timestamp.time)
    }

    @Test func aTimeThatIsFarOffIsNotWaitedFor() throws {
        #expect(try lock().timestamp(after: .max) == nil)
    }

    @Test func askingForTheTimeLeavesAloneSinceWhenTheLockIsHeld() throws {
        let lock = try lock()
        let since = try lock.status().state.modified
        _ = try lock.timestamp(after: try lock.now().time)
        #expect(try lock.status().state.modified == since)
    }

    @Test func aStateIsThatOfTheFileItselfAndOfNothingElse() throws {
        let state = try state("a")
        #expect(state.size == 4)
        #expect(FileState.of("\(folder.path)/a") == state)
        #expect(try self.state("b") != state)
        #expect(FileState.of(folder.path) == nil)
        #expect(FileState.of("\(folder.path)/none") == nil)
    }

    /// Such a file must not stop a build.
    @Test func aDateWithoutAPlaceInTheNumberIsStillAState() throws {
        _ = try state("a")
        let times = [timespec(tv_sec: 0, tv_nsec: 0), timespec(tv_sec: 1 << 33, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, "\(folder.path)/a", times, 0) == 0)
        #expect(FileState.of("\(folder.path)/a") != nil)
    }
}
