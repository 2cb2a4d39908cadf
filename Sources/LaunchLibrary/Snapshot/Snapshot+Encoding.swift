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
            switch kind {
            case .licence: writer.lines(catalogue.licences)
            case .image: writer.lines(catalogue.images)
            case .agencyType: writer.lines(catalogue.agencyTypes)
            case .agency: writer.lines(catalogue.agencies)
            case .family: writer.lines(catalogue.families)
            case .configurationType: writer.lines(catalogue.configurationTypes)
            case .configuration: writer.lines(catalogue.configurations)
            case .status: writer.lines(catalogue.statuses)
            case .spacecraft: writer.lines(catalogue.spacecraft)
            }
            writer.raw("\n}")
        }
        writer.raw("\n}\n")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func lines<E: SnapshotLine>(_ table: EntityTable<E>) {
        var isFirst = true
        for entity in table {
            if isFirst { raw("\n\"") } else { raw(",\n\"") }
            isFirst = false
            int(entity.id)
            raw("\":")
            object { entity.write(to: &$0) }
        }
    }
}
