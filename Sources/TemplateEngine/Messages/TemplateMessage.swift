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

    public static func == (left: TemplateMessage, right: TemplateMessage) -> Bool {
        left === right || left.name == right.name && left.values == right.values
    }
}
