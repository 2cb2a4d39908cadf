#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The time from one start of the system to its next.
package enum BootSession {
    /// A name that no other session has, on this machine or another; nil where the system does not say.
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
