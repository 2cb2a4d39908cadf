import Catalogue
import LaunchLibrary
import TemplateEngine

/// The report at the end of a fetch.
struct FetchSummary {
    let path: String
    let snapshot: Snapshot
    let changes: [Change]
    /// Whether the fetch replaced a snapshot that could not be read.
    let isReplaced: Bool
    /// Whether the snapshot's file has changed.
    let isStored: Bool
    /// Nil if no pictures are copied.
    let pictures: PictureReport?
    let warnings: [Diagnostic]

    /// `Site/data/snapshot.json: 603 spacecraft, 46 configurations; 1 added, 2 changed; 2 pictures copied`
    var line: String {
        let counts =
            "\(snapshot.catalogue.spacecraft.count) spacecraft, "
            + Self.count(snapshot.catalogue.configurations.count, "configuration", "configurations")
        return "\(path): "
            + [counts, isReplaced ? "made anew" : changesInWords, pictures?.words].compactMap(\.self).joined(separator: "; ")
    }

    /// `1 added (Soyuz TM-4), 12 changed`. Only a few names are given.
    var changesByName: String {
        if isReplaced { return "snapshot made anew" }
        // Files can still change because of a theme or a setting. The update reports them separately.
        return changes.isEmpty ? "no record changed" : Self.words(changes, namesUpTo: 3)
    }

    var isNews: Bool { isReplaced || !changes.isEmpty || pictures?.isNews ?? false }

    var json: TemplateObject {
        let catalogue = snapshot.catalogue
        return [
            "snapshot": .text(path),
            "source": .text(snapshot.source),
            "data_as_of": .optional(snapshot.dataDate.timestamp?.rfc3339),
            "counts": catalogue.countsJSON,
            "made_anew": .bool(isReplaced),
            "changes": .list(changes.map(\.json)),
            "set_aside": .list(
                snapshot.setAside.map { record in
                    .object([
                        "kind": .text(record.entity.kind.rawValue), "id": .integer(record.entity.number),
                        "name": .optional(catalogue.name(of: record.entity)), "as_of": .optional(record.asOf?.rfc3339),
                    ])
                }),
            "pictures": pictures?.json ?? .null,
            "warnings": .list(warnings.map(\.json)),
        ]
    }

    private var changesInWords: String { Self.words(changes, namesUpTo: 0) }

    private static func words(_ changes: [Change], namesUpTo limit: Int) -> String {
        guard !changes.isEmpty else { return "nothing changed" }
        var names: (added: [String], changed: [String], gone: [String]) = ([], [], [])
        for change in changes {
            switch change.event {
            case .appeared: names.added.append(change.name)
            case .changed: names.changed.append(change.name)
            case .removed: names.gone.append(change.name)
            }
        }
        return [(names.added, "added"), (names.changed, "changed"), (names.gone, "gone")].filter { !$0.0.isEmpty }
            .map { names, verb in
                "\(names.count) \(verb)" + (names.count <= limit ? " (\(names.joined(separator: ", ")))" : "")
            }.joined(separator: ", ")
    }

    private static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}

extension Change {
    fileprivate var json: TemplateValue {
        var object: TemplateObject = ["kind": .text(entity.kind.rawValue), "id": .integer(entity.number), "name": .text(name)]
        switch event {
        case .appeared: object["event"] = "appeared"
        case .removed: object["event"] = "went"
        case .changed(let fields):
            object["event"] = "changed"
            object["fields"] = .list(
                fields.map { .object(["field": .text($0.field), "from": .optional($0.from), "to": .optional($0.to)]) })
        }
        return .object(object)
    }
}
