import Catalogue
import LaunchLibrary
import Support

/// The parameters of each list, as the API's own document describes them (`/2.3.0/schema/`). A filter on data that the catalogue does not
/// hold, such as an agency's counters, is ignored like an unknown one.
extension Catalogue {
    func spacecraftPage(_ parameters: [(name: String, value: String)]) throws(BadParameters) -> ListPage<Spacecraft> {
        let query: SpacecraftQuery
        do {
            query = try SpacecraftQuery(parameters: parameters, in: self)
        } catch {
            throw BadParameters(messages: error.messages.map { ($0.parameter, $0.text) })
        }
        let answer = spacecraft(matching: query)
        return ListPage(count: answer.count, limit: query.limit, offset: query.offset, records: answer.results)
    }

    func configurationPage(_ parameters: [(name: String, value: String)]) throws(BadParameters) -> ListPage<Configuration> {
        var filter = ListFilter<Configuration>(parameters)
        filter.choice("agency", in: agencies, \.agencyID)
        filter.truth("human_rated") { $0.details?.humanRated }
        filter.truth("in_use", \.inUse)
        filter.text("name", \.name)
        filter.search { [$0.name] + searched(agency: $0.agencyID) }
        filter.ordering("name") { .text($0.name) }
        return try filter.page(of: configurations)
    }

    func familyPage(_ parameters: [(name: String, value: String)]) throws(BadParameters) -> ListPage<Family> {
        var filter = ListFilter<Family>(parameters)
        filter.choice("manufacturer", in: agencies, \.manufacturerID)
        filter.text("name", \.name)
        filter.search { [$0.name] + searched(agency: $0.manufacturerID) }
        filter.ordering("name") { .text($0.name) }
        return try filter.page(of: families)
    }

    func agencyPage(_ parameters: [(name: String, value: String)]) throws(BadParameters) -> ListPage<Agency> {
        var filter = ListFilter<Agency>(parameters)
        filter.text("abbrev", \.abbrev)
        filter.part(of: "abbrev", \.abbrev)
        filter.anyOf("country_code") { $0.profile?.countries.compactMap(\.alpha2Code) ?? [] }
        filter.text("description") { $0.profile?.description }
        filter.part(of: "description") { $0.profile?.description }
        filter.truth("featured") { $0.profile?.featured }
        filter.number("founding_year", comparisons: true) { $0.profile?.foundingYear }
        filter.number("id", \.id.number)
        filter.text("name", \.name)
        filter.part(of: "name", \.name)
        filter.truth("spacecraft") { !configurations(ofAgency: $0.id).isEmpty }
        filter.number("type__id", \.typeID?.number)
        filter.search { [$0.abbrev, $0.name] }
        filter.ordering("featured") { ($0.profile?.featured).map { .number($0 ? 1 : 0) } }
        filter.ordering("id") { .number($0.id.number) }
        filter.ordering("name") { .text($0.name) }
        return try filter.page(of: agencies)
    }

    /// The list of a kind that has no parameters of its own.
    func page<E: Entity>(of type: E.Type, _ parameters: [(name: String, value: String)]) throws(BadParameters) -> ListPage<E> {
        var filter = ListFilter<E>(parameters)
        filter.text("name", \.name)
        filter.search { [$0.name] }
        filter.ordering("name") { .text($0.name) }
        return try filter.page(of: self[type])
    }

    private func searched(agency id: Agency.ID?) -> [String] {
        id.flatMap { agencies[id: $0] }.map { [$0.abbrev, $0.name] } ?? []
    }
}

/// Filter values that the API answers with status 400: the parameter and the API's wording.
struct BadParameters: Error {
    let messages: [(parameter: String, text: String)]
}

/// The filters, search and ordering of a list, gathered from a request's parameters. ``SpacecraftQuery`` does this for the list of craft.
private struct ListFilter<E: Entity> {
    private let request: RequestParameters
    private var conditions: [(E) -> Bool] = []
    private var orderings: [String: (E) -> OrderValue?] = [:]
    private var bad: [(parameter: String, text: String)] = []

    init(_ parameters: [(name: String, value: String)]) {
        request = RequestParameters(parameters)
    }

    /// The exact, whole text, compared by code points as in the database.
    mutating func text(_ name: String, _ value: @escaping (E) -> String?) {
        guard let wanted = request.text(name) else { return }
        conditions.append { value($0)?.utf8.elementsEqual(wanted.utf8) ?? false }
    }

