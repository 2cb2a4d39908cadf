import Catalogue
import TemplateEngine

/// A labelled line of facts: one label and one or several values.
enum FactView {
    static let shape: TemplateShape = ["label": .text, "values": .list(ValueView.shape), "note": .text]
    private static let layout = ObjectLayout(shape)

    static func make(_ label: TemplateValue, _ values: [TemplateObject], note: TemplateValue = .null) -> TemplateObject {
        TemplateObject(layout, [label, .objects(values), note])
    }

    static func make(_ label: TemplateValue, _ value: TemplateObject, note: TemplateValue = .null) -> TemplateObject {
        make(label, [value], note: note)
    }

    /// A fact only if there is a value. A form of the record without the field says nothing about it.
    static func make(_ label: TemplateValue, ifKnown text: String?) -> TemplateObject? {
        guard let text, !text.isEmpty else { return nil }
        return make(label, ValueView.make(.text(text)))
    }
}

/// A value with its link: to a page of the site, to another site, or none.
enum ValueView {
    static let shape: TemplateShape = ["text": .text, "path": .text, "link": .text, "datetime": .text, "known": .bool]
    private static let layout = ObjectLayout(shape)

    static func make(_ text: TemplateValue, path: String? = nil, link: String? = nil, datetime: String? = nil, isKnown: Bool = true)
        -> TemplateObject
    {
        TemplateObject(layout, [text, .optional(path), .optional(link), .optional(datetime), .bool(isKnown)])
    }

    static func unknown(_ text: TemplateValue = Absence.notRecorded) -> TemplateObject {
        make(text, isKnown: false)
    }

    static func text(_ text: String?) -> TemplateObject {
        guard let text, !text.isEmpty else { return unknown() }
        return make(.text(text))
    }

    /// A value in words, or 'not recorded'.
    static func words(_ words: TemplateValue?) -> TemplateObject { words.map { make($0) } ?? unknown() }

    static func count(_ count: Int) -> TemplateObject { make(Formatted.number(count)) }

    /// The source also writes zero for an unknown duration.
    static func duration(_ duration: ISODuration?) -> TemplateObject {
        guard let duration, duration.seconds != 0 else { return unknown() }
        return make(Formatted.duration(duration), datetime: duration.iso8601)
    }

    static func date(_ date: CalendarDate?) -> TemplateObject {
        guard let date else { return unknown() }
        return make(Formatted.date(date), datetime: date.iso8601)
    }

    /// The name of an entity, with the link to its page.
    static func entity<E: PageEntity>(_ entity: E?) -> TemplateObject {
        entity.map { make($0.shownName, path: Address.page(of: $0)) } ?? unknown()
    }

    static func families(_ families: [Family]) -> [TemplateObject] {
        families.isEmpty ? [unknown(Absence.noneRecorded)] : families.map { entity($0) }
    }

    static let yes = TemplateValue.message("values.yes")
    static let no = TemplateValue.message("values.no")

    static func truth(_ truth: Bool?) -> TemplateObject {
        truth.map { make($0 ? yes : no) } ?? unknown()
    }
}

/// A link to a page of the site.
enum LinkView {
    static let shape: TemplateShape = ["name": .text, "path": .text]
    private static let layout = ObjectLayout(shape)

    static func make(_ name: TemplateValue, _ path: String) -> TemplateObject { TemplateObject(layout, [name, .text(path)]) }

    static func make(_ name: TemplateValue, optional path: String?) -> TemplateObject { TemplateObject(layout, [name, .optional(path)]) }

    /// The link to the page of an entity.
    static func make<E: PageEntity>(_ entity: E) -> TemplateObject { make(entity.shownName, Address.page(of: entity)) }
}
