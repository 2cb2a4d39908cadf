import Catalogue
import LaunchLibrary
import SiteGenerator
import Support
import Synchronization

/// Makes the sizes of the copies that pages show, with a program that need not be there. Each is made once. A picture of which none can be
/// made is shown as it is.
struct PictureSizing: Sendable {
    let store: PictureStore
    let rules: ImageRules
    /// The value of `PATH`. Nil when there is none, and then no program is looked for.
    let path: String?
    let clock: FetchClock
    /// The end of the work. The next run makes what is missing then.
    let deadline: Timestamp

    /// - Parameter progress: the function that is called with the number of finished pictures and the total.
    func run(_ catalogue: Catalogue, progress: @Sendable (_ done: Int, _ of: Int) -> Void) throws(Failure) -> SizingReport {
        let names = try store.names()
        let known = try memory(in: names)
        var memory = SizesMemory()
        memory.told = known.told
        var (kept, missing): (Set<String>, [Order]) = ([], [])
        for order in try orders(catalogue, names) {
            guard let trial = known.trials[order.key], order.files(trial).isSubset(of: names) else {
                missing.append(order)
                continue
            }
            memory.trials[order.key] = trial
            kept.formUnion(order.files(trial))
        }
        var report = SizingReport()
        if missing.isEmpty {
            if kept.isEmpty { memory.told = nil }
        } else if let scaler = scaler(&memory, &report) {
            for (order, outcome) in zip(missing, make(missing, by: scaler, progress: progress)) {
                switch outcome {
                case .notTried: report.left += 1
                case .putOff(let why):
                    report.left += 1
                    report.diagnostics.append(
                        Diagnostic(
                            .warning, at: SiteFolder.join(store.folder, order.name),
                            "no smaller sizes were made of this picture yet: \(why)",
                            remedy: "The next fetch tries it again."))
                case .cannotKeep(let failure): report.diagnostics += failure
                case .tried(let trial):
                    memory.trials[order.key] = trial
                    kept.formUnion(order.files(trial))
                    report.count(trial, of: order.name, in: store.folder)
                }
            }
        }
        try store.removeSizes(but: kept)
        try remember(memory, instead: known, names)
        return report
    }

    /// A picture whose sizes pages may show. Its bytes are read again when it is its turn.
    private struct Order: Sendable {
        let image: Image
        let size: PictureSize
        let name: String
        let key: String
        private let sizeNames: [Int: String]

        init(_ picture: StoredPicture, _ image: Image) {
            self.image = image
            size = picture.size
            name = picture.name
            key = picture.key
            sizeNames = Dictionary(picture.widths.map { ($0, picture.sizeName($0)) }, uniquingKeysWith: { first, _ in first })
        }

        func files(_ trial: SizesMemory.Trial) -> Set<String> {
            guard case .made(let widths) = trial else { return [] }
            // A width that is none of its own stands in a memory that was changed by hand. Then the picture is tried again.
            return Set(widths.map { sizeNames[$0] ?? "" })
        }
    }

    private enum Outcome: Sendable {
        case tried(SizesMemory.Trial)
        case cannotKeep([Diagnostic])
        case notTried
        /// Something that passes was in the way.
        case putOff(String)
    }

    private func orders(_ catalogue: Catalogue, _ names: Set<String>) throws(Failure) -> [Order] {
        var orders: [Order] = []
        for image in catalogue.images {
            guard let licence = catalogue.licences[id: image.licenceID], rules.makesSizes(under: licence) else { continue }
            for size in PictureSize.allCases where size != .thumbnail && !size.address(of: image).isEmpty {
                if let copy = try store.copy(of: image, size, in: names) { orders.append(Order(copy.picture, image)) }
            }
        }
        return orders
    }

    /// Nil when sizes cannot be made of any picture. The operator is told once why.
    private func scaler(_ memory: inout SizesMemory, _ report: inout SizingReport) -> PictureScaler? {
        guard let path else { return nil }
        let why: String
        if let scaler = PictureScaler(path: path, folder: store.folder, files: store.files) {
            do throws(BoundedProgram.Refusal) {
                try scaler.check()
                memory.told = nil
                return scaler
            } catch {
                why = "\(PictureScaler.programName) cannot be used: \(error.what)"
            }
        } else {
            why = "there is no \(PictureScaler.programName) in the folders of PATH"
        }
        if memory.told != why {
            report.diagnostics.append(
                Diagnostic(
                    .warning, at: store.folder, "pictures are served in the source's sizes alone: \(why)",
                    remedy: "Install it (Debian: libvips-tools) for smaller files, or leave it as it is. This is told once."))
        }
        memory.told = why
        return nil
    }

    /// The outcomes in the order of the orders.
    private func make(_ orders: [Order], by scaler: PictureScaler, progress: @Sendable (_ done: Int, _ of: Int) -> Void) -> [Outcome] {
        let done = Mutex(0)
        return Concurrently.array(count: orders.count, pieceSize: 1) { index in
            guard clock.now() < deadline else { return .notTried }
            let outcome = make(orders[index], by: scaler)
            done.withLock { done in
                done += 1
                progress(done, orders.count)
            }
            return outcome
        }
    }

    private func make(_ order: Order, by scaler: PictureScaler) -> Outcome {
        do throws(Failure) {
            guard let (picture, content) = try store.copy(of: order.image, order.size, in: [order.name]), picture.key == order.key else {
                return .notTried
            }
            if let obstacle = picture.obstacle(content) { return .tried(.failed(obstacle)) }
            var made: [Int] = []
            // The widest comes first: where it is no smaller, the picture is small enough.
            for width in picture.widths.reversed() {
                let bytes: [UInt8]
                do throws(BoundedProgram.Refusal) {
                    bytes = try scaler.webP(content, width: width)
                } catch {
                    if error == .noSmaller, width == picture.widestSize { return .tried(.made([])) }
                    if error == .noSmaller { continue }
                    return error.isPassing ? .putOff(error.what) : .tried(.failed(error.what))
                }
                try store.keep(bytes, as: picture.sizeName(width))
                made.insert(width, at: 0)
            }
            return .tried(.made(made))
        } catch {
            return .cannotKeep(error.diagnostics)
        }
    }

    private func memory(in names: Set<String>) throws(Failure) -> SizesMemory {
        guard names.contains(SizesMemory.fileName) else { return SizesMemory() }
        return SizesMemory(String(decoding: try store.contents(of: SizesMemory.fileName), as: UTF8.self))
    }

    private func remember(_ memory: SizesMemory, instead known: SizesMemory, _ names: Set<String>) throws(Failure) {
        if let text = memory.text {
            if memory != known { try store.keep(Array(text.utf8), as: SizesMemory.fileName) }
        } else if names.contains(SizesMemory.fileName) {
            try store.remove(SizesMemory.fileName)
        }
    }
}

/// The result of making sizes in one fetch.
struct SizingReport: Sendable, Equatable {
    /// The number of pictures of which sizes were made.
    var made = 0
    /// The number of pictures of which none can be made.
    var failed = 0
    /// The number of pictures that were not tried before the deadline, or in vain for a reason that passes.
    var left = 0
    var diagnostics: [Diagnostic] = []

    fileprivate mutating func count(_ trial: SizesMemory.Trial, of name: String, in folder: String) {
        switch trial {
        case .made(let widths): made += widths.isEmpty ? 0 : 1
        case .failed(let why):
            failed += 1
            diagnostics.append(
                Diagnostic(
                    .warning, at: SiteFolder.join(folder, name), "no smaller sizes were made of this picture: \(why)",
                    remedy: "It is served as it is."))
        }
    }
}
