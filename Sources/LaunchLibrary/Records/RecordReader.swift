import Catalogue
import Support

/// Turns the API's records into entities by their field tables. It passes each entity that a record mentions to the builder.
///
/// Problems go to the log of the current text. An entity with a problem is not passed on.
struct RecordReader: EntityVisitor {
    private(set) var builder = CatalogueBuilder()
    /// The number of occurrences of each top-level record, by kind and id.
    private(set) var seen: [EntityKey: Int] = [:]
    /// The newest of the time stamps in the names of picture files.
    private(set) var newestUpload: Timestamp?
    /// Whether every craft came in the detailed form. It is nil when there was no craft.
    private(set) var allDetailed: Bool?
    /// The text of each mentioned entity that was read without a problem, as it was read last.
    private var mentions: [EntityKey: [UInt8]] = [:]

    /// Reads one record of a page or list.
    ///
    /// - Returns: the record's kind and id; nil when it has a problem.
    @discardableResult
    mutating func read(_ record: JSONValue, at path: @autoclosure @escaping () -> String, log: ProblemLog) -> EntityKey? {
        log.enter(record, named: record["id"]?.int.map { "record \($0)" } ?? path())
        guard let fields = RecordFields(record, log: log) else { return nil }
        guard let kind = EntityKind(of: fields) else {
            log.report(EntityKind.unknownMessage(for: fields), at: record)
            return nil
        }
        guard let id = kind.visit(with: &self, (record, log)) else { return nil }
        let key = EntityKey(kind, id)
        seen[key, default: 0] += 1
        if kind == .spacecraft {
            let isDetailed = record["response_mode"]?.string == ResponseMode.detailed.rawValue
            allDetailed = (allDetailed ?? true) && isDetailed
        }
        return key
    }

    /// Reads an entity and all entities that it mentions.
    ///
    /// - Returns: the entity's id; nil when it has a problem.
    mutating func visit<E: Entity>(_: E.Type, _ input: (value: JSONValue, log: ProblemLog)) -> Int? {
        guard let entity: E = object(input.value, input.log) else { return nil }
        builder.add(entity)
        return entity.id.number
    }

    /// Reads an entity inside a record. Hundreds of craft repeat the same configuration, so a text that was read before is not read again.
    ///
    /// - Returns: the entity's id; nil when it has a problem.
    private mutating func mention(of kind: EntityKind, _ value: JSONValue, _ log: ProblemLog) -> Int? {
        guard let id = value["id"]?.int else { return kind.visit(with: &self, (value, log)) }
        let key = EntityKey(kind, id)
        let text = value.text
        if let known = mentions[key], known[...] == text { return id }
        let problems = log.problems.count
        let read = kind.visit(with: &self, (value, log))
        // Each occurrence of a faulty text is reported.
        if read != nil, log.problems.count == problems { mentions[key] = Array(text) }
        return read
    }

    private mutating func object<R: Record>(_ value: JSONValue, _ log: ProblemLog) -> R? {
        let schema = R.schema
        return ObjectMembers.with(value, named: schema.recordNames, log) { members in
            var record = R.blank
            return withUnsafeMutablePointer(to: &record) { fill($0, schema, members, log) } ? record : nil
        }
    }

    /// - Returns: whether the record has all required fields.
    private mutating func fill<R: Record>(
        _ record: UnsafeMutablePointer<R>, _ schema: Schema<R>, _ members: ObjectMembers, _ log: ProblemLog
    ) -> Bool {
        var isWhole = true
        for (position, field) in schema.fields.enumerated() {
            guard let value = members.value(at: position) else {
                if case .part(let part) = field.content, part.isFlat {
                    flatPart(part, members.part(from: schema.partStarts[position]), into: record, log)
                } else if field.presence == .required {
                    log.report("expected \(field.typeInRecord), but the field is missing", at: members.object, missing: field.name)
                    isWhole = false
                }
                continue
            }
            if field.presence == .mayBeNull, value.isNull { continue }
            let isRead = read(field, value, into: record, log)
            if !isRead, field.presence != .mayBeNull { isWhole = false }
        }
        return isWhole
    }

