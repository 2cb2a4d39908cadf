/// One template of a library.
public struct Template: Sendable {
    let loaded: LoadedTemplates
    let id: TemplateID

    public var name: String { loaded.sources[id.index].name }

    /// Writes the template's text for some data at the end of a buffer.
    ///
    /// - Parameters:
    ///   - contexts: the values in which names are looked up, the last one first: site, page.
    ///   - output: the buffer that the text is added to.
    /// - Throws: an error when a limit of the options is reached, or when a tag that takes only safe HTML gets something else. The text
    ///   written until then stays in `output`.
    public func render(_ contexts: [TemplateValue], into output: inout OutputBuffer) throws(RenderError) {
        let failure = contexts.withUnsafeBufferPointer { contexts in
            loaded.withTables { tables in
                var renderer = Renderer(tables: tables, procedure: loaded.entries[id.index], contexts: contexts, options: loaded.options)
                defer { warn(of: renderer.replaced) }
                do throws(RenderFailure) {
                    try renderer.run(into: &output)
                    return RenderFailure?.none
                } catch {
                    return error
                }
            }
        }
        if let failure { throw RenderError(cause: explanation(of: failure)) }
    }

    /// Writes the template's text for some data at the end of an array.
    ///
    /// Use one ``OutputBuffer`` for many pages to save a copy of each page.
    ///
    /// - Parameters:
    ///   - contexts: the values in which names are looked up, the last one first: site, page.
    ///   - output: the array that the text is added to.
    /// - Throws: as for a buffer. The text written until then stays in `output` here too.
    public func render(_ contexts: [TemplateValue], into output: inout [UInt8]) throws(RenderError) {
        var buffer = OutputBuffer()
        defer { buffer.withUnsafeBytes { output.append(contentsOf: $0) } }
        try render(contexts, into: &buffer)
    }

    /// The text of an `.html.mustache` template, as a value that other templates print unescaped.
    ///
    /// - Throws: as `render`, and for any other template, because the text of others is not escaped for HTML.
    public func renderHTML(_ contexts: [TemplateValue]) throws(RenderError) -> SafeHTML {
        let source = loaded.sources[id.index]
        guard EscapingMode(suffix: source.suffix) == .html else {
            throw RenderError(
                cause: TemplateError(
                    in: source, at: 0, what: "only an '.html.mustache' template makes safe HTML", remedy: "Rename it, or render its text"))
        }
        var output = OutputBuffer()
        try render(contexts, into: &output)
        return SafeHTML(vouchingFor: output.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
    }

    private func warn(of replaced: [TagPosition]) {
        guard let unsafeURL = loaded.options.unsafeURL else { return }
        for position in replaced {
            unsafeURL(
                TemplateError(
                    in: loaded.sources[position.template.index], at: Int(position.offset),
                    what: "the scheme of this address is not http, https or mailto, and '\(URLText.replacement)' was written instead",
                    remedy: "Look at the data, or write another scheme out in the template"))
        }
    }

    private func explanation(of failure: RenderFailure) -> TemplateError {
        let options = loaded.options
        if case .fault(let index) = failure.reason { return loaded.program.faults[Int(index)] }
        let (what, remedy) =
            switch failure.reason {
            case .outputLimit:
                (
                    "the page is larger than \(options.outputLimit) bytes",
                    "Print less on one page, or raise the limit of the output"
                )
            case .depthLimit:
                (
                    "partials are more than \(options.depthLimit) deep: \(failure.cycle(names: loaded.names.names))",
                    "Put the tag inside a section that ends, or look for data that contains itself"
                )
            case .stepLimit:
                (
                    "the page takes more than \(options.stepLimit) steps",
                    "Look for sections inside sections over the same long list"
                )
            case .notSafeHTML:
                (
                    "this value is not known to be safe HTML, and only that is printed unescaped",
                    "Write {{name}}, or give the view a sanitized value"
                )
            case .fault:
                ("the template cannot stand here", "See the mistakes of its library")
            }
        return TemplateError(
            in: loaded.sources[failure.position.template.index], at: Int(failure.position.offset), what: what, remedy: remedy)
    }
}
