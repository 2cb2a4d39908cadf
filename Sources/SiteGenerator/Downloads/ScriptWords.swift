import TemplateEngine

/// What scripts say, in the words of the site's language: the forms of each text, which the script chooses among.
enum ScriptWords {
    private static let keys = [
        "absence.no_time_docked", "absence.not_flown", "absence.not_recorded", "charts.point_docked", "charts.point_not_docked",
        "compare.caption", "compare.remove", "compare.too_few",
        "compare.too_many", "compare.unknown", "craft_table.doubt", "craft_table.doubt_note", "craft_table.in_space",
        "craft_table.placeholder", "labels.configuration", "labels.flights", "labels.mission_ends", "labels.status", "labels.time_docked",
        "labels.time_in_space", "pager.next", "pager.previous", "search.as_json", "search.as_table", "search.beyond", "search.caption",
        "search.decade_of", "search.found", "search.found_part", "search.in_space", "search.json", "search.json_note", "search.meant",
        "search.nothing",
        "search.save", "search.unknown_configuration", "search.unknown_status", "suggestions.count", "values.no", "values.yes",
    ]

    /// The words that no script can say, because it knows nothing of filters, and one choice alone: that by the number `count`.
    static func faults(in files: [WordsFile]) -> [TemplateError] {
        let said = Set(keys)
        return files.flatMap { file in
            file.messages.filter { said.contains($0.key) }.compactMap { message in
                unsayable(message.form).map { text in
                    TemplateError(
                        file: file.origin, at: text, what: "a script says the words '\(message.key)', and it cannot read '\(text.text)'",
                        remedy: "Write plain values such as {count}, and forms by 'plural: count' alone")
                }
            }
        }
    }

    private static func unsayable(_ form: MessageForm) -> PlacedText? {
        switch form {
        case .text(let text): return text.text.utf8.contains(UInt8(ascii: "|")) && text.text.contains(/\{[^{}]*\|/) ? text : nil
        case .choice(let kind, let value, let cases):
            guard kind == .plural, value.text == "count" else { return value }
            return cases.lazy.compactMap { name, form in
                if case .text = form { unsayable(form) } else { name }
            }.first
        }
    }

    static func values(_ messages: Messages) -> TemplateObject {
        let (groups, units) = (messages.language.digitGroups, messages.language.durationUnits)
        let names: [(FieldName, TemplateValue)] =
            [
                ("marks.changed", MarkView.label(.changed, .spacecraft)), ("marks.new", MarkView.label(.new, .spacecraft)),
            ]
            + [SitePart.spacecraft, .configurations, .agencies, .families].map { (FieldName("suggestions.\($0.rawValue)"), $0.name) }
        return TemplateObject(
            keys.map { (FieldName($0), messages.forms(of: $0)) } + names + [
                ("digits", .list([.text(groups.separator), .integer(groups.minimumDigits)])),
                ("units", .list(units.units.map { .object(TemplateObject($0.map { (FieldName($0.category.rawValue), .text($0.text)) })) })),
                ("joint", .text(units.joint)),
            ])
    }
}
