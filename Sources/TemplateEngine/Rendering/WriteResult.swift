/// The result of writing a value.
enum WriteResult {
    case written
    /// An address had an unsafe scheme. A harmless text was written instead.
    case replaced
    /// The place accepts only safe HTML, and the value is something else. Nothing was written.
    case refused
}

extension Escaper {
    /// Writes a value as text. Lists, objects and null write nothing, except in JSON.
    ///
    /// - Parameters:
    ///   - place: the place of the value. Most values are texts, of which nothing else is copied.
    ///   - tables: those of the templates in whose language messages are written.
    @inline(__always)
    func append(_ place: UnsafePointer<TemplateValue>, to output: inout OutputBuffer, _ tables: ProgramTables) -> WriteResult {
        if takesText, case .text(let text) = place.pointee { return appendChecked(text, to: &output) }
        return append(place.pointee, to: &output, tables)
    }

    /// The same for a value that stands nowhere.
    func append(_ value: TemplateValue, to output: inout OutputBuffer, _ tables: ProgramTables) -> WriteResult {
        if case .message(let message) = value, takesPartsOfText {
            tables.language._withUnsafeGuaranteedRef { $0.write(message) { append($0, to: &output) } }
            return .written
        }
        return appendOther(value, to: &output) { tables.language._withUnsafeGuaranteedRef { $0 } }
    }

    /// Whether the text before a value in its attribute has no influence on it.
    func isIndependent(_ value: TemplateValue) -> Bool {
        switch (self, value) {
        case (.urlContinued, .text(var text)), (.urlContinued, .number(var text)): text.withUTF8(URLText.isIndependent)
        case (.urlContinued, .html), (.sourceSet, .text), (.sourceSet, .number), (.sourceSet, .html): false
        default: true
        }
    }

    /// Whether any value is written the same whatever text is before it in its attribute.
    var isIndependentOfTextBefore: Bool {
        switch self {
        case .urlContinued, .sourceSet: false
        default: true
        }
    }

    /// Whether a text is written as text or as an address.
    private var takesText: Bool {
        switch self {
        case .none, .html, .htmlAttribute, .xml, .jsonString, .url, .urlContinued, .urlPath, .urlQuery, .sourceSet: true
        case .safeHTMLOnly, .jsonScript: false
        }
    }

    /// Whether any text is written as text.
    private var takesAnyText: Bool {
        switch self {
        case .none, .html, .htmlAttribute, .xml, .jsonString, .urlPath, .urlQuery: true
        case .safeHTMLOnly, .jsonScript, .url, .urlContinued, .sourceSet: false
        }
    }

    /// Writes a message of a template.
    ///
    /// - Parameter value: the place of the value of a path in the message, by the number of the path.
    func append(
        _ message: CompiledMessage, to output: inout OutputBuffer, _ messages: Unmanaged<Messages>,
        value: (Int) -> UnsafePointer<TemplateValue>
    ) -> WriteResult {
        messages._withUnsafeGuaranteedRef { messages in
            if takesPartsOfText {
                message.write(messages, value: value) { append($0, to: &output) }
                return .written
            }
            var text: [UInt8] = []
            message.write(messages, value: value) { text.append(contentsOf: $0) }
            return appendOther(.text(String(decoding: text, as: UTF8.self)), to: &output) { messages }
        }
    }

    /// Whether the parts of a text may be written one after the other.
    private var takesPartsOfText: Bool {
        switch self {
        case .none, .html, .htmlAttribute, .xml, .jsonString: true
        case .safeHTMLOnly, .jsonScript, .url, .urlContinued, .urlPath, .urlQuery, .sourceSet: false
        }
    }

    private func appendOther(_ value: TemplateValue, to output: inout OutputBuffer, _ messages: () -> Messages) -> WriteResult {
        switch self {
        case .safeHTMLOnly:
            switch value {
            case .null: return .written
            case .html(let html): Escaper.none.append(html.html, to: &output)
            case .bool, .integer, .number, .text, .list, .object, .message: return .refused
            }
            return .written
        case .jsonScript:
            ValueJSONWriter(pretty: false, messages: messages(), strings: .jsonScript).write(value, to: &output)
            return .written
        case .none, .html, .htmlAttribute, .xml, .jsonString, .url, .urlContinued, .urlPath, .urlQuery, .sourceSet:
            return appendText(value, to: &output, messages)
        }
    }

    private func appendText(_ value: TemplateValue, to output: inout OutputBuffer, _ messages: () -> Messages) -> WriteResult {
        switch value {
        case .message(let message): return appendChecked(messages().text(message), to: &output)
        case .text(let text), .number(let text): return appendChecked(text, to: &output)
        case .html(let html): return (self == .html ? Escaper.none : self).appendChecked(html.html, to: &output)
        case .bool(let flag): output.append(contentsOf: flag ? "true" : "false" as StaticString)
        case .integer(let integer): Self.append(integer, to: &output)
        case .null, .list, .object: break
        }
        return .written
    }

    /// A constant text as it is written.
    func bytes(of text: String, _ messages: Messages) -> [UInt8] {
        var output = OutputBuffer()
        if takesAnyText { append(text, to: &output) } else { _ = appendOther(.text(text), to: &output) { messages } }
        return output.bytes
    }

    private func appendChecked(_ text: String, to output: inout OutputBuffer) -> WriteResult {
        switch self {
        case .url, .urlContinued, .sourceSet:
            let isSafe: Bool? = text.utf8.withContiguousStorageIfAvailable { appendAddress($0, to: &output) }
            return isSafe ?? Array(text.utf8).withUnsafeBufferPointer { appendAddress($0, to: &output) } ? .written : .replaced
        default:
            append(text, to: &output)
            return .written
        }
    }

    private func appendAddress(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) -> Bool {
        switch self {
        case .url: URLText.appendStart(bytes, to: &output)
        case .urlContinued: URLText.appendContinuation(bytes, to: &output)
        default: SourceSetText.append(bytes, to: &output)
        }
    }

    static func append(_ integer: Int, to output: inout OutputBuffer) {
        if integer < 0 { output.append(UInt8(ascii: "-")) }
        let start = output.count
        var rest = integer.magnitude
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        output.reverse(from: start)
    }
}
