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
