import Publishing
import SiteGenerator
import Support
import TemplateEngine

/// Renders every file of a site on all cores and publishes the files that differ.
struct SiteRenderer {
    let generator: SiteGenerator
    /// The pictures that are published unchanged.
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

    private func renderAll(into staging: PublishTransaction) throws(Failure) {
        let files = generator.files
        try Concurrently.forEach(count: files.count + copies.count) {
            OutputBuffer()
        } _: { (index, buffer) throws(Failure) in
            if index < files.count {
                try render(files[index], into: staging, &buffer)
            } else {
                try add(copies[index - files.count], to: staging)
            }
        }
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
