/// A question to the list `/spacecraft/`, with the API's own parameters and their meaning.
public struct SpacecraftQuery: Sendable, Equatable {
    public enum Mode: String, Sendable, CaseIterable {
        case normal
        case detailed
    }

    /// Words that must all occur in the craft's or its configuration's name, whatever their case.
    public var search: [String] = []
    /// The whole name, exactly.
    public var name: String?
    public var inSpace: Bool?
    public var isPlaceholder: Bool?
    public var status: Int?
    public var spacecraftConfig: Int?
    /// The first key decides; ties are broken by the next, in the end by id.
    public var ordering: [SpacecraftOrdering] = []
    public var limit = SpacecraftQuery.defaultLimit
    public var offset = 0
    public var mode = Mode.normal

    /// The API's page size when a request names none.
    public static let defaultLimit = 10
    /// A larger limit is lowered to this without a word.
    public static let maximumLimit = 100

    public init() {}
}

/// A filter value that the API answers with status 400.
public struct SpacecraftQueryError: Error, Sendable, Equatable {
    /// The parameters at fault, in alphabetical order, each with the API's words: the body of the answer.
    public let messages: [(parameter: String, message: String)]

    public static func == (left: Self, right: Self) -> Bool {
        left.messages.elementsEqual(right.messages, by: ==)
    }
}

extension SpacecraftQuery {
    /// Reads the parameters of a request as the API does: an unknown parameter or ordering is ignored, of a repeated one the last counts, an
    /// empty one is not there, a limit or offset that is no positive number has its default.
    ///
    /// - Throws: ``SpacecraftQueryError`` when `status` or `spacecraft_config` is not a number.
    public init(parameters: [(name: String, value: String)]) throws(SpacecraftQueryError) {
        var bad: [(parameter: String, message: String)] = []
        var last: [String: String] = [:]
        for (name, value) in parameters { last[name] = value }
        func text(_ name: String) -> String? {
            guard let value = last[name], !value.isEmpty else { return nil }
            return value
        }
        func number(_ name: String) -> Int? {
            guard let value = text(name) else { return nil }
            if let number = Int(value) { return number }
            bad.append((name, "Select a valid choice. That choice is not one of the available choices."))
            return nil
        }
        search = Self.words(of: text("search") ?? "")
        name = text("name")
        inSpace = text("in_space").flatMap(Self.truth)
        isPlaceholder = text("is_placeholder").flatMap(Self.truth)
        spacecraftConfig = number("spacecraft_config")
        status = number("status")
        ordering = (text("ordering") ?? "").split(separator: ",").compactMap { SpacecraftOrdering(parameter: $0) }
        if let limit = text("limit").flatMap({ Int($0) }), limit > 0 { self.limit = min(limit, Self.maximumLimit) }
        if let offset = text("offset").flatMap({ Int($0) }), offset > 0 { self.offset = offset }
        mode = text("mode").flatMap(Mode.init(rawValue:)) ?? .normal
        guard bad.isEmpty else { throw SpacecraftQueryError(messages: bad) }
    }

    static func words(of search: String) -> [String] {
        search.split { $0.isWhitespace || $0 == "," }.map(String.init)
    }

    private static func truth(_ value: String) -> Bool? {
        switch value.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }
}
