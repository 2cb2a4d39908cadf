import Catalogue
import Support

/// The records of one text: a page of a list with its envelope, a bare list, or a single record.
struct RecordPage {
    let records: [JSONValue]
    /// The number of records in the whole list, and the addresses of the previous and the next page. Only a page of the API has them.
    let count: Int?
    let next: String?
    let previous: String?

    /// - Returns: nil, with a problem, when the text has none of these forms.
    init?(_ document: JSONDocument, log: ProblemLog) {
        let root = document.root
        log.enter(root, named: "")
        switch root.kind {
        case .array:
            records = root.elements ?? []
            (count, next, previous) = (nil, nil, nil)
        case .object where root["results"] != nil || root["count"] != nil:
            guard let fields = RecordFields(root, log: log) else { return nil }
            count = fields.optionalInt("count")
            next = fields.optionalText("next")
            previous = fields.optionalText("previous")
            guard let results = fields.list("results") else { return nil }
            records = results
        case .object:
            if let detail = root["detail"]?.string, root["id"] == nil {
                log.report("the API answered \"\(detail)\" instead of records", at: root)
                return nil
            }
            records = [root]
            (count, next, previous) = (nil, nil, nil)
        default:
            log.report("expected a page, a list or a record, found \(root.found)", at: root)
            return nil
        }
    }

    /// The place of a record in the text, for messages about records that have no id.
    func path(ofRecord position: Int) -> String {
        guard let record = records.first, record.index > 0 else { return "" }
        return record.document.root.path(to: records[position])
    }
}
