/// A table in an author's own words. Its cells hold text like any other; the table itself is written anew.
struct OwnTable {
    struct Cell {
        /// `td` or `th`.
        let name: String
        /// `colspan`, `rowspan` and `scope` with their checked values.
        let attributes: [(name: String, value: String)]
        var text = ""
    }

    struct Row {
        /// `thead`, `tbody` or `tfoot`.
        let section: String
        var cells: [Cell] = []
    }

    var caption: String?
    var rows: [Row] = []
    /// Text between the cells. A browser shows it before the table.
    var looseText = ""

    /// - Parameter sanitize: the HTML for a text.
    func html(class style: String?, _ sanitize: (String) throws(SanitizerError) -> String) throws(SanitizerError) -> String {
        let loose = looseText.allSatisfy(\.isWhitespace) ? "" : try sanitize(looseText)
        let rows = rows.filter { !$0.cells.isEmpty }
        guard !rows.isEmpty else { return loose + (try caption.map(sanitize) ?? "") }
        var html = loose + (style.map { "<table class=\"\($0)\">" } ?? "<table>")
        if let caption {
            let line = Self.line(try sanitize(caption))
            if !line.isEmpty { html += "<caption>\(line)</caption>" }
        }
        // A browser shows the head first and the foot last, wherever they are.
        for section in ["thead", "tbody", "tfoot"] {
            let own = rows.filter { $0.section == section }
            guard !own.isEmpty else { continue }
            html += "<\(section)>"
            for row in own {
                html += "<tr>"
                for cell in row.cells {
                    let attributes = cell.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
                    html += "<\(cell.name)\(attributes)>\(Self.line(try sanitize(cell.text)))</\(cell.name)>"
                }
                html += "</tr>"
            }
            html += "</\(section)>"
        }
        return html + "</table>"
    }

    /// A single paragraph without its tags.
    private static func line(_ html: String) -> String {
        guard html.hasPrefix("<p>"), html.hasSuffix("</p>") else { return html }
        let inner = html.dropFirst(3).dropLast(4)
        return inner.contains("<p>") || inner.contains("</p>") ? html : String(inner)
    }
}
