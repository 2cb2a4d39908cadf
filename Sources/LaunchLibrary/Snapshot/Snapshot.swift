import Catalogue

/// A catalogue in its stored form, in the file `data/snapshot.json`.
///
/// The file is one JSON object. It has a header with one member per line, then a section for each kind of entity with one entity per line.
/// The entities are keyed by id and in the order of ids. So a difference in git is the difference in the data, and all cores can read the
/// lines. Keys are in alphabetical order, and null values are left out. So equal snapshots are equal bytes.
public struct Snapshot: Sendable, Equatable {
    /// The version of the format that this program writes. It reads no other version.
    ///
    /// The version changes when a program of an earlier version would misread a file. It does not change when a line gets one more member,
    /// because a reader skips members that it does not know. The flights of craft were added in this way. A catalogue without them gives
    /// the same bytes as before.
    public static let formatVersion = 1

    /// The root of the API from which the records come.
    public var source: String
    public var mode: SpacecraftQuery.Mode
    public var dataDate: DataDate
    public var catalogue: Catalogue

    public init(source: String, mode: SpacecraftQuery.Mode, dataDate: DataDate, catalogue: Catalogue) {
        self.source = source
        self.mode = mode
        self.dataDate = dataDate
        self.catalogue = catalogue
    }

    public init(_ reading: SourceCatalogue) {
        self.init(source: reading.source, mode: reading.mode, dataDate: reading.asOf, catalogue: reading.catalogue)
    }
}
