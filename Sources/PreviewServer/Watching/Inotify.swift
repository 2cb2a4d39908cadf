#if os(Linux)
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// The system's word of changes in folders (inotify(7)).
    struct Inotify: FolderEvents {
        private let descriptor: Int32

        /// The changes that are told. Editors write a file in place, or another one that takes its name.
        private static let events = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)

        /// Nil when the system gives no watches. A user has a limited number of them.
        init?(_ folders: WatchedFolders) {
            descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            guard descriptor >= 0 else { return nil }
            guard follow(folders) else {
                end()
                return nil
            }
        }

        func follow(_ folders: WatchedFolders) -> Bool {
            folders.folders.allSatisfy { inotify_add_watch(descriptor, $0, Self.events) >= 0 || errno == ENOENT }
        }

        func come(within milliseconds: Int32) -> Bool {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, milliseconds) > 0 else { return false }
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            return true
        }

        func end() { close(descriptor) }
    }
#endif
