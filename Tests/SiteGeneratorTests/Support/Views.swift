import HTMLSanitizer

@testable import SiteGenerator
@testable import TemplateEngine

extension Messages {
    /// The words of the default theme in English.
    static let english: Messages = {
        do { return try Words(.standard, language: "en").messages } catch { return Messages() }
    }()
}

extension TemplateValue {
    /// A text, or a message in English.
    var english: String { Messages.english.text(of: self) }
}

extension ViewContext {
    /// The inputs of a site's views, without its files.
    convenience init(_ input: SiteInput) {
        let model = SiteModel(input)
        self.init(model: model, fragments: Fragments(model, .english), orders: Orders(model), messages: .english)
    }

    /// The view of the page of a kind at an address. Nil if there is none.
    func view(_ kind: PageKind, _ address: String) -> TemplateObject? {
        guard case .pages(_, _, let make) = kind.content else { return nil }
        let planner = PlanContext(
            model: model, orders: Orders(model), inputs: PageInputs(model), assets: model.input.theme.publishedAssets,
            sitemapLimit: SitemapView.maximumPages)
        return make(planner).first { $0.address == address }?.view(self)
    }
}

extension TemplateValue {
    /// As JSON, without the fields that are null. `~` is a no-break space, `_` a narrow one.
    var brief: String {
        String(decoding: Messages.english.resolving(withoutNulls).json(pretty: false), as: UTF8.self).replacing("\u{A0}", with: "~")
            .replacing("\u{202F}", with: "_")
    }

    private var withoutNulls: TemplateValue {
        switch self {
        case .list(let items): .list(items.map(\.withoutNulls))
        case .object(let object): .object(TemplateObject(object.pairs.filter { $0.1 != .null }.map { ($0.0, $0.1.withoutNulls) }))
        default: self
        }
    }
}

extension TemplateObject {
    /// As JSON, without the fields that are null. `~` is a no-break space, `_` a narrow one.
    var brief: String { TemplateValue.object(self).brief }

    /// Facts, one on each line: `Label: value → link; value, where the value is [not known]`.
    func facts(_ name: FieldName) -> [String] {
        items(name).map { fact in
            let values = fact.items("values").map { value in
                let text = value["known"] == false ? "[\(value.text("text"))]" : value.text("text")
                let target = value.text("path") + value.text("link")
                return target.isEmpty ? text : "\(text) → \(target)"
            }
            let note = fact.text("note")
            return "\(fact.text("label")): \(values.joined(separator: "; "))\(note.isEmpty ? "" : " (\(note))")"
        }
    }

    /// The large figures of a plate, one on each line: `Label: text (note)`.
    func figures(_ name: FieldName) -> [String] {
        items(name).map { figure in
            let note = figure.text("note")
            let text = figure["known"] == false ? "[\(figure.text("text"))]" : figure.text("text")
            return "\(figure.text("label")): \(text)\(note.isEmpty ? "" : " (\(note))")"
        }
    }

    /// The objects of a list.
    func items(_ name: FieldName) -> [TemplateObject] {
        guard case .list(let items)? = self[name] else { return [] }
        return items.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }

    /// The object in a field.
    func part(_ name: FieldName) -> TemplateObject? {
        if case .object(let object)? = self[name] { object } else { nil }
    }

    /// A text with `~` for a no-break space and `_` for a narrow one. Empty for null.
    func text(_ name: FieldName) -> String {
        switch self[name].map(Messages.english.resolving) {
        case .text(let text)?: text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
        case .html(let html)?: html.html
        default: ""
        }
    }
}
