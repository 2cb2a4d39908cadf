import Catalogue
import Support

extension Snapshot {
    /// Reads a snapshot file. All cores decode the entities. A file that another program has laid out anew is first put on lines again.
    ///
    /// - Parameter path: the name of the file in messages.
    /// - Throws: ``DataProblems`` that names every damaged line, or says that the file is not a snapshot or has a newer format.
    public init(decoding bytes: [UInt8], path: String) throws(DataProblems) {
        var (bytes, path) = (bytes, path)
        var layout = SnapshotLayout(bytes, path: path)
        var header = SnapshotHeader(layout.header, path: path)
        if !header.hasVersion, let lines = SnapshotReflow.lines(of: bytes) {
            (bytes, path) = (lines, path + ", laid out on lines")
            layout = SnapshotLayout(bytes, path: path)
            header = SnapshotHeader(layout.header, path: path)
        }
        if let refusal = header.refusal { throw DataProblems([refusal]) }
        var decoder = SnapshotDecoder(bytes: bytes, path: path, problems: layout.problems + header.problems)
        for kind in EntityKind.allCases { kind.visit(with: &decoder, layout.sections[kind] ?? []) }
        let problems = decoder.problems
        guard problems.isEmpty, let source = header.source, let mode = header.mode else { throw DataProblems(problems) }
        do {
            self.init(
                source: source, mode: mode, dataDate: header.dataDate, catalogue: try Catalogue(decoder.contents),
                setAside: header.setAside,
                unusableValues: header.unusableValues)
        } catch {
            throw DataProblems(error.descriptions.map { Fault(place: path, what: $0, remedy: SnapshotLayout.remedy) })
        }
    }
}

/// The lines before the sections.
private struct SnapshotHeader {
    let source: String?
    let mode: SpacecraftQuery.Mode?
    let dataDate: DataDate
    let setAside: [SetAsideRecord]
    let unusableValues: [UnusableValue]
    let problems: [Fault]
    /// Set when the file is not a snapshot, or one that this program cannot read. Other problems of the file are not reported then.
    let refusal: Fault?
    /// Whether the first lines are those of a snapshot.
    let hasVersion: Bool

    init(_ header: [String: JSONValue], path: String) {
        var problems: [Fault] = []
        func problem(_ field: String, _ expected: String) {
            let found = header[field].map { "expected \(expected), found \($0.found)" } ?? "expected \(expected), but the field is missing"
            problems.append(.init(place: "\(path): \(field)", what: found, remedy: SnapshotLayout.remedy))
        }
        func time(_ field: String) -> Timestamp? {
            guard let value = header[field] else { return nil }
            let time = value.string.flatMap { Timestamp(rfc3339: $0) }
            if time == nil { problem(field, "a time such as 2026-03-01T04:05:06Z") }
            return time
        }
        source = header["source"]?.string
        if source == nil { problem("source", "text") }
        mode = header["mode"]?.string.flatMap(SpacecraftQuery.Mode.init(rawValue:))
        if mode == nil { problem("mode", "normal or detailed") }
        let fetched = time("fetched_at")
        let notBefore = time("not_before")
        dataDate = fetched.map(DataDate.fetched) ?? notBefore.map(DataDate.notBefore) ?? .unknown
        func subject(of record: JSONValue, in field: String) -> (kind: EntityKind, id: Int)? {
            guard let id = FieldTypes.id(of: record), let kind = record["kind"]?.string.flatMap(EntityKind.init(rawValue:)) else {
                problem(field, "a list of records with kind and id")
                return nil
            }
            return (kind, id)
        }
        setAside = (header["set_aside"]?.elements ?? []).compactMap { record in
            subject(of: record, in: "set_aside").map { kind, id in
                SetAsideRecord(EntityKey(kind, id), asOf: record["as_of"]?.string.flatMap { Timestamp(rfc3339: $0) })
            }
        }
        unusableValues = (header["unusable_values"]?.elements ?? []).compactMap { value in
            subject(of: value, in: "unusable_values").map { kind, id in
                UnusableValue(of: EntityKey(kind, id), field: value["field"]?.string ?? "", value: value["value"]?.string ?? "")
            }
        }
        self.problems = problems
        hasVersion = header["format_version"] != nil
        guard let version = header["format_version"]?.int else {
            refusal = Fault(
                place: path, what: "this is not a snapshot of Hangar: it has no format_version", remedy: SnapshotLayout.remedy)
            return
        }
        refusal =
            version == Snapshot.formatVersion
            ? nil
            : Fault(
                place: path,
                what: "the snapshot has the format \(version); this program reads the format \(Snapshot.formatVersion)",
                remedy: "Use the version of Hangar that wrote it, or make it anew with 'hangar fetch'")
    }
}

/// Decodes the entities of a section in pieces, in parallel.
private struct SnapshotDecoder: EntityVisitor {
    let bytes: [UInt8]
    let path: String
    private(set) var problems: [Fault]
    private(set) var contents = CatalogueContents()

    init(bytes: [UInt8], path: String, problems: [Fault]) {
        self.bytes = bytes
        self.path = path
        self.problems = problems
    }

    /// This is small enough to keep all cores busy to the end. It is large enough to make the cost of distribution negligible.
    private static let linesInPiece = 2_000

    mutating func visit<E: Entity>(_ type: E.Type, _ lines: [SnapshotLayout.EntityLine]) {
        let pieces = stride(from: 0, to: lines.count, by: Self.linesInPiece).map { lines[$0..<min($0 + Self.linesInPiece, lines.count)] }
        let decoded: [(entities: [E], problems: [Fault])] = Concurrently.array(count: pieces.count, pieceSize: 1) { [self] in
            decode(piece: pieces[$0])
        }
        var entities: [E] = []
        entities.reserveCapacity(lines.count)
        for piece in decoded {
            entities += piece.entities
            problems += piece.problems
        }
        problems += repeats(in: lines, of: E.kind)
        contents[type] = entities
    }

