extension TemplateValue {
    /// Calls `body` with each text that a field of this name holds, wherever it is; what an object with such a field has besides is not
    /// looked at.
    package func forEachText(named name: FieldName, _ body: (String) -> Void) {
        switch self {
        case .list(let items):
            for item in items { item.forEachText(named: name, body) }
        case .object(let object):
            object.forEachText(named: name, body)
        case .null, .bool, .integer, .number, .text, .html: break
        }
    }
}

extension TemplateObject {
    fileprivate func forEachText(named name: FieldName, _ body: (String) -> Void) {
        var hint: UInt16 = 0
        if case .text(let text)? = view.place(of: name, hint: &hint)?.pointee {
            body(text)
        } else {
            forEach { _, value in value.forEachText(named: name, body) }
        }
    }
}
