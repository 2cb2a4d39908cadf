import Catalogue
import Support

extension Snapshot {
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.reserve(4_096 + catalogue.spacecraft.count * 600)
        writer.raw("{\n\"format_version\":")
        writer.int(Self.formatVersion)
        writer.raw(",\n\"source\":")
        writer.string(source)
        writer.raw(",\n\"mode\":")
        writer.string(mode.rawValue)
        switch dataDate {
        case .fetched(let time):
            writer.raw(",\n\"fetched_at\":")
            writer.string(time.rfc3339)
        case .notBefore(let time):
            writer.raw(",\n\"not_before\":")
            writer.string(time.rfc3339)
        case .unknown: break
        }
        for kind in EntityKind.allCases {
            writer.raw(",\n")
            writer.string(kind.rawValue)
            writer.raw(":{")
            writer.lines(of: kind.type, in: catalogue)
            writer.raw("\n}")
        }
        writer.raw("\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func lines<E: Entity>(of _: E.Type, in catalogue: Catalogue) {
        let schema = E.schema
        var isFirst = true
        for entity in catalogue[E.self] {
            if isFirst { raw("\n\"") } else { raw(",\n\"") }
            isFirst = false
            int(entity.id)
            raw("\":")
            SnapshotLine.write(entity, schema, to: &self)
        }
    }
}
