/// The sign by which a list shows that it is not the one it was when its reading began. Pages are counted from 1.
enum ListMovement: Hashable {
    /// The page counts another number of records than the one before it.
    case counted(page: Int, count: Int, before: Int)
    /// The page was asked for from the last record of the one before on, and begins with another, or with none.
    case shifted(page: Int, first: Int?, last: Int)
    /// The page holds a record that has its place before it: it was there already or, in the order of ids, should have been.
    case misplaced(page: Int, id: Int)
    /// Another number of records has come than the address of the next page passes over.
    case gap(page: Int, records: Int, offset: Int)
    /// The page brings nothing new, and is not the last.
    case barren(page: Int)
    /// All records have come, and the page is not the last.
    case endless(page: Int, count: Int)
    /// The last page has come, and not as many records as are counted.
    case incomplete(records: Int, count: Int)

    /// What was seen, for the operator.
    func words(_ kind: RecordKind) -> String {
        switch self {
        case .counted(let page, let count, let before):
            "page \(page) counts \(count) \(kind.plural), and page \(page - 1) counted \(before)"
        case .shifted(let page, let first, let last):
            "page \(page) of the \(kind.plural) does not go on where page \(page - 1) ended: it "
                + (first.map { "begins with number \($0) and not with \(last)" } ?? "is empty")
        case .misplaced(let page, let id): "page \(page) of the \(kind.plural) holds number \(id), which has its place before it"
        case .gap(let page, let records, let offset):
            "\(records) \(kind.plural) came on the pages up to \(page), and the next begins after \(offset)"
        case .barren(let page): "page \(page) of the \(kind.plural) brings nothing new, and there is a next one"
        case .endless(let page, let count): "page \(page) ends the \(count) \(kind.plural) that it counts, and there is a next one"
        case .incomplete(let records, let count): "\(records) of \(count) \(kind.plural) came"
        }
    }
}
