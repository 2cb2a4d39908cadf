/// A question to the list `/spacecraft/`, with the API's own parameters and their meaning.
public struct SpacecraftQuery: Sendable, Equatable {
    public enum Mode: String, Sendable, CaseIterable {
        case normal
        case detailed
    }

    /// Words that must all occur in the craft's or its configuration's name, whatever their case; ``SearchWords`` says how a request is split.
    public var search: [String] = []
    /// The whole name, exactly.
    public var name: String?
    public var inSpace: Bool?
    public var isPlaceholder: Bool?
    public var status: Int?
    public var spacecraftConfig: Int?
    /// The first key decides; ties are broken by the next, in the end by id.
    public var ordering: [SpacecraftOrdering] = []
    /// How many records a page has. The API's greatest, ``maximumLimit``, holds for requests only.
    public var limit = SpacecraftQuery.defaultLimit
    public var offset = 0
    public var mode = Mode.normal

    /// The API's page size when a request names none.
    public static let defaultLimit = 10
    /// A larger limit of a request is lowered to this without a word.
    public static let maximumLimit = 100

    public init() {}
}

/// Filter values that the API answers with status 400.
public struct SpacecraftQueryError: Error, Sendable, Equatable {
    public struct Message: Sendable, Equatable {
        public let parameter: String
        /// The API's words.
        public let text: String
    }

    /// The parameters at fault, in alphabetical order: the body of the answer.
    public let messages: [Message]
}

extension SpacecraftQuery {
    /// Reads the parameters of a request, percent-decoded, as the API does (Django REST framework and django-filter): an unknown parameter
    /// or ordering is ignored, of a repeated one the last counts, an empty one is not there, a truth value is `true`, `false`, `1` or `0` in
    /// any case and else ignored, a limit or offset that is no positive number has its default, white space around a value does not count.
    ///
    /// - Throws: ``SpacecraftQueryError`` when `status` or `spacecraft_config` is not the id of one that the catalogue holds.
    public init(parameters: [(name: String, value: String)], in catalogue: Catalogue) throws(SpacecraftQueryError) {
        let request = RequestParameters(parameters)
        var bad: [SpacecraftQueryError.Message] = []
        func id<E: Entity>(_ name: String, in table: EntityTable<E>) -> Int? {
            guard let value = request.text(name) else { return nil }
            if let id = Int(value), table.contains(id: id) { return id }
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
