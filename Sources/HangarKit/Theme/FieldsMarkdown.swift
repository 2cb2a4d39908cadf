import SiteGenerator

/// The fields of all views as a page of the documentation: `Documentation/Fields.md`.
struct FieldsMarkdown {
    private let guide: FieldGuide

    init(_ guide: FieldGuide) {
        self.guide = guide
    }

    var text: String {
        let pages = guide.templates.map { section(title: "`\($0.name)`", $0.fields) }
        let parts = guide.parts.map { section(level: 3, title: $0.name, $0.fields) }
        return ([Self.head, section(title: "Every page", guide.common)] + pages + [own, Self.partsHead] + parts)
            .joined(separator: "\n")
    }

    private static let head = """
        # The fields of the views

        What each template of a theme may read. This page is written by `hangar theme fields --markdown`, from the shapes by which `hangar check --templates` checks
        a theme; [Themes](Themes.md) says how templates read them. `hangar theme fields spacecraft` lists the fields of one template with all that is in them.

        - A field of an object is named behind it and a dot, and so is one of each object in a list: `days.text` is `{{#days}}{{text}}{{/days}}`.
        - *Null* says whether the field may be null: `always`, where the view has the field for a partial that it shares with others. It was
          found by making all pages of the example site, and of sites whose source says less or more.
        - The examples are those of the site that `hangar init` makes, in English; where it has none, as of flights, they are made up.
        - An object that several views have is under [parts](#parts).

        """

    private static let partsHead = """
        ## Parts

        """

    private var own: String {
        section(title: "A template of your own", guide.own)
            .replacing(
                "\n\n| field",
                with:
                    "\n\nBeside the fields of every page, those of [a page out of the catalogue](Pages.md#a-page-out-of-the-catalogue):\n\n| field",
                maxReplacements: 1)
    }

    private func section(level: Int = 2, title: String, _ fields: [ViewField]) -> String {
        let heading = String(repeating: "#", count: level) + " " + title + "\n\n"
        guard !fields.isEmpty else { return heading + "None but those of every page.\n" }
        let lines = fields.flatMap { rows($0, under: "") }
        return heading + "| field | type | null | example |\n|---|---|---|---|\n" + lines.map { $0 + "\n" }.joined()
    }

    private func rows(_ field: ViewField, under outer: String) -> [String] {
        let path = outer + field.name
        let row = "| `\(path)` | \(type(field)) | \(field.nullability.word) | \(field.example.map(Self.code) ?? "") |"
        return [row] + ownFields(field).flatMap { rows($0, under: path + ".") }
    }

    /// The fields that are not told where the part is.
    private func ownFields(_ field: ViewField) -> [ViewField] {
        if field.nullability == .always { return [] }
        guard let part = guide.parts.first(where: { $0.name == field.part }) else { return field.fields }
        return Array(field.fields.dropFirst(part.fields.count))
    }

    private func type(_ field: ViewField) -> String {
        let part = field.part.map { "[\($0)](#\($0.replacing(" ", with: "-")))" }
        return switch field.kind {
        case .list: "list of " + (part ?? (field.fields.isEmpty ? "such objects again" : "objects"))
        case .object: part ?? (field.fields.isEmpty ? "such an object again" : "object")
        case .html: "HTML"
        case .json: "JSON"
        case .text, .number, .bool: field.kind.rawValue
        }
    }

    /// A text as code in a cell of a table, where a bar would end the cell.
    private static func code(_ text: String) -> String {
        let fence = text.contains("`") ? "``" : "`"
        return fence + text.replacing("|", with: "\\|") + fence
    }
}
