import TemplateEngine

extension TemplateValue {
    /// The same value with every object in it shared.
    var sharingAll: TemplateValue {
        switch self {
        case .null, .bool, .integer, .number, .text, .html, .message: self
        case .list(let items): .list(items.map(\.sharingAll))
        case .object(let object): .object(TemplateObject(object.pairs.map { ($0.0, $0.1.sharingAll) }).shared())
        }
    }
}
