import Catalogue
import Support

/// Turns the API's records into entities, and hands each entity that a record mentions to the builder.
///
/// Whatever is wrong goes to the log of the text at hand; an entity with a problem is not handed on.
struct RecordReader {
    var builder = CatalogueBuilder()
    /// How often each top-level record was met, by kind and id.
    private(set) var seen: [RecordKey: Int] = [:]
    /// The time stamps in the names of picture files, newest.
    var newestUpload: Timestamp?
    /// Whether every craft came in the detailed form; nil when there was none.
    private(set) var allDetailed: Bool?

    struct RecordKey: Hashable {
        let kind: RecordKind
        let id: Int
    }

    /// Reads one record of a page or list.
    ///
    /// - Returns: its kind and id, nil when it has a problem.
    @discardableResult
    mutating func read(_ record: JSONValue, at path: @autoclosure @escaping () -> String, log: ProblemLog) -> RecordKey? {
        log.enter(record, named: record["id"]?.int.map { "record \($0)" } ?? path())
        guard let fields = RecordFields(record, log: log) else { return nil }
        guard let kind = RecordKind(of: fields) else {
            log.report(RecordKind.unknownMessage(for: fields), at: record)
            return nil
        }
        let id: Int? =
            switch kind {
            case .spacecraft: spacecraft(fields)
            case .configuration: configuration(fields)
            case .family: family(fields)
            case .agency: agency(fields)
            case .image: image(fields)
            case .licence: licence(fields)
            }
        guard let id else { return nil }
        let key = RecordKey(kind: kind, id: id)
        seen[key, default: 0] += 1
        if kind == .spacecraft {
            let isDetailed = fields.value["response_mode"]?.string == ResponseMode.detailed.rawValue
            allDetailed = (allDetailed ?? true) && isDetailed
        }
        return key
    }
}
