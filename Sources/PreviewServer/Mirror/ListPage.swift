import LaunchLibrary
import Support

/// The requested part of a list, in the API's envelope.
struct ListPage<Record> {
    let count: Int
    let limit: Int
    let offset: Int
    let records: [Record]

    /// - Parameters:
    ///   - address: the address of the list without the query.
    ///   - parameters: the parameters of the request. The addresses of the other pages repeat them.
    func encoded(
        address: String, parameters: [(name: String, value: String)], _ write: (Record, inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { page in
            page.field("count", count)
            page.field("next", count > limit && offset < count - limit ? link(address, parameters, offset: offset + limit) : nil)
            page.field("previous", offset > 0 ? link(address, parameters, offset: offset - limit) : nil)
            page.field("results", list: records, write)
        }
        return writer.bytes
    }

    /// The address of another page as Django REST framework writes it (`LimitOffsetPagination`). It has the applied limit and the
    /// parameters in the order of their names. The first page has no offset.
    private func link(_ address: String, _ parameters: [(name: String, value: String)], offset: Int) -> String {
        var all = parameters.filter { $0.name != "limit" && $0.name != "offset" }
        all.append(("limit", String(limit)))
        if offset > 0 { all.append(("offset", String(offset))) }
        let sorted = all.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
        return "\(address)?\(FormCoding.query(of: sorted))"
    }
}
