/// A message that a view carries: its key among the messages of the site's language, and the values in it.
///
/// `{{note}}` prints the message in the language of the templates. As a section it is its values: `{{#note}}{{count}}{{/note}}`.
public final class TemplateMessage: Sendable, Equatable {
    /// The key, with a dot between its parts: `plate.rank`.
    public var key: String { name.text }
    public let values: TemplateObject
    let name: FieldName

    public init(_ key: FieldName, _ values: TemplateObject = TemplateObject()) {
        name = key
        self.values = values
    }

    fileprivate init(_ name: FieldName, _ layout: LayoutReference, _ values: [TemplateValue]) {
        self.name = name
        self.values = TemplateObject(layout, values)
    }

    public static func == (left: TemplateMessage, right: TemplateMessage) -> Bool {
        left === right || left.name == right.name && left.values == right.values
    }
}

/// The key of a message and the names of its values, made once for a message that many pages carry.
///
/// ```swift
/// static let rank = MessageLayout("craft.rank", "place", "count")
/// rank(.integer(2), .integer(32))
/// ```
public struct MessageLayout: Sendable {
    private let key: FieldName
    private let layout: LayoutReference

    public init(_ key: FieldName, _ names: FieldName...) {
        self.key = key
        layout = LayoutReference(ObjectLayout(names))
    }

    /// The message with its values, in the order of their names.
    public func callAsFunction(_ values: TemplateValue...) -> TemplateValue { .message(TemplateMessage(key, layout, values)) }
}
