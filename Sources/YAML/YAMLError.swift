/// Why a text is no YAML that can be used.
public enum YAMLError: Error, Sendable, Hashable {
    /// - Parameter problem: libyaml's own words.
    case syntax(problem: String, Mark)
    /// The same key stands twice in one mapping (YAML 1.2.2, section 3.2.1.1).
    case duplicateKey(String, first: Mark, second: Mark)
    /// Something that no YAML can have, such as a control character. It has no place.
    case unreadable(problem: String)
}
