extension JSONValue {
    /// The value in the few words that a message has room for: `"Soyuz"`, `12.5`, `null`, `an object`, `a list`.
    package var found: String {
        switch kind {
        case .object: "an object"
        case .array: "a list"
        case .string, .escapedString: "\"\(Self.cut(string ?? ""))\""
        case .number, .true, .false, .null: Self.cut(String(decoding: text, as: UTF8.self))
        }
    }

    /// The way from this value to one inside it: `spacecraft_config › family[0] › id`; empty for itself.
    package func path(to target: JSONValue) -> String {
        var path = ""
        var current = index
        while current < target.index {
            var child = current + 1
            var position = 0
            let isObject = document.nodes[current].kind == .object
            while true {
                let value = isObject ? child + 1 : child
                let next = Int(document.nodes[value].next)
                if target.index < next {
                    if isObject {
                        path += (path.isEmpty ? "" : " › ") + (JSONValue(document: document, index: child).string ?? "")
                    } else {
                        path += "[\(position)]"
                    }
                    current = value
                    break
                }
                child = next
                position += 1
            }
        }
        return path
    }

    /// Control characters would break a message's line, and a long text would bury it.
    private static func cut(_ text: String) -> String {
        let limit = 40
        let line = String(text.prefix(limit + 1).map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
        return line.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}
