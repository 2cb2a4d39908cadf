import Catalogue
import Support

/// The file `data/history.jsonl`: one JSON object per line, the oldest first. Hangar only ever adds lines.
public struct HistoryLog: Sendable, Equatable {
    public var entries: [DatedChange]

    public init(_ entries: [DatedChange] = []) {
        self.entries = entries
    }

    /// Reads the file. A damaged line is reported and skipped, because the rest of the history is still useful.
    ///
    /// - Parameter path: the name of the file in messages.
    public static func decode(_ bytes: [UInt8], path: String) -> (log: HistoryLog, warnings: [Fault]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let pieces = stride(from: 0, to: lines.count, by: linesInPiece).map { $0..<min($0 + linesInPiece, lines.count) }
        let decoded = Concurrently.array(count: pieces.count, pieceSize: 1) { decode(pieces[$0], of: lines, in: bytes, path: path) }
        return (HistoryLog(decoded.flatMap(\.log.entries)), decoded.flatMap(\.warnings))
    }

    /// This is small enough to keep all cores busy to the end. It is large enough to make the cost of distribution negligible.
    private static let linesInPiece = 2_000

    private static func decode(
        _ piece: Range<Int>, of lines: [ArraySlice<UInt8>], in bytes: [UInt8], path: String
    ) -> (log: HistoryLog, warnings: [Fault]) {
        let problems = ProblemLog(source: path, remedy: "The line is passed over; restore it or delete it")
        var entries: [DatedChange] = []
        for (index, line) in zip(piece, lines[piece]) where line.contains(where: { $0 > UInt8(ascii: " ") }) {
            let number = index + 1
            problems.enter(nil, line: number, named: "")
            do throws(InvalidJSON) {
                let document = try JSONDocument(bytes, in: line.startIndex..<line.endIndex)
                problems.enter(document.root, line: number, named: "")
                let before = problems.problems.count
                if let fields = RecordFields(document.root, log: problems), let entry = DatedChange(reading: fields),
                    problems.problems.count == before
                {
                    entries.append(entry)
                }
            } catch {
                problems.report("broken JSON at column \(error.offset - line.startIndex + 1): \(error.what)")
            }
        }
        return (HistoryLog(entries), problems.problems)
    }

    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        for entry in entries {
            writer.object { entry.write(to: &$0) }
            writer.raw("\n")
        }
        return writer.bytes
    }

    /// A history file with the entries of this log added at its end. The existing bytes stay as they are. A line end is added if an
    /// interrupted run left it out.
    public func appended(to file: [UInt8]) -> [UInt8] {
        guard !entries.isEmpty else { return file }
        let needsLineEnd = file.last.map { $0 != UInt8(ascii: "\n") } ?? false
        return file + (needsLineEnd ? [UInt8(ascii: "\n")] : []) + encoded()
    }
}

extension DatedChange {
    private enum EventName: String, CaseIterable {
        case appeared, changed, removed = "went"
    }

    fileprivate func write(to object: inout JSONWriter) {
        object.member("date") { writer in
            if let date { writer.string(date.rfc3339) } else { writer.null() }
        }
        object.member("event", eventName.rawValue)
        object.member("kind", change.entity.kind.rawValue)
        object.member("id", change.entity.number)
        object.member("name", change.name)
        guard case .changed(let fields) = change.event else { return }
        object.member("changes") {
            $0.list(fields) { writer, field in
                writer.object {
                    $0.member("field", field.field)
                    $0.member("from") { writer in field.from.map { writer.string($0) } ?? writer.null() }
                    $0.member("to") { writer in field.to.map { writer.string($0) } ?? writer.null() }
                }
            }
        }
    }

    private var eventName: EventName {
        switch change.event {
        case .appeared: .appeared
        case .changed: .changed
        case .removed: .removed
        }
    }

    fileprivate init?(reading fields: RecordFields) {
        let date = fields.optionalTimestamp("date")
        let name = fields.text("name")
        let id = fields.id()
        let kind = fields.oneOf("kind", EntityKind.self)
        let event = fields.oneOf("event", EventName.self)
        let changes = fields.objects("changes").compactMap(FieldChange.init(reading:))
        guard let name, let id, let kind, let event else { return nil }
        let read: Change.Event =
            switch event {
            case .appeared: .appeared
            case .changed: .changed(changes)
            case .removed: .removed
            }
        self.init(date: date, change: Change(EntityKey(kind, id), name: name, event: read))
    }
}

extension FieldChange {
    fileprivate init?(reading fields: RecordFields) {
        guard let field = fields.text("field") else { return nil }
        self.init(field: field, from: fields.optionalLines("from"), to: fields.optionalLines("to"))
    }
}
