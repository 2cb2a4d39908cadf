#if canImport(Darwin)
    import Darwin
    import Support
    import Synchronization

    /// The system's word of changes in folders (kqueue(2), EVFILT_VNODE). It tells of what is open, so each folder and each file is opened: a
    /// folder tells that entries came, went or were replaced, a file that it was written in place.
    final class Kqueue: FolderEvents {
        private let queue: Int32
        private let watched = Mutex<[String: Watch]>([:])

        private struct Watch {
            let descriptor: Int32
            let inode: UInt64
        }

        private static let notes = UInt32(NOTE_WRITE | NOTE_EXTEND | NOTE_ATTRIB | NOTE_DELETE | NOTE_RENAME)
        /// For events alone, which keeps no disk from being unmounted.
        private static let mode = O_EVTONLY | O_NONBLOCK | O_CLOEXEC
        /// The descriptors that the rest of the program needs.
        private static let reserve = 100

        /// Nil when the system has too few descriptors for all files.
        init?(_ folders: WatchedFolders) {
            queue = kqueue()
            guard queue >= 0 else { return nil }
            guard follow(folders) else {
                end()
                return nil
            }
        }

        func follow(_ folders: WatchedFolders) -> Bool {
            let paths = folders.paths
            return watched.withLock { watched in
                for (path, watch) in watched where paths[path] != watch.inode {
                    // Its events end with its descriptor. Until then its number is given to no other file.
                    close(watch.descriptor)
                    watched[path] = nil
                }
                guard Self.hasRoom(for: paths.count) else { return false }
                var isWhole = true
                for (path, inode) in paths where watched[path] == nil {
                    switch add(path) {
                    case .watched(let descriptor): watched[path] = Watch(descriptor: descriptor, inode: inode)
                    case .unreadable: continue
                    case .refused: isWhole = false
                    }
                }
                return isWhole
            }
        }

        private enum Outcome {
            case watched(Int32)
            /// It has gone, or is closed to this user. Who makes the site tells of it.
            case unreadable
            case refused
        }

        private func add(_ path: String) -> Outcome {
            let descriptor = open(path, Self.mode)
            guard descriptor >= 0 else { return [EMFILE, ENFILE, ENOMEM].contains(errno) ? .refused : .unreadable }
            var request = kevent(
                ident: UInt(descriptor), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR), fflags: Self.notes, data: 0,
                udata: nil)
            guard kevent(queue, &request, 1, nil, 0, nil) == 0 else {
                close(descriptor)
                return .refused
            }
            return .watched(descriptor)
        }

        func come(within milliseconds: Int32) -> Bool {
            var event = kevent()
            var time = timespec(tv_sec: Int(milliseconds) / 1_000, tv_nsec: Int(milliseconds) % 1_000 * 1_000_000)
            guard kevent(queue, nil, 0, &event, 1, &time) > 0 else { return false }
            var none = timespec()
            while kevent(queue, nil, 0, &event, 1, &none) > 0 {}
            return true
        }

        func end() {
            watched.withLock { watched in
                for watch in watched.values { close(watch.descriptor) }
                watched = [:]
            }
            close(queue)
        }

        /// Asks for more descriptors where the limit is lower than what is needed: macOS gives a shell 256, and a program may ask for more.
        private static func hasRoom(for count: Int) -> Bool {
            var limit = rlimit()
            guard getrlimit(resource, &limit) == 0 else { return false }
            let needed = rlim_t(count + reserve)
            guard limit.rlim_cur < needed else { return true }
            limit.rlim_cur = needed
            return needed <= limit.rlim_max && setrlimit(resource, &limit) == 0
        }

        private static let resource = RLIMIT_NOFILE
    }

    extension WatchedFolders {
        /// All folders and the files in them by their paths, with the numbers of what stands there. Links are followed.
        fileprivate var paths: [String: UInt64] {
            var paths: [String: UInt64] = [:]
            for folder in folders {
                for path in [folder] + Self.names(in: folder).map({ folder + "/" + $0 }) {
                    var status = stat()
                    if stat(path, &status) == 0 { paths[path] = UInt64(status.st_ino) }
                }
            }
            return paths
        }
    }
#endif
