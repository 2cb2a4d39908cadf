import TemplateEngine

extension Value {
    /// The same with every object in it shared.
    var sharingAll: Value {
        switch self {
        case .null, .bool, .integer, .number, .text, .html: self
        case .list(let items): .list(items.map(\.sharingAll))
        case .object(let object): .object(Object(object.pairs.map { ($0.0, $0.1.sharingAll) }).shared())
        }
    }
}
