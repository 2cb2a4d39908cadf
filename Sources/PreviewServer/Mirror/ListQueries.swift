import Catalogue

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
