import Catalogue
import Support

/// A catalogue in its stored form, in the file `data/snapshot.json`.
///
/// The file is one JSON object. It has a header with one member per line, then a section for each kind of entity with one entity per line.
/// The entities are keyed by id and in the order of ids. So a difference in git is the difference in the data, and all cores can read the
/// lines. Keys are in alphabetical order, and null values are left out. So equal snapshots are equal bytes.
public struct Snapshot: Sendable, Equatable {
    /// The version of the format that this program writes. It reads no other version.
    ///
    /// The version changes when a program of an earlier version would misread a file. It does not change when a line gets one more member,
    /// because a reader skips members that it does not know. The flights of craft were added in this way, and later the
    /// records that are set aside and the values that cannot be. A catalogue without them gives the same bytes as before.
    public static let formatVersion = 1

    /// The root of the API from which the records come.
    public var source: String
    public var mode: SpacecraftQuery.Mode
    /// The time of the fetch that brought what the snapshot holds. A fetch that finds nothing new leaves it.
    public var dataDate: DataDate
    public var catalogue: Catalogue
    /// The entities whose records could not be used at the last fetch.
    public var setAside: [SetAsideRecord]
    /// The values of the source that count as not recorded because they cannot be.
    public var unusableValues: [UnusableValue]

    public init(
        source: String, mode: SpacecraftQuery.Mode, dataDate: DataDate, catalogue: Catalogue, setAside: [SetAsideRecord] = [],
        unusableValues: [UnusableValue] = []
    ) {
        self.source = source
        self.mode = mode
        self.dataDate = dataDate
        self.catalogue = catalogue
        self.setAside = setAside
        self.unusableValues = unusableValues
    }

    public init(_ reading: SourceCatalogue) {
        self.init(
            source: reading.source, mode: reading.mode, dataDate: reading.asOf, catalogue: reading.catalogue,
            setAside: reading.unusable.flatMap(\.setAside), unusableValues: reading.unusableValues)
    }
}

extension Snapshot {
    /// The snapshot for the file in place of an earlier one. Durations that have only grown keep their earlier values until that is to be
    /// seen on a page. When nothing else is different, the date stays too, and the file has the same bytes.
    ///
    /// - Parameter bytes: the file of the earlier snapshot.
    /// - Returns: the bytes of the new file, and the snapshot in it.
    public func encoded(after earlier: Snapshot, _ bytes: [UInt8]) -> (bytes: [UInt8], snapshot: Snapshot) {
        var steady = self
        steady.catalogue = catalogue.keepingTicks(of: earlier.catalogue, isNewDay: !isOfSameDay(as: earlier))
        steady.dataDate = earlier.dataDate
        guard steady.encoded() != bytes else { return (bytes, steady) }
        steady.dataDate = dataDate
        return (steady.encoded(), steady)
    }

    private func isOfSameDay(as earlier: Snapshot) -> Bool {
        guard case .fetched(let time) = dataDate, case .fetched(let last) = earlier.dataDate else { return false }
        return time.date == last.date
    }
}

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