    /// A part of the text. Case counts. This is the parameter `name__contains`.
    mutating func part(of name: String, _ value: @escaping (E) -> String?) {
        guard let wanted = request.text(name + "__contains") else { return }
        conditions.append { value($0)?.unicodeScalars.contains(wanted.unicodeScalars) ?? false }
    }

    mutating func truth(_ name: String, _ value: @escaping (E) -> Bool?) {
        guard let wanted = request.truth(name) else { return }
        conditions.append { value($0) == wanted }
    }

    /// The id of an entity. The entity must exist.
    mutating func choice<Other: Entity>(_ name: String, in table: EntityTable<Other>, _ value: @escaping (E) -> RecordID<Other>?) {
        guard let text = request.text(name) else { return }
        guard let wanted = Int(text).map({ RecordID<Other>($0) }), table.contains(id: wanted) else {
            bad.append((name, RequestParameters.invalidChoice))
            return
        }
        conditions.append { value($0) == wanted }
    }

    /// A number and, for lists that have them, its comparisons: `name__gt`, `__gte`, `__lt`, `__lte`.
    mutating func number(_ name: String, comparisons: Bool = false, _ value: @escaping (E) -> Int?) {
        let all: [(suffix: String, holds: (Int, Int) -> Bool)] = [("", ==), ("__gt", >), ("__gte", >=), ("__lt", <), ("__lte", <=)]
        let operators = comparisons ? all[...] : all.prefix(1)
        for (suffix, holds) in operators {
            guard let text = request.text(name + suffix) else { continue }
            guard let wanted = Int(text) else {
                bad.append((name + suffix, "Enter a number."))
                continue
            }
            conditions.append { value($0).map { holds($0, wanted) } ?? false }
        }
    }

    /// Any of several texts, separated by commas.
    mutating func anyOf(_ name: String, _ values: @escaping (E) -> [String]) {
        guard let wanted = request.text(name)?.split(separator: ",").map(String.init) else { return }
        conditions.append { entity in values(entity).contains { wanted.contains($0) } }
    }

    /// Each search word must occur in one of the texts.
    mutating func search(_ texts: @escaping (E) -> [String]) {
        let words = request.searchWords.map { SearchText($0) }
        guard !words.isEmpty else { return }
        conditions.append { entity in
            let texts = texts(entity).map { SearchText($0) }
            return words.allSatisfy { word in texts.contains { $0.contains(word) } }
        }
    }

    mutating func ordering(_ name: String, by value: @escaping (E) -> OrderValue?) {
        orderings[name] = value
    }

    /// The requested page. Records without a value come last. Ties are in the order of ids, as with the craft.
    func page(of table: EntityTable<E>) throws(BadParameters) -> ListPage<E> {
        guard bad.isEmpty else { throw BadParameters(messages: bad) }
        let matching = table.filter { entity in conditions.allSatisfy { $0(entity) } }
        let keys = (request.text("ordering") ?? "").split(separator: ",").compactMap { text in
            let name = text.drop(while: \.isWhitespace)
            let isDescending = name.hasPrefix("-")
            return orderings[String(isDescending ? name.dropFirst() : name)].map { (value: $0, isDescending: isDescending) }
        }
        let ordered = matching.sorted { left, right in
            for key in keys {
                switch (key.value(left), key.value(right)) {
                case (let first?, let second?) where first != second: return key.isDescending ? second < first : first < second
                case (_?, nil): return true
                case (nil, _?): return false
                default: continue
                }
            }
            return left.id < right.id
        }
        return ListPage(
            count: ordered.count, limit: request.limit, offset: request.offset,
            records: Array(ordered.dropFirst(request.offset).prefix(request.limit)))
    }
}

/// A value by which a list is ordered. Texts are compared by code points, because the collation of the API's database is not known.
private enum OrderValue: Comparable {
    case number(Int)
    case text(String)

    static func < (left: OrderValue, right: OrderValue) -> Bool {
        switch (left, right) {
        case (.number(let first), .number(let second)): first < second
        case (.text(let first), .text(let second)): first.utf8.lexicographicallyPrecedes(second.utf8)
        case (.number, .text): true
        case (.text, .number): false
        }
    }

    static func == (left: OrderValue, right: OrderValue) -> Bool {
        !(left < right) && !(right < left)
    }
}

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
