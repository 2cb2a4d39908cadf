import Foundation
import TestSupport

/// Someone else than the user who runs the tests. Only root can run a program in the name of another.
struct OtherUser {
    let user: uid_t
    let groups: [gid_t]

    /// Runs the command in the name of someone to whom permissions apply: the user who runs the tests, or another one where that is root.
    static func unprivileged(_ arguments: [String], in folder: TemporaryFolder) async throws -> Executable.Result {
        guard geteuid() == 0 else { return try await Executable.run(arguments, in: folder) }
        return try await unprivileged.run(arguments, in: folder)
    }

    /// Makes a folder that the one of ``unprivileged(_:in:)`` owns.
    static func makeUnprivilegedFolder(_ name: String, in folder: TemporaryFolder) throws {
        try folder.write("", to: name + "/")
        if geteuid() == 0, chown(folder(name), unprivileged.user, unprivileged.user) != 0 { throw POSIXError(.EPERM) }
    }

    private static let unprivileged = OtherUser(user: 4_301, groups: [4_301])

    /// Runs the command, or another program, in this user's name. The first group is that of new files. Builds are remembered in `cache`, if
    /// that folder is there.
    func run(
        _ arguments: [String], program: String = Executable.path, umask: String = "022", in folder: TemporaryFolder
    ) async throws -> Executable.Result {
        // Every system that builds Swift packages has Perl; the commands that change the user differ.
        let script = """
            use POSIX; my ($groups, $user, $umask, $cache) = splice(@ARGV, 0, 4); $ENV{XDG_CACHE_HOME} = $cache;
            $) = $groups; setgid($groups + 0) and setuid($user) or die $!; umask(oct($umask)); exec { $ARGV[0] } @ARGV or die $!
            """
        // For Perl, the first is the group of new files, and the others are those that the user is in.
        let groups = ([groups.first].compactMap(\.self) + self.groups).map { String($0) }.joined(separator: " ")
        return try await Executable.run(
            ["-e", script, groups, String(user), umask, folder("cache"), program] + arguments, program: "/usr/bin/perl", in: folder,
            environment: Executable.withoutCoverage)
    }
}
