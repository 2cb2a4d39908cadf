/// The answer to a query: the records of the asked page, and how many match in all.
public struct SpacecraftAnswer: Sendable, Equatable {
    public let count: Int
    public let results: [Spacecraft]
}

extension Catalogue {
    /// Filters, searches, orders and pages as the API does. An offset past the end gives an empty list.
    public func spacecraft(matching query: SpacecraftQuery) -> SpacecraftAnswer {
        let words = query.search.map(SearchText.init)
        let configurationNames =
            words.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: configurations.map { ($0.id, SearchText($0.name)) })
        let matching = spacecraft.filter { craft in
            guard query.inSpace.map({ craft.inSpace == $0 }) ?? true,
                query.isPlaceholder.map({ craft.isPlaceholder == $0 }) ?? true,
                query.status.map({ craft.statusID == $0 }) ?? true,
                query.spacecraftConfig.map({ craft.configurationID == $0 }) ?? true,
                // The API's database and the script in the page compare code points, where String's == holds é in one and in two for equal.
                query.name.map({ craft.name.utf8.elementsEqual($0.utf8) }) ?? true
            else { return false }
            guard !words.isEmpty else { return true }
            let name = SearchText(craft.name)
            return words.allSatisfy { name.contains($0) || configurationNames[craft.configurationID]?.contains($0) ?? false }
        }
        let page = Self.orderedIndices(of: matching, by: query.ordering).dropFirst(max(query.offset, 0)).prefix(max(query.limit, 0))
        return SpacecraftAnswer(count: matching.count, results: page.map { matching[$0] })
    }

    /// Orders craft by several keys. Unlike the API, which leaves ties as they fall, ties end in the order of ids, so that no row repeats or
    /// vanishes between pages; null comes last in both directions.
    public static func order(_ spacecraft: [Spacecraft], by keys: [SpacecraftOrdering]) -> [Spacecraft] {
        orderedIndices(of: spacecraft, by: keys).map { spacecraft[$0] }
    }

    /// The same as places in the array, for callers that keep several orders of it.
    public static func orderedIndices(of spacecraft: [Spacecraft], by keys: [SpacecraftOrdering]) -> [Int] {
        let columns = keys.map { key in (values: spacecraft.map { $0.value(of: key.field) }, isDescending: key.isDescending) }
        let ids = spacecraft.map(\.id)
        // Positions are sorted, and not records: to move a record costs a count of references for each of its texts.
        return ids.indices.sorted { left, right in
            for column in columns {
                switch (column.values[left], column.values[right]) {
                case (let first?, let second?) where first != second: return column.isDescending ? first > second : first < second
                case (_?, nil): return true
                case (nil, _?): return false
                default: continue
                }
            }
            return ids[left] < ids[right]
        }
    }
}
