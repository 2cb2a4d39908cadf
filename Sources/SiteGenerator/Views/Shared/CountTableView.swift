import TemplateEngine

/// A table that compares counts by bars: craft by status, pictures by licence, the records.
enum CountTableView {
    static let shape: TemplateShape = [
        "id": .text, "caption": .text, "name_label": .text, "count_label": .text,
        "columns": .list(["label": .text, "numeric": .bool, "drop": .text]), "rows": .list(rowShape),
    ]

    private static let rowShape: TemplateShape = [
        "name": .text, "path": .text, "silhouette": .text, "is_ship": .bool, "alive": .bool, "mark": .text,
        "cells": .list(cellShape), "count_text": .text, "share": .number,
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
        let label: String
        var isNumeric = false
        var drop = Drop.never
    }

    struct Row {
        var name: String
        var path: String?
        var silhouette: Silhouette?
        var isCraft = false
        var isInSpace = false
        var mark: ChangeMarks.Mark?
        /// One for each column.
        var cells: [TemplateObject] = []
        var countText: String
        var share: TemplateValue
    }

    static func make(
        id: String, caption: String, nameLabel: String, countLabel: String, columns: [Column] = [], rows: [Row]
    ) -> TemplateObject {
        [
            "id": .text(id), "caption": .text(caption), "name_label": .text(nameLabel), "count_label": .text(countLabel),
            "columns": .objects(
                columns.map { ["label": .text($0.label), "numeric": .bool($0.isNumeric), "drop": .text($0.drop.rawValue)] }),
            "rows": .objects(rows.map { row($0, columns) }),
        ]
    }

    private static func row(_ row: Row, _ columns: [Column]) -> TemplateObject {
        [
            "name": .text(row.name), "path": .optional(row.path), "silhouette": .optional(row.silhouette?.rawValue),
            "is_ship": .bool(row.isCraft), "alive": .bool(row.isInSpace),
            "mark": .optional(row.mark?.rawValue),
            "cells": .objects(
                zip(columns, row.cells).map { column, cell in
                    var cell = cell
                    // A cell leads only to pages of the site.
                    cell["link"] = nil
                    cell["numeric"] = .bool(column.isNumeric)
                    cell["drop"] = .text(column.drop.rawValue)
                    return cell
                }),
            "count_text": .text(row.countText), "share": row.share,
        ]
    }
}
