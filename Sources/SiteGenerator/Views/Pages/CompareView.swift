import Catalogue
import TemplateEngine

/// All configurations by their numbers, and their outlines to one scale. The script sets craft or configurations of this page side by side.
enum CompareView {
    static let kind = PageKind(
        Address.compare, template: "compare.html", shape: PageFrame.around(fields), fileKind: .index, sitemap: .lists,
        modified: { $0.dates.index(of: $0.catalogue.configurations) }, inputs: \.configurationList, view)

    private static let fields: PageFields<Void> = [
        .init("lead", .text) { _, _ in .message("compare.lead") },
        .init("caption", .text) { _, _ in .message("compare.numbers_caption") },
        .init("columns", .list(ColumnView.shape)) { _, site in .objects(columns(site.model).map(head)) },
        .init("rows", .list(rowShape)) { _, site in
            let columns = columns(site.model)
            return .objects(site.model.configurationsByName.map { row($0, columns, site) })
        },
        .init("has_doubts", .bool) { _, site in
            .bool(site.model.configurationsByName.contains { isTooLarge($0.details?.height) || isTooLarge($0.details?.diameter) })
        },
        .init("outlines", .list(outlineShape)) { _, site in .objects(outlines(site)) },
        .init("scale", .number) { _, _ in .integer(Int(Outline.scale * 10)) },
    ]

    private static let rowShape: TemplateShape = [
        "id": .number, "name": .text, "path": .text, "silhouette": .text, "alive": .bool, "cells": .list(cellShape),
    ]
    private static let cellShape: TemplateShape = ["key": .text, "drop": .text, "text": .text, "value": .text, "is_doubtful": .bool]
    private static let outlineShape: TemplateShape = [
        "id": .number, "name": .text, "path": .text, "note": .text, "width": .number, "height": .number, "drawing": .text,
    ]

    /// A number that a configuration has: its value for machines, and in words.
    private struct Column: Sendable {
        let key: String
        let label: TemplateValue
        var drop = ColumnView.Drop.never
        let value: @Sendable (Configuration, SiteModel) -> (value: Double, text: TemplateValue)?
    }

    private static let allColumns: [Column] = [
        .init(key: "crew", label: Label.crew) { configuration, _ in configuration.details?.crewCapacity.map(number) },
        .init(key: "payload", label: Label.payloadToOrbit) { configuration, _ in configuration.details?.payloadCapacity.map(mass) },
        .init(key: "payload_back", label: Label.payloadBack, drop: .wide) { configuration, _ in
            configuration.details?.payloadReturnCapacity.map(mass)
        },
        .init(key: "height", label: Label.height) { configuration, _ in configuration.details?.height.map(length) },
        .init(key: "diameter", label: Label.diameter, drop: .middle) { configuration, _ in configuration.details?.diameter.map(length) },
        .init(key: "craft_count", label: Label.craftCount, drop: .middle) { configuration, model in
            number(model.craft(ofConfiguration: configuration.id).positions.count)
        },
        .init(key: "flights_count", label: Label.flights) { configuration, model in
            number(model.craft(ofConfiguration: configuration.id).flights)
        },
        .init(key: "launches", label: Label.launches, drop: .wide) { configuration, _ in
            configuration.details?.statistics.totalLaunchCount.map(number)
        },
        .init(key: "success", label: Label.successfulLaunches, drop: .wide) { configuration, _ in
            guard let statistics = configuration.details?.statistics, let launches = statistics.totalLaunchCount, launches > 0,
                let successful = statistics.successfulLaunches, (0...launches).contains(successful)
            else { return nil }
            let share = Formatted.percent(successful, of: launches)
            return (Double(share.percent), share.text)
        },
    ]

    private static func number(_ number: Int) -> (value: Double, text: TemplateValue) { (Double(number), Formatted.number(number)) }
    private static func mass(_ mass: Int) -> (value: Double, text: TemplateValue) { (Double(mass), Formatted.kilograms(mass)) }
    private static func length(_ metres: Double) -> (value: Double, text: TemplateValue) { (metres, Formatted.metres(metres)) }

    /// The columns in which some configuration has a number.
    private static func columns(_ model: SiteModel) -> [Column] {
        allColumns.filter { column in model.configurationsByName.contains { column.value($0, model) != nil } }
    }

    private static func head(_ column: Column) -> TemplateObject {
        ColumnView.make(column.key, column.label, isNumeric: true, drop: column.drop)
    }

    private static func row(_ configuration: Configuration, _ columns: [Column], _ site: ViewContext) -> TemplateObject {
        let fragments = site.fragments.ofConfiguration(configuration.id)
        return [
            "id": .integer(configuration.id.number), "name": configuration.shownName, "path": .text(Address.page(of: configuration)),
            "silhouette": .text((fragments?.silhouette ?? .unknown).rawValue), "alive": .bool((fragments?.group.inSpace ?? 0) > 0),
            "cells": .objects(
                columns.map { column in
                    let value = column.value(configuration, site.model)
                    return [
                        "key": .text(column.key), "drop": .optional(column.drop.rawValue), "text": value?.text ?? .null,
                        "value": value.map { .text(machineForm($0.value)) } ?? .null,
                        "is_doubtful": .bool(["height", "diameter"].contains(column.key) && isTooLarge(value?.value)),
                    ]
                }),
        ]
    }

    /// See ``Outline/believable``.
    private static func isTooLarge(_ metres: Double?) -> Bool { metres.map { $0 > Outline.believable.upperBound } ?? false }

    /// `7.48`, `7`
    private static func machineForm(_ value: Double) -> String {
        let rounded = Numbers.rounded(value)
        return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }

    /// The tallest first.
    private static func outlines(_ site: ViewContext) -> [TemplateObject] {
        site.model.configurationsByName.compactMap { configuration -> (outline: Outline, view: TemplateObject)? in
            let silhouette = site.fragments.ofConfiguration(configuration.id)?.silhouette ?? .unknown
            guard let details = configuration.details, let height = details.height, let diameter = details.diameter,
                let outline = Outline(height: height, diameter: diameter, silhouette)
            else { return nil }
            let view: TemplateObject = [
                "id": .integer(configuration.id.number), "name": configuration.shownName,
                "path": .text(Address.page(of: configuration)),
                "note": .message("compare.size", ["height": Formatted.metres(height), "diameter": Formatted.metres(diameter)]),
                "width": .number(SVG.number(outline.width)), "height": .number(SVG.number(outline.height)),
                "drawing": .text(outline.path),
            ]
            return (outline, view)
        }.enumerated().sorted { ($1.element.outline.height, $0.offset) < ($0.element.outline.height, $1.offset) }.map(\.element.view)
    }

    private static func view(_ site: ViewContext) -> TemplateObject {
        let frame = PageFrame.single(
            SitePart.compare.name, address: Address.compare, description: .message("compare.description"), site.model)
        return frame.view(fields, of: (), site)
    }
}

/// The address at which the script sets several side by side.
enum CompareLink {
    /// The most that stand side by side.
    static let most = 4

    static func craft(_ ids: [Spacecraft.ID]) -> String { Address.compare + "?ids=" + joined(ids) }

    static func configurations(_ ids: [Configuration.ID]) -> String { Address.compare + "?kind=configurations&ids=" + joined(ids) }

    private static func joined<E>(_ ids: [RecordID<E>]) -> String { ids.prefix(most).map { String($0.number) }.joined(separator: ",") }
}
