/// A page that a template of the site makes out of the catalogue: `Templates/pages/timeline.html.mustache` at `timeline/`.
public struct TemplatePage: Sendable, Equatable {
    /// The name of the address.
    public var name: String
    /// The name of the template. Several pages may be made by one.
    public var template: String
    public var title: LocalizedText
    public var description: LocalizedText?
    /// Which records the page shows.
    public var selection: RecordSelection

    /// - Parameter template: nil for one with the name of the address.
    public init(
        _ name: String, template: String? = nil, title: LocalizedText, description: LocalizedText? = nil,
        selection: RecordSelection = RecordSelection()
    ) {
        self.name = name
        self.template = template ?? name
        self.title = title
        self.description = description
        self.selection = selection
    }

    /// The path of the template in a theme.
    public var templatePath: String { "pages/\(template).html.mustache" }
}

/// Which records a page of the operator's own shows: `{agency: [63, 17], in_space: true}`.
///
/// A record must have each fact that is named. Of several ids one is enough.
public struct RecordSelection: Sendable, Equatable {
    /// What a craft belongs to.
    public enum Reference: String, Sendable, CaseIterable {
        case agency, configuration, family, status, type
    }

    /// What is true or false of a craft.
    public enum Fact: String, Sendable, CaseIterable {
        case inSpace = "in_space"
        case isPlaceholder = "is_placeholder"
    }

    /// The ids of what the records belong to.
    public var ids: [Reference: [Int]]
    public var facts: [Fact: Bool]

    /// Without arguments, all records.
    public init(ids: [Reference: [Int]] = [:], facts: [Fact: Bool] = [:]) {
        self.ids = ids
        self.facts = facts
    }

    public var isEmpty: Bool { ids.isEmpty && facts.isEmpty }

    /// All names that a selection may have.
    public static let names = Reference.allCases.map(\.rawValue) + Fact.allCases.map(\.rawValue)
}