    private mutating func read<R: Record>(
        _ field: Field<R>, _ value: JSONValue, into record: UnsafeMutablePointer<R>, _ log: ProblemLog
    ) -> Bool {
        switch field.content {
        case .reference(let property, let kind, _):
            guard let id = mention(of: kind, value, log) else { return false }
            property.set(id, in: record)
        case .references(let property, let kind, _):
            guard let elements = FieldTypes.list.value(of: value, log) else { return false }
            var ids: [Int] = []
            for element in elements {
                if let id = mention(of: kind, element, log), !ids.contains(id) { ids.append(id) }
            }
            property.set(ids, in: record)
        case .pictureURL(let property):
            guard let url = FieldTypes.pictureURL.value(of: value, log) else { return false }
            property.set(pictureURL(url), in: record)
        case .group(let fields):
            return ObjectMembers.with(value, named: fields.recordNames, log) { fill(record, fields, $0, log) } ?? false
        case .part(let part): return self.part(part, value, into: record, log)
        case .parts(let parts): return list(parts, value, into: record, log)
        default: return field.readValue(value, into: record, log)
        }
        return true
    }

    /// Reads a part that is a separate object.
    private mutating func part<P: PartField>(
        _ field: P, _ value: JSONValue, into owner: UnsafeMutablePointer<P.Owner>, _ log: ProblemLog
    ) -> Bool {
        guard let part: P.Part = object(value, log) else { return false }
        field.property.set(part, in: owner)
        return true
    }

    /// A part whose fields are beside those of its owner. It is read when one of its distinctive fields is there.
    private mutating func flatPart<P: PartField>(
        _ field: P, _ members: ObjectMembers, into owner: UnsafeMutablePointer<P.Owner>, _ log: ProblemLog
    ) {
        guard field.distinctiveFields.isEmpty || field.distinctiveFields.contains(where: members.has) else { return }
        var part = P.Part.blank
        _ = withUnsafeMutablePointer(to: &part) { fill($0, P.Part.schema, members, log) }
        field.property.set(part, in: owner)
    }

    private mutating func list<P: PartListField>(
        _ field: P, _ value: JSONValue, into owner: UnsafeMutablePointer<P.Owner>, _ log: ProblemLog
    ) -> Bool {
        guard let elements = FieldTypes.list.value(of: value, log) else { return false }
        var parts: [P.Part] = []
        for element in elements {
            if let part: P.Part = object(element, log) { parts.append(part) }
        }
        field.property.set(field.arrange?(parts) ?? parts, in: owner)
        return true
    }

    /// The development host has the same files as the production host, but it is not for production use.
    private mutating func pictureURL(_ url: String) -> String {
        if let uploaded = UploadStamp.time(inFileName: url) { newestUpload = max(newestUpload ?? uploaded, uploaded) }
        let development = "https://thespacedevs-dev.nyc3."
        guard url.hasPrefix(development) else { return url }
        return "https://thespacedevs-prod.nyc3." + url.dropFirst(development.count)
    }
}

/// The kind of a record at the top of a page. The API does not give it, but the fields show it.
extension EntityKind {
    fileprivate init?(of fields: RecordFields) {
        for kind in Self.recordKinds where kind.distinctiveFields.contains(where: { fields.has($0) }) {
            self = kind
            return
        }
        // The list form of a family has only an id and a name, like a status or a type. But those have no form.
        guard fields.has("response_mode"), fields.has("id"), fields.has("name") else { return nil }
        self = .family
    }

    fileprivate static func unknownMessage(for fields: RecordFields) -> String {
        let keys = fields.value.keys
        let shown = keys.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (keys.count > 5 ? ", …" : "")
        let known = "expected one of spacecraft, configurations, families, agencies, images or licences"
        return keys.isEmpty ? "\(known), found an empty object" : "\(known), found a record with the fields \(shown)"
    }
}
