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
            let ids = page.readRecords(into: &reader, of: endpoint.kind, passingOver: isOverlapping && check.records > 0 ? 1 : 0)
            let inconsistency = check.add(
                PaginationCheck.Page(
                    ids: ids, count: page.count, hasNext: next != nil, nextOffset: next?.offset, isOverlapping: isOverlapping))
            if let inconsistency { return inconsistency }
            let address = next.map { WebAddress($0.text)?.isInside(root) == true ? $0 : Self.address(in: start, after: check.records) }
            isOverlapping = endpoint.isOrderedByID && address?.offset != nil
            following = isOverlapping ? address?.passingOver(check.records - 1) : address?.text
            try pageRead(endpoint.pages(of: page.count))
        }
        return nil
    }

    /// The address of the next page at the own root. A caching proxy hands on the addresses that the API wrote: they say that there is
    /// more, and nothing is requested from them.
    private static func address(in start: String, after records: Int) -> PageAddress { PageAddress("\(start)&offset=\(records)") }

    private static let remedy = "Check that the address is that of a Launch Library API"
}

/// One page of the API's answer.
private struct APIPage {
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

    /// Passes the records to the reader.
    ///
    /// - Parameter count: the number of records at the beginning that the page before has too. They are not read again.
    /// - Returns: the ids of all records of the page, in the page's order. The id of a record that gives none is nil.
    func readRecords(into reader: inout RecordReader, of kind: EntityKind, passingOver count: Int) -> [Int?] {
        page.records.enumerated().map { position, record in
            if position >= count { reader.read(record, of: kind, at: page.path(ofRecord: position), log: log) }
            return FieldTypes.id(of: record)
        }
    }
}

/// The address of a page and its offset, which is the number of records before the page: the parameter `offset` of the query.
private struct PageAddress {
    let text: String
    /// Nil when the address has no offset.
    let offset: Int?
    private let beforeOffset: Substring
    private let afterOffset: Substring

    init(_ text: String) {
        self.text = text
        let query = text.firstIndex(of: "?").map { text.index(after: $0) } ?? text.endIndex
        let parameter = text[query...].split(separator: "&").first { $0.hasPrefix(Self.name) }
        let digits = parameter?.dropFirst(Self.name.count) ?? text[text.endIndex...]
        offset = Int(digits).flatMap { $0 >= 0 ? $0 : nil }
        beforeOffset = text[..<digits.startIndex]
        afterOffset = text[digits.endIndex...]
    }

    /// The address of the same list from another record on. This works only for an address with an offset.
    func passingOver(_ offset: Int) -> String { "\(beforeOffset)\(offset)\(afterOffset)" }

    private static let name = "offset="
}
