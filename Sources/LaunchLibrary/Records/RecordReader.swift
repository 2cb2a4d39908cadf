import Catalogue
import Support

/// Turns the API's records into entities by their field tables. It passes each entity that a record mentions to the builder.
///
/// What identifies a record is read strictly, everything else with tolerance: a value that is missing or not as declared counts as not
/// recorded and becomes a ``RecordFault``. A record or a part that is not identified is not used.
struct RecordReader: EntityVisitor {
    private(set) var builder = CatalogueBuilder()
    /// The number of occurrences of each top-level record, by kind and id.
    private(set) var seen: [EntityKey: Int] = [:]
    /// The newest of the time stamps in the names of picture files.
    private(set) var newestUpload: Timestamp?
    /// Whether every craft came in the detailed form. It is nil when there was no craft.
    private(set) var allDetailed: Bool?
    private(set) var faults: [RecordFault] = []
    private(set) var unusable: [UnusableRecord] = []
    /// The entities of the earlier snapshot to which records refer that do not give them.
    private(set) var completions: [EntityKey] = []
    /// The snapshot of the last fetch, from which the catalogue is completed.
    let earlier: Snapshot?
    /// The top-level records that were read without a fault, except the craft.
    private var faultless: Set<EntityKey> = []
    /// The text of each mentioned entity that was read without a fault, as it was read last.
    private var mentions: [EntityKey: [UInt8]] = [:]

    /// A top-level record that is not in the catalogue.
    struct UnusableRecord {
        /// Nil when nothing shows it.
        let kind: EntityKind?
        /// Nil when the record gives none.
        let id: Int?
        let name: String?
    }

    init(earlier: Snapshot? = nil) {
        self.earlier = earlier
    }

    /// Whether any record gives the entity without a fault.
    func isFaultlessSomewhere(_ key: EntityKey) -> Bool { mentions[key] != nil || faultless.contains(key) }

    /// Reads one record of a page or list.
    ///
    /// - Parameter expected: the kind of the list. Without it, the record itself must show its kind.
    /// - Returns: the record's kind and id; nil when it cannot be used.
    @discardableResult
    mutating func read(
        _ record: JSONValue, of expected: EntityKind? = nil, at path: @autoclosure @escaping () -> String, log: ProblemLog
    ) -> EntityKey? {
        let id = FieldTypes.id(of: record)
        let kind = EntityKind(of: record, in: expected)
        log.enter(record, expected ?? kind, id: id, named: record["id"]?.int.map { "record \($0)" } ?? path())
        let key = read(record, kind, expected, log)
        if !log.faults.isEmpty { faults += log.takeFaults() }
        if key == nil { unusable.append(UnusableRecord(kind: expected ?? kind, id: id, name: record["name"]?.string)) }
        return key
    }

    private mutating func read(_ record: JSONValue, _ kind: EntityKind?, _ expected: EntityKind?, _ log: ProblemLog) -> EntityKey? {
        guard record.kind == .object else {
            log.report("expected an object, found \(record.found)", at: record)
            return nil
        }
        guard let kind else {
            log.report(EntityKind.unknownMessage(for: record), at: record)
            return nil
        }
        if let expected, kind != expected {
            log.report("expected one of \(expected.plural), found one of \(kind.plural)")
            return nil
        }
        guard let id = kind.visit(with: &self, (record, log)) else { return nil }
        let key = EntityKey(kind, id)
        seen[key, default: 0] += 1
        // No record mentions a craft, so each craft is read once.
        if kind != .spacecraft, log.faults.isEmpty { faultless.insert(key) }
        if kind == .spacecraft {
            // The API's next version may drop the mode. Then the flights show the form.
            let isDetailed = record["response_mode"].map { $0.string == ResponseMode.detailed.rawValue } ?? (record["flights"] != nil)
            allDetailed = (allDetailed ?? true) && isDetailed
        }
        return key
    }

    /// Reads an entity and all entities that it mentions.
    ///
    /// - Returns: the entity's id; nil when it cannot be used.
    mutating func visit<E: Entity>(_: E.Type, _ input: (value: JSONValue, log: ProblemLog)) -> Int? {
        let faults = input.log.faults.count
        let entity: E? = object(input.value, input.log)
        let isFaulty = input.log.faults.count > faults
        if isFaulty {
            input.log.assign(from: faults, to: E.kind, id: FieldTypes.id(of: input.value), at: input.value)
        }
        guard let entity else { return nil }
        builder.add(entity, isFaulty: isFaulty)
        return entity.id.number
    }

    /// Reads an entity inside a record. Hundreds of craft repeat the same configuration, so a text that was read before is not read again.
    ///
    /// - Returns: the entity's id; nil when it cannot be used.
    private mutating func mention(of kind: EntityKind, _ value: JSONValue, _ log: ProblemLog) -> Int? {
        guard let id = value["id"]?.int else { return kind.visit(with: &self, (value, log)) }
        let key = EntityKey(kind, id)
        let text = value.text
        if let known = mentions[key], known[...] == text { return id }
        let faults = log.faults.count
        let read = kind.visit(with: &self, (value, log))
        // Each occurrence of a faulty text is reported.
        if read != nil, log.faults.count == faults { mentions[key] = Array(text) }
        return read
    }

