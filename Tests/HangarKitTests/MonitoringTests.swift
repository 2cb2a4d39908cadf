import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Support
import TestSupport
import Testing

/// The scripts of Documentation/monitoring and the units of Documentation/systemd.
@Suite struct MonitoringTests {
    private static let folder = repository + "/Documentation/monitoring/"

    private func run(_ script: String, _ arguments: [String], in folder: TemporaryFolder) async throws -> Executable.Result {
        try await Executable.run(
            [Self.folder + script] + arguments, program: "/bin/sh", in: folder, environment: ["HANGAR": Executable.path])
    }

    @Test func theCheckSaysByItsStatusHowOldTheDataIs() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        let missing = try await run("check_hangar", ["site", "1d", "2d"], in: folder)
        #expect(missing.status == 2)
        #expect(missing.output.hasPrefix("HANGAR CRITICAL: site: nothing fetched yet\n"))
        // Years ago.
        let terminal = Terminal(transport: .answering(Records.two), now: Timestamp(secondsSince1970: 1_600_000_000))
        _ = await terminal.fetch(folder("site"))
        let states = [("36500d", "36500d", 0 as Int32, "OK"), ("1s", "36500d", 1, "WARNING"), ("1s", "2s", 2, "CRITICAL")]
        for (warning, critical, status, state) in states {
            let result = try await run("check_hangar", ["site", warning, critical], in: folder)
            #expect(result.status == status)
            #expect(result.output.hasPrefix("HANGAR \(state): site: checked "), "\(result)")
        }
        #expect(try await run("check_hangar", ["nowhere", "1d", "2d"], in: folder).status == 2)
        #expect(try await run("check_hangar", ["site"], in: folder).status == 3)
    }

    @Test(.enabled(if: Executable.isInstalled("jq"), "the script needs jq"))
    func theTextfileHasTheFiguresOfTheSite() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration, "figures/": ""])
        _ = await Terminal(transport: .answering(Records.two)).fetch(folder("site"))
        _ = await Terminal(transport: .refusing(404)).fetch(folder("site"))
        #expect(try await run("hangar-textfile", ["site", "figures"], in: folder) == .init())
        #expect(
            try folder.text("figures/hangar.prom").split(separator: "\n").filter { !$0.hasPrefix("#") } == [
                "hangar_last_check_timestamp_seconds{site=\"site\"} 1772000000",
                "hangar_last_change_timestamp_seconds{site=\"site\"} 1772000000",
                "hangar_spacecraft{site=\"site\"} 2",
                "hangar_failure_status{site=\"site\",step=\"fetch\"} 69",
                "hangar_failure_status{site=\"site\",step=\"build\"} 0",
                "hangar_failing_since_timestamp_seconds{site=\"site\",step=\"fetch\"} 1772000000",
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("figures")) == ["hangar.prom"])
    }

    @Test(.enabled(if: Executable.isInstalled("shellcheck"), "shellcheck is not installed"))
    func shellcheckFindsNothing() async throws {
        let folder = try TemporaryFolder()
        let scripts = try FileManager.default.contentsOfDirectory(atPath: Self.folder).map { Self.folder + $0 }
        #expect(try await Executable.run(["shellcheck"] + scripts, program: "/usr/bin/env", in: folder) == .init())
    }

    @Test(.enabled(if: Executable.isInstalled("systemd-analyze"), "systemd-analyze is not installed"))
    func systemdFindsNothingWrongWithTheUnits() async throws {
        let folder = try TemporaryFolder()
        for name in ["hangar.service", "hangar.timer"] {
            let unit = String(decoding: try FileAccess.disk.contents(repository + "/Documentation/systemd/" + name), as: UTF8.self)
            try folder.write(unit.replacing("/usr/local/bin/hangar", with: Executable.path), to: name)
        }
        let units = ["hangar.service", "hangar.timer"].map { folder($0) }
        let result = try await Executable.run(["systemd-analyze", "verify"] + units, program: "/usr/bin/env", in: folder)
        #expect(result == .init())
    }
}
