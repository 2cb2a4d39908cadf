#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How changes reach the disk. It is a value so that a test can stop a build at every point where a kill or a failing disk could. The test
/// throws before the k-th change.
package struct DiskAccess: Sendable {
    /// Called just before each change with its name and that of the file. Nil except in tests.
    package var before: (@Sendable (_ change: String, _ name: String) throws(Errno) -> Void)?
    /// Whether to wait, where it matters, until the disk has the written data. Thousands of small test builds do without.
    package var waits: Bool
    /// The name of the present system session, which began when the system started. Nil when the system does not provide one.
    package var session: @Sendable () -> String?

    package init(
        before: (@Sendable (_ change: String, _ name: String) throws(Errno) -> Void)? = nil, waits: Bool = true,
        session: @escaping @Sendable () -> String? = BootSession.name
    ) {
        self.before = before
        self.waits = waits
        self.session = session
    }

    package static let direct = DiskAccess()

    @inline(__always)
    package func pass(_ change: StaticString, _ name: UnsafePointer<CChar>) throws(Errno) {
        guard let before else { return }
        try before("\(change)", String(cString: name))
    }
}

/// The time from one start of the system to the next.
package enum BootSession {
    /// A name that no other session has, on this machine or another. Nil when the system does not provide one.
    package static func name() -> String? {
        #if canImport(Darwin)
            var buffer = [CChar](repeating: 0, count: 64)
            var size = buffer.count
            guard sysctlbyname("kern.bootsessionuuid", &buffer, &size, nil, 0) == 0 else { return nil }
            let name = buffer.text
        #else
            guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return nil }
            defer { fclose(file) }
            var buffer = [UInt8](repeating: 0, count: 64)
            let count = fread(&buffer, 1, buffer.count, file)
            let name = String(decoding: buffer.prefix(count).prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
        #endif
        return name.isEmpty ? nil : name
    }
}
