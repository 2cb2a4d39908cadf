import Catalogue
import Support

extension Snapshot {
    public func encoded() -> [UInt8] {
        var encoder = SnapshotEncoder(self)
        for kind in EntityKind.allCases { kind.visit(with: &encoder, catalogue) }
        return encoder.finished()
    }
}

/// Writes a snapshot file: the header, then the section of each visited kind.
private struct SnapshotEncoder: EntityVisitor {
    private var writer = JSONWriter()

    init(_ snapshot: Snapshot) {
        writer.reserve(4_096 + snapshot.catalogue.spacecraft.count * 600)
        writer.raw("{\n\"format_version\":")
        writer.int(Snapshot.formatVersion)
        writer.raw(",\n\"source\":")
        writer.string(snapshot.source)
        writer.raw(",\n\"mode\":")
        writer.string(snapshot.mode.rawValue)
        switch snapshot.dataDate {
        case .fetched(let time):
            writer.raw(",\n\"fetched_at\":")
            writer.string(time.rfc3339)
        case .notBefore(let time):
            writer.raw(",\n\"not_before\":")
            writer.string(time.rfc3339)
        case .unknown: break
        }
        list("set_aside", snapshot.setAside) { object, record in
            if let date = record.asOf { object.member("as_of", date.rfc3339) }
            object.member("id", record.entity.number)
            object.member("kind", record.entity.kind.rawValue)
        }
        list("unusable_values", snapshot.unusableValues) { object, value in
            object.member("field", value.field)
            object.member("id", value.entity.number)
            object.member("kind", value.entity.kind.rawValue)
            object.member("value", value.value)
        }
    }

    /// A list of objects on one line of the header. It is not written when it is empty.
    private mutating func list<Item>(_ key: String, _ items: [Item], _ members: (inout JSONWriter, Item) -> Void) {
        guard !items.isEmpty else { return }
        writer.raw(",\n")
        writer.string(key)
        writer.raw(":")
        writer.list(items) { writer, item in writer.object { members(&$0, item) } }
    }

    mutating func visit<E: Entity>(_ type: E.Type, _ catalogue: Catalogue) {
        writer.raw(",\n")
        writer.string(E.kind.rawValue)
        writer.raw(":{")
        let schema = E.schema
        var isFirst = true
        catalogue[type].forEachRow { entity in
            if isFirst { writer.raw("\n\"") } else { writer.raw(",\n\"") }
            isFirst = false
            writer.int(entity.pointee.id.number)
            writer.raw("\":")
            SnapshotLine.write(entity, schema, to: &writer)
        }
        writer.raw("\n}")
    }

    consuming func finished() -> [UInt8] {
        writer.raw("\n}\n")
        return writer.bytes
    }
}
