import Catalogue

/// Reads one list, page after page.
///
/// Whether it is whole is judged by counting: each page says how many records there are, and so many different ids must have come. What counting
/// cannot see is a record that goes and one that comes between two pages; the next fetch will.
struct ListReader {
    let endpoint: LaunchLibraryEndpoint
    let root: WebAddress
    let getter: PatientGetter

    enum Outcome: Equatable {
        case complete
        /// The list is not the one it was when the reading began.
        case moved
    }

    /// - Parameter pageRead: called after each page with the number of pages that the list has.
    func read(
        from start: String, into reader: inout RecordReader, pageRead: (_ pages: Int) throws(FetchError) -> Void
    ) async throws(FetchError) -> Outcome {
        var next: String? = start
        var visited: Set<String> = []
        var ids: Set<Int> = []
        var expected: Int?
        while let url = next {
            guard visited.insert(url).inserted else {
                throw FetchError(.data, url, "the pages lead back to one that was read", remedy: Self.remedy)
            }
            let response = try await getter.get(url)
            let page = try APIPage(response.body, url: url)
            let before = ids.count
            try page.readRecords(into: &reader, expecting: endpoint.kind, ids: &ids)
            if let expected, expected != page.count { return .moved }
            expected = page.count
            next = page.next
            if let next {
                guard WebAddress(next)?.isInside(root) == true else {
                    throw FetchError(.data, url, "the next page is outside the API: \(next)", remedy: Self.remedy)
                }
                // Pages that bring nothing new could go on for ever.
                guard ids.count > before else { return .moved }
            }
            try pageRead((page.count + LaunchLibraryEndpoint.pageSize - 1) / LaunchLibraryEndpoint.pageSize)
        }
        return ids.count == expected ? .complete : .moved
    }

    private static let remedy = "Check that the address is that of a Launch Library API"
}

/// One page as the API answers it.
struct APIPage {
    let count: Int
    let next: String?
    private let page: Page
    private let url: String
    private let log: ProblemLog

    private static let remedy = "Try again; if it stays so, the API has changed, and Hangar needs an update"

    init(_ body: [UInt8], url: String) throws(FetchError) {
        let document: JSONDocument
        do {
            document = try JSONDocument(body)
        } catch {
            if body.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "<") {
                throw FetchError(
                    .data, url, "answered with an HTML page instead of JSON",
                    remedy: "Check the address; a proxy or a login may stand in between")
            }
            let position = TextPosition(of: error.offset, in: body)
            throw FetchError(
                .data, url, "broken JSON at line \(position.line), column \(position.column): \(error.what)", remedy: Self.remedy)
        }
        log = ProblemLog(source: url, remedy: Self.remedy)
        guard let page = Page(document, log: log), log.problems.isEmpty else { throw FetchError(.data, log.problems) }
        guard let count = page.count, count >= 0 else {
            throw FetchError(.data, url, "the answer is not a page of a list: it has no count", remedy: Self.remedy)
        }
        self.page = page
        self.url = url
        self.count = count
        next = page.next
    }

    /// Hands the records on; all the problems of the page are told at once.
    func readRecords(into reader: inout RecordReader, expecting kind: RecordKind, ids: inout Set<Int>) throws(FetchError) {
        for (position, record) in page.records.enumerated() {
            guard let key = reader.read(record, at: page.path(ofRecord: position), log: log) else { continue }
            if key.kind == kind {
                ids.insert(key.id)
            } else {
                log.report("expected one of \(kind.plural), found one of \(key.kind.plural)")
            }
        }
        guard log.problems.isEmpty else { throw FetchError(.data, log.problems) }
    }
}
