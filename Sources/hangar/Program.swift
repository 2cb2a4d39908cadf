import Foundation

/// Starts the program.
@main
enum Program {
    static func main() {
        // This comes first. The system gives a new file the lowest free number. If the program was started without standard output, the
        // text of a command would otherwise go into a file of the site, or into whatever else is opened first.
        holdStandardDescriptors()
        Task {
            await Hangar.main()
            exit(0)
        }
        dispatchMain()
    }

    /// Opens the standard streams that are closed. Reading and writing them fails, as it does for a closed stream.
    private static func holdStandardDescriptors() {
        for (descriptor, direction) in [(0 as Int32, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is this one, because those below it are open.
            _ = open("/dev/null", direction)
        }
    }
}
