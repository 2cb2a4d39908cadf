import Catalogue
import LaunchLibrary
import SiteGenerator
import TemplateEngine

/// Copies the pictures whose licence the operator allows to be copied. A failed picture is reported and left out. The others continue.
struct PictureDownload: Sendable {
    let store: PictureStore
    let transport: HTTPTransport
    let clock: FetchClock
    let rules: ImageRules
    /// The end of the downloads. The next run fetches the pictures that are missing then.
    let deadline: Timestamp

    /// The maximum number of bytes of one picture.
    private static let limit = 25 << 20
    /// The maximum number of bytes of a picture that is fetched in parallel with others. Larger pictures are fetched one at a time, because
    /// eight of the largest would take more memory than everything else.
    private static let ordinaryLimit = 3 << 20
    private static let transfersAtATime = 8

    /// - Parameter progress: the function that is called with the number of finished pictures and the total.
    func run(_ catalogue: Catalogue, progress: (_ done: Int, _ of: Int) -> Void) async throws(Failure) -> PictureReport {
        var report = PictureReport()
        var kept: Set<String> = []
        var missing: [Order] = []
        let names = try store.names()
        for order in orders(catalogue) {
            if let copy = try store.file(of: order.image, order.size, in: names) {
                kept.insert(copy.name)
                report.present += 1
            } else {
                missing.append(order)
            }
        }
        let outcomes = await outcomes(of: missing, progress: progress)
        for (order, outcome) in zip(missing, outcomes) {
            switch outcome {
            case .kept(let name):
                kept.insert(name)
                report.copied += 1
            case .failed(let why):
                report.failures.append(order.failure(why))
                // The copy of an earlier picture is no longer shown. It stays because the source may go back to it.
                kept.formUnion(names.filter { $0.hasPrefix(order.prefix) })
            case .tooLarge, .notTried: report.left += 1
            }
        }
        if report.left == 0 { try store.removeAll(but: kept) }
        return report
    }

    private struct Order: Sendable {
        let image: Image
        let size: PictureSize

        var prefix: String { "\(image.id)-\(size.rawValue)-" }

        func failure(_ why: String) -> Diagnostic {
            Diagnostic(
                .warning, at: "picture \(image.id) (\(size.rawValue)), \(size.address(of: image))", why,
                remedy: "It is shown as a silhouette until a later fetch brings it.")
        }
    }

    private enum Outcome: Sendable {
        case kept(String)
        case failed(String)
        case tooLarge
        /// The deadline came before the attempt.
        case notTried
    }

    private func orders(_ catalogue: Catalogue) -> [Order] {
        catalogue.images.filter { image in
            catalogue.licences[id: image.licenceID].map { rules.treatment(of: $0) == .copy } ?? false
        }.flatMap { image in
            PictureSize.allCases.filter { !$0.address(of: image).isEmpty }.map { Order(image: image, size: $0) }
        }
    }

    /// The outcomes in the order of the orders.
    private func outcomes(of orders: [Order], progress: (_ done: Int, _ of: Int) -> Void) async -> [Outcome] {
        var outcomes = [Outcome](repeating: .notTried, count: orders.count)
        var done = 0
        await withTaskGroup(of: (Int, Outcome).self) { group in
            var rest = orders.indices.makeIterator()
            func addNext() {
                guard let index = rest.next() else { return }
                group.addTask { (index, await copy(orders[index], limit: Self.ordinaryLimit)) }
            }
            for _ in 0..<Self.transfersAtATime { addNext() }
            for await (index, outcome) in group {
                outcomes[index] = outcome
                if case .tooLarge = outcome {} else { done += 1 }
                progress(done, orders.count)
                addNext()
            }
        }
        for index in orders.indices {
            guard case .tooLarge = outcomes[index] else { continue }
            let outcome = await copy(orders[index], limit: Self.limit)
            if case .tooLarge = outcome {
                outcomes[index] = .failed("the picture is larger than \(Self.limit >> 20) MiB")
            } else {
                outcomes[index] = outcome
            }
            done += 1
            progress(done, orders.count)
        }
        return outcomes
    }

    private func copy(_ order: Order, limit: Int) async -> Outcome {
        let left = deadline.secondsSince1970 - clock.now().secondsSince1970
        guard left > 0 else { return .notTried }
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await transport.send(
                HTTPRequest(url: order.size.address(of: order.image), bodyLimit: limit, timeLimit: .seconds(left)))
        } catch {
            return error.kind == .tooLarge ? .tooLarge : .failed(error.what)
        }
        guard response.status == 200 else { return .failed("answered with status \(response.status)") }
        guard response.body.count <= limit else { return .tooLarge }
        guard let header = PictureHeader(response.body) else {
            return .failed("what came is no PNG, JPEG, WebP or GIF, or gives no size that can be shown")
        }
        let name = "\(PictureStore.stem(of: order.image, order.size)).\(header.format.fileExtension)"
        do throws(Failure) {
            try store.keep(response.body, as: name)
            return .kept(name)
        } catch {
            return .failed(error.diagnostics.map(\.what).joined(separator: "; "))
        }
    }
}

/// The result of copying pictures in one fetch. Originals and thumbnails count separately.
struct PictureReport: Sendable, Equatable {
    var copied = 0
    /// The number of copies that existed before.
    var present = 0
    /// The number of pictures that were not fetched before the deadline.
    var left = 0
    /// The failures in the order of the pictures' ids.
    var failures: [Diagnostic] = []
    var sizes = SizingReport()

    var diagnostics: [Diagnostic] {
        guard left > 0 else { return failures + sizes.diagnostics }
        let what = "\(left) pictures were not copied before the deadline"
        return failures + [Diagnostic(.warning, what, remedy: "The next fetch goes on with them.")] + sizes.diagnostics
    }

    /// Whether anything came that pages show.
    var isNews: Bool { copied > 0 || sizes.made > 0 }

    /// `12 pictures copied, 1 failed`. It is nil when nothing happened.
    var words: String? {
        let parts = [
            copied > 0 ? "\(copied) \(copied == 1 ? "picture" : "pictures") copied" : nil,
            failures.isEmpty ? nil : "\(failures.count) failed", left > 0 ? "\(left) left" : nil,
            sizes.made > 0 ? "sizes made of \(sizes.made)" : nil, sizes.failed > 0 ? "none of \(sizes.failed)" : nil,
            sizes.left > 0 ? "sizes of \(sizes.left) left" : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    var json: TemplateValue {
        .object([
            "copied": .integer(copied), "present": .integer(present), "failed": .integer(failures.count), "left": .integer(left),
            "sizes": ["made": .integer(sizes.made), "failed": .integer(sizes.failed), "left": .integer(sizes.left)],
        ])
    }
}
