import Catalogue
import TemplateEngine

/// A labelled line of facts: one label and one or several values.
enum FactView {
    static let shape: TemplateShape = ["label": .text, "values": .list(ValueView.shape), "note": .text]

    static func make(_ label: String, _ values: [TemplateObject], note: String? = nil) -> TemplateObject {
        ["label": .text(label), "values": .objects(values), "note": .optional(note)]
    }

    static func make(_ label: String, _ value: TemplateObject, note: String? = nil) -> TemplateObject {
        make(label, [value], note: note)
    }

    /// A fact only if there is a value. A form of the record without the field says nothing about it.
    static func make(_ label: String, ifKnown text: String?) -> TemplateObject? {
        guard let text, !text.isEmpty else { return nil }
        return make(label, ValueView.make(text))
    }
}

/// A value with its link: to a page of the site, to another site, or none.
enum ValueView {
    static let shape: TemplateShape = ["text": .text, "path": .text, "link": .text, "datetime": .text, "known": .bool]

    static func make(_ text: String, path: String? = nil, link: String? = nil, datetime: String? = nil, isKnown: Bool = true)
        -> TemplateObject
    {
        [
            "text": .text(text), "path": .optional(path), "link": .optional(link), "datetime": .optional(datetime), "known": .bool(isKnown),
        ]
    }

    static func unknown(_ text: String = "not recorded") -> TemplateObject {
        make(text, isKnown: false)
    }

    static func text(_ text: String?) -> TemplateObject {
        guard let text, !text.isEmpty else { return unknown() }
        return make(text)
    }

    static func date(_ date: CalendarDate?) -> TemplateObject {
        guard let date else { return unknown() }
        return make(date.humanText, datetime: date.iso8601)
    }

    static func configuration(_ configuration: Configuration) -> TemplateObject {
        make(configuration.name, path: Address.page(of: configuration))
    }

    static func agency(_ agency: Agency?) -> TemplateObject {
        agency.map { make($0.name, path: Address.page(of: $0)) } ?? unknown()
    }

    static func family(_ family: Family) -> TemplateObject {
        make(family.name, path: Address.page(of: family))
    }

    static func families(_ families: [Family]) -> [TemplateObject] {
        families.isEmpty ? [unknown("none recorded")] : families.map(family)
    }

    static func truth(_ truth: Bool?) -> TemplateObject {
        truth.map { make($0 ? "yes" : "no") } ?? unknown()
    }
}

/// A link to a page of the site.
enum LinkView {
    static let shape: TemplateShape = ["name": .text, "path": .text]

    static func make(_ name: String, _ path: String) -> TemplateObject {
        ["name": .text(name), "path": .text(path)]
    }
}