    private func decode<E: Entity>(piece lines: ArraySlice<SnapshotLayout.EntityLine>) -> (entities: [E], problems: [Fault]) {
        let log = ProblemLog(source: path, remedy: SnapshotLayout.remedy)
        let schema = E.schema
        var entities: [E] = []
        entities.reserveCapacity(lines.count)
        for line in lines {
            do throws(InvalidJSON) {
                let document = try JSONDocument(bytes, in: line.object)
                log.enter(document.root, line: line.number, named: "\(E.kind.rawValue) \(line.id)")
                var entity = E.blank
                entity.id = RecordID(line.id)
                if SnapshotLine.read(document.root, into: &entity, schema, log) { entities.append(entity) }
            } catch {
                log.enter(nil, line: line.number, named: "\(E.kind.rawValue) \(line.id)")
                log.report("broken JSON at column \(TextPosition(of: error.offset, in: bytes).column): \(error.what)")
            }
        }
        return (entities, log.problems)
    }

    private func repeats(in lines: [SnapshotLayout.EntityLine], of kind: EntityKind) -> [Fault] {
        if zip(lines, lines.dropFirst()).allSatisfy({ $0.id < $1.id }) { return [] }
        var first: [Int: Int] = [:]
        return lines.compactMap { line in
            guard let earlier = first.updateValue(line.number, forKey: line.id) else { return nil }
            return Fault(
                place: "\(path):\(line.number): \(kind.rawValue) \(line.id)", what: "stands on line \(earlier) already",
                remedy: SnapshotLayout.remedy)
        }
    }
}

/// The places of the parts of a snapshot file. They are found by lines alone, so that the entities can be decoded in parallel.
private struct SnapshotLayout {
    struct EntityLine: Sendable {
        let number: Int
        let id: Int
        /// The range of the entity's object in the file.
        let object: Range<Int>
    }

    private enum Section {
        case of(EntityKind)
        /// The lines of the section are skipped. The section itself is reported.
        case unknown
    }

    private(set) var header: [String: JSONValue] = [:]
    private(set) var sections: [EntityKind: [EntityLine]] = [:]
    private(set) var problems: [Fault] = []

    private let path: String
    private let bytes: [UInt8]
    private var section: Section?
    /// The lines of the current section. They are added to `sections` together, because a look-up for each line takes as long as the line.
    private var lines: [EntityLine] = []
    private var isClosed = false

    static let remedy = "Restore the file, or make it anew with 'hangar fetch'"

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        var number = 0
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            number += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            // A checkout on another system may have changed the line ends.
            let textEnd = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
            readLine(number, start..<textEnd)
            start = end + 1
        }
        endSection()
        if !isClosed, problems.isEmpty { add("the file is cut off: its last line is not '}'", line: max(1, number)) }
    }

    private mutating func readLine(_ number: Int, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let text = bytes[range]
        if number == 1 {
            if !text.elementsEqual("{".utf8) { add("this is not a snapshot: its first line is not '{'", line: number) }
        } else if isClosed {
            add("text after the end of the snapshot", line: number)
        } else if text.first == UInt8(ascii: "}") {
            if section != nil { endSection() } else { isClosed = true }
        } else {
            switch section {
            case .of:
                if let line = entityLine(number, range) {
                    lines.append(line)
                } else {
                    add("this is not the line of an entity", line: number)
                }
            case .unknown: break
            case nil: readMember(number, range)
            }
        }
    }

    private mutating func endSection() {
        if case .of(let kind) = section { sections[kind, default: []] += lines }
        lines = []
        section = nil
    }

    /// Reads `"126":{…},`.
    private func entityLine(_ number: Int, _ range: Range<Int>) -> EntityLine? {
        guard bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
        var position = range.lowerBound + 1
        var id = 0
        while position < range.upperBound, case let digit = bytes[position], digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
            guard id <= FieldTypes.idRange.upperBound else { return nil }
            id = id * 10 + Int(digit - UInt8(ascii: "0"))
            position += 1
        }
        guard FieldTypes.idRange.contains(id), position + 2 < range.upperBound, bytes[position] == UInt8(ascii: "\""),
            bytes[position + 1] == UInt8(ascii: ":")
        else {
            return nil
        }
        return EntityLine(number: number, id: id, object: position + 2..<withoutComma(range))
    }

    /// Reads a line of the header, or the first line of a section.
    private mutating func readMember(_ number: Int, _ range: Range<Int>) {
        let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        let key = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self).filter { $0 != "\"" }
        let valueStart = min(colon + 1, range.upperBound)
        if bytes[valueStart..<range.upperBound].elementsEqual("{".utf8) {
            section = EntityKind(rawValue: key).map(Section.of) ?? .unknown
            if case .unknown = section { add("there is no section '\(key)' in a snapshot", line: number) }
            return
        }
        do {
            header[key] = try JSONDocument(bytes, in: valueStart..<max(valueStart, withoutComma(range))).root
        } catch {
            add("this is not a line of a snapshot's header", line: number)
        }
    }

    private func withoutComma(_ range: Range<Int>) -> Int {
        bytes[range].last == UInt8(ascii: ",") ? range.upperBound - 1 : range.upperBound
    }

    private mutating func add(_ what: String, line: Int) {
        problems.append(.init(place: "\(path):\(line)", what: what, remedy: Self.remedy))
    }
}
