import TemplateEngine

/// A table that compares counts by bars: craft by status, pictures by licence, the records.
enum CountTableView {
    static let shape: TemplateShape = [
        "id": .text, "caption": .text, "name_label": .text, "count_label": .text,
        "columns": .list(["label": .text, "numeric": .bool, "drop": .text]), "rows": .list(rowShape),
    ]

    private static let rowShape: TemplateShape = [
        "name": .text, "path": .text, "silhouette": .text, "is_ship": .bool, "alive": .bool, "mark": .text,
        "cells": .list(cellShape), "count": .text, "share": .number,
    ]

    private static let cellShape: TemplateShape = [
        "text": .text, "numeric": .bool, "drop": .text, "path": .text, "datetime": .text, "known": .bool,
    ]

    /// The screen width below which a column is hidden.
    enum Drop: String {
        case never = ""
        case wide
        case middle
    }

    struct Column {
        let label: TemplateValue
        var isNumeric = false
        var drop = Drop.never
    }

    struct Row {
        var name: TemplateValue
        var path: String?
        var silhouette: Silhouette?
        var isCraft = false
        var isInSpace = false
        /// The words of the mark of an entity that is new or changed.
        var mark = TemplateValue.null
        /// One for each column.
        var cells: [TemplateObject] = []
        /// A number or a text.
        var count: TemplateValue
        var share: TemplateValue
    }

    static func make(
        id: String, caption: TemplateValue, nameLabel: TemplateValue, countLabel: TemplateValue, columns: [Column] = [], rows: [Row]
    ) -> TemplateObject {
        [
            "id": .text(id), "caption": caption, "name_label": nameLabel, "count_label": countLabel,
            "columns": .objects(
                columns.map { ["label": $0.label, "numeric": .bool($0.isNumeric), "drop": .text($0.drop.rawValue)] }),
            "rows": .objects(rows.map { row($0, columns) }),
        ]
    }

    private static func row(_ row: Row, _ columns: [Column]) -> TemplateObject {
        [
            "name": row.name, "path": .optional(row.path), "silhouette": .optional(row.silhouette?.rawValue),
            "is_ship": .bool(row.isCraft), "alive": .bool(row.isInSpace),
            "mark": row.mark,
            "cells": .objects(
                zip(columns, row.cells).map { column, cell in
                    var cell = cell
                    // A cell leads only to pages of the site.
                    cell["link"] = nil
                    cell["numeric"] = .bool(column.isNumeric)
                    cell["drop"] = .text(column.drop.rawValue)
                    return cell
                }),
            "count": row.count, "share": row.share,
        ]
    }
}
