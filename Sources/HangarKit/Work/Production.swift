import Dispatch
import Foundation
import Publishing
import SiteGenerator
import Support
import Synchronization
import TemplateEngine

/// Renders every file of a site on all cores and publishes what differs.
struct Production {
    let generator: SiteGenerator
    /// Pictures that are published as they are.
    let copies: [PictureCopy.File]
    let store: PictureStore
    let output: String
    let options: PublishOptions

    func run() throws(Failure) -> PublishReport {
        let staging: PublishTransaction
        do { staging = try Publisher(output: output, options: options).begin() } catch { throw Failure(error) }
        do throws(Failure) {
            try renderAll(into: staging)
        } catch {
            staging.abandon()
            throw error
        }
        do {
            return try staging.publish()
        } catch {
            staging.abandon()
            throw Failure(error)
        }
    }

    /// Few enough at a time that no core is idle at the end, many enough that taking them costs nothing.
    private static let batch = 16

    private func renderAll(into staging: PublishTransaction) throws(Failure) {
        let files = generator.files
        let count = files.count + copies.count
        let next = Mutex(0)
        let failures = Mutex<[(index: Int, failure: Failure)]>([])
        DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
            var buffer = OutputBuffer()
            while failures.withLock({ $0.isEmpty }) {
                let start = next.withLock { next in
                    defer { next += Self.batch }
                    return next
                }
                guard start < count else { return }
                for index in start..<min(start + Self.batch, count) {
                    do throws(Failure) {
                        if index < files.count {
                            try render(files[index], into: staging, &buffer)
                        } else {
                            try add(copies[index - files.count], to: staging)
                        }
                    } catch {
                        failures.withLock { $0.append((index, error)) }
                        return
                    }
                }
            }
        }
        let first = failures.withLock { $0.min { $0.index < $1.index } }
        if let first { throw first.failure }
    }

    private func render(_ file: SiteFile, into staging: PublishTransaction, _ buffer: inout OutputBuffer) throws(Failure) {
        buffer.removeAll()
        do { try generator.render(file, into: &buffer) } catch { throw Failure(error) }
        do {
            try buffer.withUnsafeBytes { (bytes) throws(PublishError) in try staging.add(file.path, bytes, kind: file.kind) }
        } catch {
            throw Failure(error)
        }
    }

    private func add(_ copy: PictureCopy.File, to staging: PublishTransaction) throws(Failure) {
        let bytes = try store.contents(of: copy.name)
        do { try staging.add(copy.path, bytes, kind: .asset) } catch { throw Failure(error) }
    }
}
