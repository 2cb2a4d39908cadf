#if os(Linux)
    import Dispatch
    import Synchronization

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// The system's word of changes in folders (inotify(7)).
    enum Inotify {
        /// The changes that are told. Editors write a file in place, or another one that takes its name.
        private static let events = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)

        /// Milliseconds. Saving a file makes several events within one or two; a copied folder makes them for longer.
        private static let quiet: Int32 = 4
        private static let longest = 60
        /// Milliseconds after which a thread sees that nobody listens any more.
        private static let patience: Int32 = 200

        /// Nil when the system gives no watches. A user has a limited number of them.
        static func changes(in folders: WatchedFolders) -> AsyncStream<Void>? {
            let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            guard descriptor >= 0 else { return nil }
            guard watch(folders, descriptor) else {
                close(descriptor)
                return nil
            }
            let (changes, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            let end = End()
            tell.onTermination = { _ in end.set() }
            // A queue of its own, because the work waits for most of the time.
            DispatchQueue(label: "folder-watch").async {
                while !end.isSet {
                    guard waits(descriptor, patience) else { continue }
                    var rounds = 0
                    repeat {
                        drain(descriptor)
                        rounds += 1
                    } while rounds * Int(quiet) < longest && waits(descriptor, quiet)
                    // Folders that came are watched before the site is made anew, so that nothing in them is missed.
                    _ = watch(folders, descriptor)
                    tell.yield()
                }
                close(descriptor)
            }
            return changes
        }

        private final class End: Sendable {
            private let state = Mutex(false)
            var isSet: Bool { state.withLock { $0 } }
            func set() { state.withLock { $0 = true } }
        }

        /// A folder that is watched already stays so.
        private static func watch(_ folders: WatchedFolders, _ descriptor: Int32) -> Bool {
            folders.folders.allSatisfy { inotify_add_watch(descriptor, $0, events) >= 0 || errno == ENOENT }
        }

        private static func waits(_ descriptor: Int32, _ milliseconds: Int32) -> Bool {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            return poll(&request, 1, milliseconds) > 0
        }

        private static func drain(_ descriptor: Int32) {
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while read(descriptor, &buffer, buffer.count) > 0 {}
        }
    }
#endif
