import Catalogue
import Support

/// A catalogue from the API or from saved copies, with warnings and notes for the operator.
public struct SourceCatalogue: Sendable, Equatable {
    public let catalogue: Catalogue
    /// The contradictions in the source, and how they were resolved.
    public let warnings: [CatalogueWarning]
    public let notes: [SourceNote]
    /// The values that are not as the API declares them. They count as not recorded.
    public let faults: [RecordFault]
    /// The records that could not be used.
    public let unusable: [UnusableRecords]
    /// The values among the faults that the source gives but that cannot be.
    public let unusableValues: [UnusableValue]
    public let asOf: DataDate
    /// The root of the API from which the records come: `https://ll.thespacedevs.com/2.3.0/`.
    public let source: String
    public let mode: SpacecraftQuery.Mode

    public init(
        catalogue: Catalogue, warnings: [CatalogueWarning] = [], notes: [SourceNote] = [], faults: [RecordFault] = [],
        unusable: [UnusableRecords] = [], unusableValues: [UnusableValue] = [], asOf: DataDate, source: String, mode: SpacecraftQuery.Mode
    ) {
        self.catalogue = catalogue
        self.warnings = warnings
        self.notes = notes
        self.faults = faults
        self.unusable = unusable
        self.unusableValues = unusableValues
        self.asOf = asOf
        self.source = source
        self.mode = mode
    }
}

/// A fact that is worth a line to the operator but is not a fault.
public enum SourceNote: Sendable, Hashable, CustomStringConvertible {
    /// The same records occurred more than once. They count once.
    case repeats(kind: String, count: Int)
    /// Some craft are not yet built or named.
    case placeholders(count: Int)
    /// The copies hold fewer craft than the source's count.
    case partial(held: Int, of: Int)

    public var description: String {
        switch self {
        case .repeats(let kind, let count): "\(count) repeated \(kind) dropped"
        case .placeholders(let count): "\(count) of the spacecraft \(count == 1 ? "is a placeholder" : "are placeholders")"
        case .partial(let held, let count): "\(held) of the source's \(count) spacecraft"
        }
    }
}

extension RecordReader {
    /// The catalogue of all records. Entities whose records cannot be used keep the form of the earlier snapshot.
    ///
    /// - Parameters:
    ///   - place: the address of the API, or the saved copies, for messages.
    ///   - remedy: what to do when the API has changed.
    ///   - largestCount: the number of craft in the source's own count.
    /// - Throws: ``DataProblems`` when the records show that the API has changed.
    func finish(
        place: String, remedy: String, asOf: DataDate, source: String, mode: SpacecraftQuery.Mode?, largestCount: Int?
    ) throws(DataProblems) -> SourceCatalogue {
        let unusable = unusableByKind
        try refuseChangedAPI(unusable, place: place, remedy: remedy)
        var builder = builder
        if let earlier {
            builder.restore(
                unusable.flatMap(\.setAside).map(\.entity), targets: completions,
                from: earlier.catalogue)
        }
        let catalogue: Catalogue
        let warnings: [CatalogueWarning]
        do {
            (catalogue, warnings) = try builder.finish()
        } catch {
            let remedy = "This is a fault of Hangar: a record always brings along what it mentions. Please report it"
            throw DataProblems(error.descriptions.map { Fault(place: source, what: $0, remedy: remedy) })
        }
        var notes: [SourceNote] = []
        for kind in EntityKind.recordKinds {
            let count = seen.reduce(0) { $0 + ($1.key.kind == kind ? $1.value - 1 : 0) }
            if count > 0 { notes.append(.repeats(kind: kind.plural, count: count)) }
        }
        let placeholders = catalogue.spacecraft.count { $0.isPlaceholder == true }
        if placeholders > 0 { notes.append(.placeholders(count: placeholders)) }
        if let largestCount, catalogue.spacecraft.count < largestCount {
            notes.append(.partial(held: catalogue.spacecraft.count, of: largestCount))
        }
        return SourceCatalogue(
            catalogue: catalogue, warnings: warnings, notes: notes, faults: faults, unusable: unusable,
            unusableValues: unusableValues(without: unusable.flatMap(\.setAside)), asOf: asOf, source: source,
            mode: mode ?? (allDetailed == true ? .detailed : .normal))
    }
}

extension CatalogueError {
    /// One sentence per missing entity.
    var descriptions: [String] {
        description.split(separator: "\n").map(String.init)
    }
}
