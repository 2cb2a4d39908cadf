/// The answer to a query: the records of the asked page, and how many match in all.
public struct SpacecraftAnswer: Sendable, Equatable {
    public let count: Int
    public let results: [Spacecraft]
}

extension Catalogue {
    /// Filters, searches, orders and pages as the API does. An offset past the end gives an empty list.
    public func spacecraft(matching query: SpacecraftQuery) -> SpacecraftAnswer {
        let words = query.search.map { $0.lowercased() }
        let names = words.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: configurations.map { ($0.id, $0.name.lowercased()) })
        let matching = spacecraft.filter { craft in
            guard query.inSpace.map({ craft.inSpace == $0 }) ?? true,
                query.isPlaceholder.map({ craft.isPlaceholder == $0 }) ?? true,
                query.status.map({ craft.statusID == $0 }) ?? true,
                query.spacecraftConfig.map({ craft.configurationID == $0 }) ?? true,
                query.name.map({ craft.name == $0 }) ?? true
            else { return false }
            guard !words.isEmpty else { return true }
            let name = craft.name.lowercased()
            let configurationName = names[craft.configurationID] ?? ""
            return words.allSatisfy { name.contains($0) || configurationName.contains($0) }
        }
        let ordered = Self.order(matching, by: query.ordering)
        let start = min(query.offset, ordered.count)
        return SpacecraftAnswer(count: ordered.count, results: Array(ordered[start..<min(start + query.limit, ordered.count)]))
    }

    /// Orders craft by several keys. Unlike the API, which leaves ties as they fall, ties end in the order of ids, so that no row repeats or
    /// vanishes between pages; null comes last in both directions.
    public static func order(_ spacecraft: [Spacecraft], by keys: [SpacecraftOrdering]) -> [Spacecraft] {
        spacecraft.sorted { left, right in
            for key in keys {
                let values = (left.value(of: key.field), right.value(of: key.field))
                switch values {
                case (let first?, let second?) where first != second: return key.isDescending ? first > second : first < second
                case (_?, nil): return true
                case (nil, _?): return false
                default: continue
                }
            }
            return left.id < right.id
        }
    }
}
