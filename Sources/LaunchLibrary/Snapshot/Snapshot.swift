import Catalogue

/// A catalogue as it is kept on the disk, in `data/snapshot.json`.
///
/// One JSON object: a header of one line a member, then a section for each kind of entity with one line an entity, keyed by id and in the order of
/// ids, so that a difference in git is the difference in the data and the lines can be read on all cores. Keys are in alphabetical order, what is
/// null is left out: equal snapshots are equal bytes.
public struct Snapshot: Sendable, Equatable {
    /// The version of the form that this program writes, and the only one that it reads.
    ///
    /// It moves when a program of an earlier version would misread a file, not when a line has a member more: a reader passes over members that it
    /// does not know. The flights of craft came that way. A catalogue without them gives the same bytes as before.
    public static let formatVersion = 1

    /// The root of the API that the records come from.
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

    public init(_ reading: Reading) {
        self.init(source: reading.source, mode: reading.mode, dataDate: reading.asOf, catalogue: reading.catalogue)
    }
}
