import Catalogue
import Support

/// Reads one list, page after page, and notices when it changes meanwhile. ``PaginationInconsistency`` lists the signs.
///
/// The API pages by place and gives a list no version. So the reader requests a list by id with an overlap: each page begins with the last
/// record of the page before. A record that appears or disappears among those already read moves that record. This also shows a change in
/// which equally many records appear and disappear and the count stays the same. The overlap costs no request: seven pages of a hundred
/// hold 694 craft.
///
/// Three changes stay unseen: one record appears and another disappears, both before the place already reached; a record changes after it
/// was read; the list changes after its last page. The fetched list is then that of a moment before. The next fetch brings the rest.
struct ListReader {
    let endpoint: LaunchLibraryEndpoint
    let root: WebAddress
    let client: RetryingClient

    /// - Parameter pageRead: the function that is called after each page, with the number of pages in the list.
    /// - Returns: the sign that the list changed; nil when it was read completely.
    func read(
        from start: String, into reader: inout RecordReader, pageRead: (_ pages: Int) throws(FetchError) -> Void
    ) async throws(FetchError) -> PaginationInconsistency? {
        var check = PaginationCheck(isOrderedByID: endpoint.isOrderedByID)
        var visited: Set<String> = []
        var isOverlapping = false
        var following: String? = start
        while let url = following {
            guard visited.insert(url).inserted else {
                throw FetchError(.data, url, "the pages lead back to one that was read", remedy: Self.remedy)
            }
            let page = try APIPage(try await client.get(url).body, url: url)
            let next = page.next.map(PageAddress.init)
            if let next, WebAddress(next.text)?.isInside(root) != true {
                throw FetchError(.data, url, "the next page is outside the API: \(next.text)", remedy: Self.remedy)
            }
            let ids = try page.readRecords(into: &reader, expecting: endpoint.kind, known: isOverlapping ? check.last : nil)
            let inconsistency = check.add(
                PaginationCheck.Page(
                    ids: ids, count: page.count, hasNext: next != nil, nextOffset: next?.offset, isOverlapping: isOverlapping))
            if let inconsistency { return inconsistency }
            isOverlapping = endpoint.isOrderedByID && next?.offset != nil
            following = isOverlapping ? next?.passingOver(check.records - 1) : next?.text
            try pageRead(endpoint.pages(of: page.count))
        }
        return nil
    }

    private static let remedy = "Check that the address is that of a Launch Library API"
}

/// One page of the API's answer.
struct APIPage {
    let count: Int
    let next: String?
    private let page: RecordPage
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
        guard let page = RecordPage(document, log: log), log.problems.isEmpty else { throw FetchError(.data, log.problems) }
        guard let count = page.count, count >= 0 else {
            throw FetchError(.data, url, "the answer is not a page of a list: it has no count", remedy: Self.remedy)
        }
        self.page = page
        self.url = url
        self.count = count
        next = page.next
    }

    /// Passes the records to the reader. All problems of the page are reported together.
    ///
    /// - Parameter known: the id of a record from the page before. It is skipped when it is the first on this page.
    /// - Returns: the ids of all records of the page, in the page's order.
    func readRecords(
        into reader: inout RecordReader, expecting kind: EntityKind, known: Int?
    ) throws(FetchError) -> [Int] {
        var ids: [Int] = []
        for (position, record) in page.records.enumerated() {
            if position == 0, let known, record["id"]?.int == known {
                ids.append(known)
                continue
            }
            guard let key = reader.read(record, at: page.path(ofRecord: position), log: log) else { continue }
            if key.kind == kind {
                ids.append(key.number)
            } else {
                log.report("expected one of \(kind.plural), found one of \(key.kind.plural)")
            }
        }
        guard log.problems.isEmpty else { throw FetchError(.data, log.problems) }
        return ids
    }
}
