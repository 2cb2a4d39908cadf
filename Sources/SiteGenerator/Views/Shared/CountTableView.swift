import TemplateEngine

/// A table that compares counts by bars: craft by status, pictures by licence, the records.
enum CountTableView {
    static let shape: TemplateShape = [
        "id": .text, "caption": .text, "columns": .list(ColumnView.shape), "rows": .list(rowShape), "orders": OrdersView.shape,
        "constants": .text, "views": ViewsView.shape,
    ]

    private static let layout = ObjectLayout(rowShape)
    private static let cellLayout = ObjectLayout("text", "path", "datetime", "known", "unrecorded", "numeric", "drop")

    private static let rowShape: TemplateShape = [
        "name": .text, "path": .text, "silhouette": .text, "is_ship": .bool, "alive": .bool, "mark": .text,
        "cells": .list(cellShape), "count": .text, "datetime": .text, "share": .number,
    ]

    private static let cellShape: TemplateShape = [
        "text": .text, "numeric": .bool, "drop": .text, "path": .text, "datetime": .text, "known": .bool,
        "unrecorded": .bool,
    ]

    struct Column {
        let key: String
        let label: TemplateValue
        var isNumeric = false
        var drop = ColumnView.Drop.never
    }

    struct Row {
        var name: TemplateValue
        var path: String?
        var silhouette: Silhouette?
        var isCraft = false
        var isInSpace = false
        /// The words of the mark of an entity that is new or changed.
        var mark = TemplateValue.null
        /// One for each column between the name and the count.
        var cells: [TemplateObject] = []
        /// A number or a text.
        var count: TemplateValue
        /// The machine's form of a count that is a length of time.
        var datetime: String?
        var share: TemplateValue
    }

    /// - Parameters:
    ///   - name: the column of names, which is the first.
    ///   - count: the column of what the bars compare, which is the last.
    ///   - columns: those between them. One that says the same in each row is left out, and said once beside the table.
    ///   - rows: in the order of the table.
    ///   - order: the order, for a list that has pages for others.
    static func make(
        id: String, caption: TemplateValue, name: Column, count: Column, columns: [Column] = [], rows: [Row], order: ListOrder? = nil,
        views: TemplateObject? = nil
    ) -> TemplateObject {
        let shown = columns.indices.map { !isConstant(column: $0, rows) }
        let constants = columns.indices.filter { !shown[$0] && rows[0].cells[$0]["known"] == true }
        let heads = [name] + zip(columns, shown).filter(\.1).map(\.0) + [count]
        return [
            "id": .text(id), "caption": caption,
            "columns": .objects(
                heads.enumerated().map { index, column in
                    ColumnView.make(
                        column.key, column.label, isNumeric: column.isNumeric || index == heads.count - 1, drop: column.drop, in: order)
                }),
            "rows": .objects(rows.map { row($0, columns, shown, order) }),
            "orders": OrdersView.make(order), "views": .optional(views),
            "constants": ConstantsView.note(constants.map { (columns[$0].label, rows[0].cells[$0]["text"] ?? .null) }),
        ]
    }

    private static func isConstant(column: Int, _ rows: [Row]) -> Bool {
        rows.count > 1 && rows.allSatisfy { $0.cells[column] == rows[0].cells[column] }
    }

    private static func row(_ row: Row, _ columns: [Column], _ shown: [Bool], _ order: ListOrder?) -> TemplateObject {
        let cells = columns.indices.filter { shown[$0] }.map { cell(row.cells[$0], columns[$0], order) }
        return TemplateObject(
            layout,
            [
                row.name, .optional(row.path), .optional(row.silhouette?.rawValue), .bool(row.isCraft), .bool(row.isInSpace), row.mark,
                .objects(cells), row.count, .optional(row.datetime), row.share,
            ])
    }

    /// A cell leads only to pages of the site.
    private static func cell(_ value: TemplateObject, _ column: Column, _ order: ListOrder?) -> TemplateObject {
        let text = value["text"] ?? .null
        return TemplateObject(
            cellLayout,
            [
                text, value["path"] ?? .null, value["datetime"] ?? .null, value["known"] ?? .null,
                text == Absence.notRecorded ? true : .null, .bool(column.isNumeric),
                column.key == order?.key ? .null : .optional(column.drop.rawValue),
            ])
    }
}
