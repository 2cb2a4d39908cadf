import Publishing
import SiteGenerator
import Support
import TemplateEngine

/// Makes the files of a site on all cores, and publishes those that differ. A file that is still as the last build made it, from the same
/// inputs, is neither made nor read.
struct SiteRenderer {
    let generator: SiteGenerator
    /// The pictures that are published unchanged.
    let copies: [PictureCopy.File]
    let store: PictureStore
    let statics: StaticFiles
    let profile: BuildProfile?

    /// - Throws: a ``Failure``. The transaction is then still to be abandoned.
    func publish(_ transaction: PublishTransaction) throws(Failure) -> PublishReport {
        try makeAll(into: transaction)
        profile?.finish(.files)
        do {
            let report = try transaction.publish()
            profile?.finish(.publishing)
            profile?.add(transaction.times)
            return report
        } catch {
            throw Failure(error)
        }
    }

    private func makeAll(into transaction: PublishTransaction) throws(Failure) {
        let files = generator.files
        let made = files.count + copies.count
        try Concurrently.forEach(count: made + statics.files.count) {
            OutputBuffer()
        } _: { (index, buffer) throws(Failure) in
            if index < files.count {
                try make(files[index], into: transaction, &buffer)
            } else if index < made {
                try add(copies[index - files.count], to: transaction)
            } else {
                try add(statics.files[index - made], to: transaction)
            }
        }
    }

    private func make(_ file: SiteFile, into transaction: PublishTransaction, _ buffer: inout OutputBuffer) throws(Failure) {
        do {
            let kept = try transaction.keep(file.path, kind: file.kind, inputs: file.inputs)
            profile?.count(kept)
            if kept == .kept { return }
        } catch {
            throw Failure(error)
        }
        buffer.removeAll()
        do {
            if let profile {
                try profile.measure(file) { viewed throws(RenderError) in try generator.render(file, into: &buffer, viewed: viewed) }
            } else {
                try generator.render(file, into: &buffer)
            }
        } catch {
            throw Failure(error)
        }
        do {
            try buffer.withUnsafeBytes { (bytes) throws(PublishError) in
                try transaction.add(file.path, bytes, kind: file.kind, inputs: file.inputs)
            }
        } catch {
            throw Failure(error)
        }
    }

    /// The stored pictures are among the inputs that all files share.
    private static let inputsOfCopies: UInt64 = 1

    private func add(_ copy: PictureCopy.File, to transaction: PublishTransaction) throws(Failure) {
        do {
            let kept = try transaction.keep(copy.path, kind: .asset, inputs: Self.inputsOfCopies)
            profile?.count(kept)
            if kept == .kept { return }
        } catch {
            throw Failure(error)
        }
        let bytes = try store.contents(of: copy.name)
        do { try transaction.add(copy.path, bytes, kind: .asset, inputs: Self.inputsOfCopies) } catch { throw Failure(error) }
    }

    /// A static file is read once: for its hash, and for the comparison where the output does not have it.
    private func add(_ file: StaticFiles.File, to transaction: PublishTransaction) throws(Failure) {
        let bytes = try statics.contents(of: file)
        let inputs = bytes.withUnsafeBytes { XXHash64.hash($0) }
        do {
            let kept = try transaction.keep(file.path, kind: file.kind, inputs: inputs)
            profile?.count(kept)
            if kept == .kept { return }
            try transaction.add(file.path, bytes, kind: file.kind, inputs: inputs)
        } catch {
            throw Failure(error)
        }
    }
}
