import Catalogue
import Support

/// The hashes of all records: of the whole record as only its own page shows it, and of the part that pages of other entities
/// show too. See ``Catalogue/EntityKind/isShownElsewhere(_:)``.
struct RecordHashes: EntityVisitor {
    private struct Hashes {
        /// The ids, ascending.
        let numbers: [Int]
        let whole: [InputHash]
        let shownElsewhere: [InputHash]

        /// The place of an id. Nil when there is no such record.
        func place(of number: Int) -> Int? {
            let place = numbers.partitioningIndex { $0 >= number }
            return place < numbers.count && numbers[place] == number ? place : nil
        }
    }

    private var hashes: [EntityKind: Hashes] = [:]
    private let context: Context

    /// What is known of an entity beside its record.
    private struct Context: Sendable {
        let history: HistoryIndex
        let marks: ChangeMarks
        let repeatedNames: RepeatedNames
        let setAside: [EntityKey: SetAsideRecord]
        let unusableValues: [EntityKey: [UnusableValue]]

        func add<E: Entity>(_ id: RecordID<E>, to hash: inout InputHash) {
            let key = EntityKey(id)
            hash.add(marks.mark(of: key)?.rawValue)
            if marks.mark(of: key) != nil { hash.add(marks.date) }
            hash.add(repeatedNames.contains(id))
            let dates = history.dates(of: key)
            for date in [dates?.first, dates?.appeared, dates?.last, dates?.shownElsewhere] { hash.add(date) }
            if let record = setAside[key] {
                hash.add(true)
                hash.add(record.asOf)
            }
            for value in unusableValues[key] ?? [] {
                hash.add(value.field)
                hash.add(value.value)
            }
        }
    }

    init(_ model: SiteModel) {
        context = Context(
            history: model.history, marks: model.marks, repeatedNames: model.repeatedNames, setAside: model.setAside,
            unusableValues: model.unusableValues)
        // The source's own records: what pages show instead of a value that cannot be follows from it.
        for kind in EntityKind.allCases { kind.visit(with: &self, model.input.catalogue) }
    }

    mutating func visit<E: Entity>(_ type: E.Type, _ catalogue: Catalogue) {
        let table = catalogue[type]
        let (schema, context) = (E.schema, context)
        let shared = schema.fields.indices.filter { E.kind.isShownElsewhere("\(schema.fields[$0].name)") }
        let hashes = Concurrently.array(
            count: table.count, pieceSize: 500,
            pieces: { range in
                var (bytes, ends, sharedBytes): ([UInt8], [Int], [UInt8]) = ([], [], [])
                var hashes: [(number: Int, whole: InputHash, shownElsewhere: InputHash)] = []
                hashes.reserveCapacity(range.count)
                table.forEachRow(in: range) { record in
                    bytes.removeAll(keepingCapacity: true)
                    ends.removeAll(keepingCapacity: true)
                    sharedBytes.removeAll(keepingCapacity: true)
                    schema.appendContent(of: record, to: &bytes, ends: &ends)
                    for field in shared { sharedBytes += bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]] }
                    var whole = InputHash(bytes)
                    let shownElsewhere = InputHash(sharedBytes)
                    context.add(record.pointee.id, to: &whole)
                    hashes.append((record.pointee.id.number, whole, shownElsewhere))
                }
                return hashes
            })
        self.hashes[E.kind] = Hashes(
            numbers: hashes.map(\.number), whole: hashes.map(\.whole), shownElsewhere: hashes.map(\.shownElsewhere))
    }

    func whole(_ entity: EntityKey) -> InputHash {
        let hashes = hashes[entity.kind]
        return hashes?.place(of: entity.number).flatMap { hashes?.whole[$0] } ?? InputHash()
    }

    func shownElsewhere(_ entity: EntityKey) -> InputHash {
        let hashes = hashes[entity.kind]
        return hashes?.place(of: entity.number).flatMap { hashes?.shownElsewhere[$0] } ?? InputHash()
    }

    /// All records of a kind, by their ids.
    func all(of kind: EntityKind) -> InputHash {
        var hash = InputHash()
        guard let hashes = hashes[kind] else { return hash }
        for (number, record) in zip(hashes.numbers, hashes.whole) {
            hash.add(number)
            hash.add(record)
        }
        return hash
    }
}

extension RecordHashes {
    /// What is said of an entity where another one refers to it. A picture is there with its copy. (Its licence is one of the few records that
    /// all pages share.)
    func mentioned(_ entity: EntityKey, _ model: SiteModel) -> InputHash {
        var hash = shownElsewhere(entity)
        guard let image = entity.id(of: Image.self), let copy = model.input.pictures[image] else { return hash }
        // The names of files say what each is for.
        for file in copy.files {
            hash.add(file.path)
            hash.add(file.width)
            hash.add(file.height)
        }
        return hash
    }
}