    private mutating func object<R: Record>(_ value: JSONValue, _ log: ProblemLog) -> R? {
        let schema = R.schema
        return ObjectMembers.with(value, named: schema.recordNames, log) { members in
            var record = R.blank
            return withUnsafeMutablePointer(to: &record) { fill($0, schema, members, log) } ? record : nil
        }
    }

    /// - Returns: whether the record has all essential fields.
    private mutating func fill<R: Record>(
        _ record: UnsafeMutablePointer<R>, _ schema: Schema<R>, _ members: ObjectMembers, _ log: ProblemLog
    ) -> Bool {
        fill(record, schema, members, log) { Self.form(of: record.pointee, in: $0) }
    }

    /// - Parameter known: the record's form in an earlier catalogue.
    private mutating func fill<R: Record>(
        _ record: UnsafeMutablePointer<R>, _ schema: Schema<R>, _ members: ObjectMembers, _ log: ProblemLog, known: (Catalogue) -> R?
    ) -> Bool {
        var isWhole = true
        for (position, field) in schema.fields.enumerated() {
            guard let value = members.value(at: position) else {
                if case .part(let part) = field.content, part.isFlat {
                    flatPart(part, members.part(from: schema.partStarts[position]), into: record, log, known: known)
                } else if field.presence == .required || field.presence == .essential {
                    let isEssential = field.presence == .essential
                    log.report(missing: field.name, in: members.object, expected: field.typeInLine, isEssential: isEssential)
                    if !completeReported(record, field, log, known), isEssential { isWhole = false }
                } else if field.presence == .mayBeAbsent {
                    _ = complete(record, field, known)
                }
                continue
            }
            if value.isNull || (value.isEmptyText && !field.takesEmptyText) {
                guard field.presence != .mayBeNull else { continue }
                let isEssential = field.presence == .essential
                log.report(blank: value, isEssential: isEssential)
                if !completeReported(record, field, log, known), isEssential { isWhole = false }
                continue
            }
            let isRead = read(field, value, into: record, log)
            if !isRead, field.presence != .mayBeNull, !completeReported(record, field, log, known), field.presence == .essential {
                isWhole = false
            }
        }
        return isWhole
    }

    /// Takes the value of the last fetch for a field of which nothing can be said without it: the configuration of a craft, and whether
    /// something is so. Otherwise a craft in space would come down by a null.
    ///
    /// - Returns: whether the record now has the field.
    private mutating func complete<R: Record>(
        _ record: UnsafeMutablePointer<R>, _ field: Field<R>, _ known: (Catalogue) -> R?
    ) -> Bool {
        guard let earlier, let known = known(earlier.catalogue) else { return false }
        switch field.content {
        case .reference(let property, to: .configuration, _):
            guard let id = property.value(of: known) else { return false }
            property.set(id, in: record)
            completions.append(EntityKey(.configuration, id))
        case .flag(let property):
            guard let flag = property.value(of: known) else { return false }
            property.set(flag, in: record)
        default: return false
        }
        return true
    }

    /// The same for a field whose fault was just reported.
    private mutating func completeReported<R: Record>(
        _ record: UnsafeMutablePointer<R>, _ field: Field<R>, _ log: ProblemLog, _ known: (Catalogue) -> R?
    ) -> Bool {
        guard complete(record, field, known) else { return false }
        log.completeLast()
        return true
    }

    private static func form<R: Record>(of record: R, in catalogue: Catalogue) -> R? {
        func form<E: Entity>(of entity: E) -> Any? { catalogue[E.self][id: entity.id] }
        return (record as? any Entity).flatMap { form(of: $0) as? R }
    }

    private mutating func read<R: Record>(
        _ field: Field<R>, _ value: JSONValue, into record: UnsafeMutablePointer<R>, _ log: ProblemLog
    ) -> Bool {
        switch field.content {
        case .reference(let property, let kind, _):
            guard value.kind == .object else {
                FieldTypes.object.report(value, log, isEssential: field.presence == .essential)
                return false
            }
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
            guard let url = FieldTypes.pictureURL.read(value) else {
                FieldTypes.pictureURL.report(value, log, isEssential: field.presence == .essential)
                return false
            }
            property.set(pictureURL(url), in: record)
        case .group(let fields):
            return ObjectMembers.with(value, named: fields.recordNames, log) { fill(record, fields, $0, log) } ?? false
        case .part(let part): return self.part(part, value, into: record, log)
        case .parts(let parts): return list(parts, value, into: record, log)
        default: return field.readValue(value, into: record, log, isFromSource: true)
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
        _ field: P, _ members: ObjectMembers, into owner: UnsafeMutablePointer<P.Owner>, _ log: ProblemLog,
        known: (Catalogue) -> P.Owner?
    ) {
        guard field.distinctiveFields.isEmpty || field.distinctiveFields.contains(where: members.has) else { return }
        var part = P.Part.blank
        _ = withUnsafeMutablePointer(to: &part) {
            fill($0, P.Part.schema, members, log) { known($0).flatMap { field.property.value(of: $0) } }
        }
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

extension Field {
    /// Whether a text without a character is a value of the field.
    fileprivate var takesEmptyText: Bool {
        switch content {
        case .text: true
        case .pictureURL: presence != .essential
        default: false
        }
    }
}
