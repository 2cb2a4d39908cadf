import Glibc

/// Sanitizes the files whose names it reads, one on each line, and sanitizes the results again. `sanitizer` compiles it into one module
/// with the sanitizer, without Foundation and Dispatch, because valgrind does not support their threads.
@main
struct SanitizerLeaks {
    static func main() {
        var sanitized = 0
        var refused = 0
        while let path = readLine() {
            do {
                let once = try Sanitizer().sanitize(bytes(of: path))
                if try Sanitizer().sanitize(once.html) != once { fail("\(path) changes when it is sanitized again") }
                _ = once.plainText(limit: 200)
                sanitized += 1
            } catch SanitizerError.tooLong {
                refused += 1
            } catch {
                fail("\(path): \(error)")
            }
        }
        print("\(sanitized) texts sanitized twice, \(refused) refused as too long")
    }

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { fail("\(path) cannot be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private static func fail(_ what: String) -> Never {
        print(what)
        exit(2)
    }
}
