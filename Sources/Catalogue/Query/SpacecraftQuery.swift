/// A query to the list `/spacecraft/`, with the API's own parameters and their meaning.
public struct SpacecraftQuery: Sendable, Equatable {
    public enum Mode: String, Sendable, CaseIterable {
        case normal
        case detailed
    }

    /// Words that must all occur in the craft's or its configuration's name. Case does not count. ``SearchWords`` splits a request into
    /// words.
    public var search: [String] = []
    /// The exact, whole name.
    public var name: String?
    public var inSpace: Bool?
    public var isPlaceholder: Bool?
    public var status: Status.ID?
    public var spacecraftConfig: Configuration.ID?
    /// The sort keys. The first key decides. The next keys break ties, and the id breaks the last ones.
    public var ordering: [SpacecraftOrdering] = []
    /// The number of records on a page. The API's greatest, ``maximumLimit``, applies to requests only.
    public var limit = SpacecraftQuery.defaultLimit
    public var offset = 0
    public var mode = Mode.normal

    /// The API's page size when a request gives none.
    public static let defaultLimit = 10
    /// A larger limit in a request is lowered to this silently.
    public static let maximumLimit = 100

    public init() {}
}

/// Filter values that the API answers with status 400.
public struct SpacecraftQueryError: Error, Sendable, Equatable {
    public struct Message: Sendable, Equatable {
        public let parameter: String
        /// The API's wording.
        public let text: String
    }

    /// The invalid parameters in alphabetical order. They form the body of the answer.
    public let messages: [Message]
}

extension SpacecraftQuery {
    /// Reads the percent-decoded parameters of a request as the API does (Django REST framework and django-filter). Unknown parameters and
    /// orderings are ignored. The last of repeated parameters counts. An empty parameter counts as missing. A truth value is `true`,
    /// `false`, `1` or `0` in any case, and any other value is ignored. A limit or offset that is not a positive number gets its default.
    /// White space around a value does not count.
    ///
    /// - Throws: ``SpacecraftQueryError`` when the catalogue does not contain the id in `status` or `spacecraft_config`.
    public init(parameters: [(name: String, value: String)], in catalogue: Catalogue) throws(SpacecraftQueryError) {
        let request = RequestParameters(parameters)
        var bad: [SpacecraftQueryError.Message] = []
        func id<E: Entity>(_ name: String, in table: EntityTable<E>) -> RecordID<E>? {
            guard let value = request.text(name) else { return nil }
            if let id = Int(value).map({ RecordID<E>($0) }), table.contains(id: id) { return id }
            bad.append(.init(parameter: name, text: RequestParameters.invalidChoice))
            return nil
        }
        search = request.searchWords
        name = request.text("name")
        inSpace = request.truth("in_space")
        isPlaceholder = request.truth("is_placeholder")
        spacecraftConfig = id("spacecraft_config", in: catalogue.configurations)
        status = id("status", in: catalogue.statuses)
        ordering = (request.text("ordering") ?? "").split(separator: ",").compactMap { SpacecraftOrdering(parameter: $0) }
        limit = request.limit
        offset = request.offset
        mode = request.text("mode").flatMap(Mode.init(rawValue:)) ?? .normal
        guard bad.isEmpty else { throw SpacecraftQueryError(messages: bad) }
    }
}

/// The answer to a query: the records of the requested page and the total number of matches.
public struct SpacecraftAnswer: Sendable, Equatable {
    public let count: Int
    public let results: [Spacecraft]
}

extension Catalogue {
    /// Filters, searches, orders and pages as the API does. The list is empty when the offset is past the end.
    public func spacecraft(matching query: SpacecraftQuery) -> SpacecraftAnswer {
        let words = query.search.map(SearchText.init)
        let configurationNames =
            words.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: configurations.map { ($0.id, SearchText($0.name)) })
        let matching = spacecraft.filter { craft in
            guard query.inSpace.map({ craft.inSpace == $0 }) ?? true,
                query.isPlaceholder.map({ craft.isPlaceholder == $0 }) ?? true,
                query.status.map({ craft.statusID == $0 }) ?? true,
                query.spacecraftConfig.map({ craft.configurationID == $0 }) ?? true,
                // The API's database and the script in the page compare code points. String's == treats é in one scalar and é in two as
                // equal.
                query.name.map({ craft.name.utf8.elementsEqual($0.utf8) }) ?? true
            else { return false }
            guard !words.isEmpty else { return true }
            let name = SearchText(craft.name)
            return words.allSatisfy { name.contains($0) || configurationNames[craft.configurationID]?.contains($0) ?? false }
        }
        let page = Self.orderedIndices(of: matching, by: query.ordering).dropFirst(max(query.offset, 0)).prefix(max(query.limit, 0))
        return SpacecraftAnswer(count: matching.count, results: page.map { matching[$0] })
    }

    /// Orders craft by several keys. The API leaves ties in no fixed order. Here the id breaks them, so that no row repeats or disappears
    /// between pages. Null comes last in both directions.
    public static func order(_ spacecraft: [Spacecraft], by keys: [SpacecraftOrdering]) -> [Spacecraft] {
        orderedIndices(of: spacecraft, by: keys).map { spacecraft[$0] }
    }

    /// The same order as indices into the array, for callers that keep several orders of it.
    public static func orderedIndices(of spacecraft: [Spacecraft], by keys: [SpacecraftOrdering]) -> [Int] {
        let columns = keys.map { key in (values: spacecraft.map { $0.value(of: key.field) }, isDescending: key.isDescending) }
        let ids = spacecraft.map(\.id)
        // The sort moves positions, not records. Moving a record changes a reference count for each of its texts.
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

/// One key of the `ordering` parameter: a field, reversed by a leading `-`.
public struct SpacecraftOrdering: Sendable, Hashable {
    /// The fields by which the API orders.
    public enum Field: String, Sendable, CaseIterable {
        case id
        case timeInSpace = "time_in_space"
        case timeDocked = "time_docked"
        case flightsCount = "flights_count"
        case missionEndsCount = "mission_ends_count"
    }

    public var field: Field
    public var isDescending: Bool

    public init(_ field: Field, descending isDescending: Bool = false) {
        self.field = field
        self.isDescending = isDescending
    }

    /// Reads `-time_in_space`, with optional white space around it. It is nil for anything by which the API does not order.
    public init?(parameter: some StringProtocol) {
        let text = parameter.trimming(\.isWhitespace)
        let isDescending = text.hasPrefix("-")
        guard let field = Field(rawValue: String(isDescending ? text.dropFirst() : text)) else { return nil }
        self.init(field, descending: isDescending)
    }

    /// The ordering as a request writes it: `-time_in_space`.
    public var parameter: String {
        (isDescending ? "-" : "") + field.rawValue
    }
}

extension Spacecraft {
    /// The number that an ordering compares. It is nil for null. Durations count in seconds.
    public func value(of field: SpacecraftOrdering.Field) -> Int? {
        switch field {
        case .id: id.number
        case .timeInSpace: timeInSpace?.seconds
        case .timeDocked: timeDocked?.seconds
        case .flightsCount: flightsCount
        case .missionEndsCount: missionEndsCount
        }
    }
}
