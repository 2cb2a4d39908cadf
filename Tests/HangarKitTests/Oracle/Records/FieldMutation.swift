@testable import Catalogue

/// What a field is to become.
enum Wish: Sendable {
    case anything
    /// Another value.
    case value
    /// Not recorded.
    case absence
}

/// A field of a kind of record, and how it gets another value. The fields are those of the schema, so that a field that is added later is
/// changed too.
struct FieldMutation<R: Record>: Sendable {
    /// The names of the parts that hold the field, and its own.
    let path: [String]
    /// Gives the field of the record another value. The result says what was done. It is nil when the record can have no other value there.
    let apply: @Sendable (inout R, Surroundings<R>, inout SplitMix64) -> String?
}

/// What a new value is chosen by.
struct Surroundings<R: Record>: Sendable {
    var wish = Wish.anything
    /// Other records of the kind. A value of theirs makes a twin.
    var peers: [R]
    /// The ids of all entities.
    var ids: [EntityKind: [Int]]

    func inside<Part: Record>(_ parts: (R) -> [Part]) -> Surroundings<Part> {
        Surroundings<Part>(wish: wish, peers: peers.flatMap(parts), ids: ids)
    }
}

extension Schema {
    /// One mutation for each field that the catalogue keeps. The id of an entity is not changed: another id is another entity.
    var mutations: [FieldMutation<R>] {
        fields.flatMap { field in if case .id = field.content { [FieldMutation<R>]() } else { field.mutations } }
    }

    var mutationsWithID: [FieldMutation<R>] { fields.flatMap(\.mutations) }
}

extension Field {
    fileprivate var mutations: [FieldMutation<R>] {
        switch content {
        case .apiOnly: []
        case .id(let property): [mutation(of: property) { old, _ in [(old ?? 0) + 1, (old ?? 0) + 1_000] }]
        case .text(let property), .name(let property, _): [mutation(of: property) { [hasLines] in Self.texts(besides: $0, $1, hasLines) }]
        case .pictureURL(let property):
            [mutation(of: property) { old, peers in ["https://pictures.example/other-\((old ?? "").utf8.count).jpg"] + peers }]
        case .flag(let property): [mutation(of: property) { _, _ in [true, false] }]
        case .wholeNumber(let property): [mutation(of: property) { old, peers in [(old ?? 2) + 1, (old ?? 0) + 700, 0] + peers }]
        case .decimal(let property): [mutation(of: property) { old, peers in [(old ?? 2) + 0.5, 1_234.25] + peers }]
        case .duration(let property):
            [
                mutation(of: property) { old, peers in
                    let seconds = old?.seconds ?? 86_400
                    return [seconds + 1, seconds + 3_600, seconds + 400_000, seconds / 2, 0].map { ISODuration(seconds: $0) } + peers
                }
            ]
        case .date(let property):
            [mutation(of: property) { _, peers in ["1961-04-12", "2031-12-31"].compactMap { CalendarDate(iso8601: $0) } + peers }]
        case .timestamp(let property):
            [
                mutation(of: property) { _, peers in
                    ["1969-07-20T20:17:40Z", "2032-01-01T00:00:00Z"].compactMap { Timestamp(rfc3339: $0) } + peers
                }
            ]
        case .reference(let property, let kind, _): [mutation(of: property, isReferenceTo: kind)]
        case .references(let property, let kind, _): [mutation(of: property, to: kind)]
        case .group(let schema): schema.mutationsWithID.map { within($0) }
        case .part(let part): mutations(of: part)
        case .parts(let parts): mutations(of: parts)
        }
    }

    private func within(_ inner: FieldMutation<R>) -> FieldMutation<R> {
        FieldMutation(path: ["\(name)"] + inner.path, apply: inner.apply)
    }

    private func mutation<Value: Equatable & Sendable>(
        of property: StoredProperty<R, Value>, _ others: @escaping @Sendable (Value?, [Value]) -> [Value]
    ) -> FieldMutation<R> {
        FieldMutation(path: ["\(name)"]) { [isOptional, range] record, surroundings, chance in
            let old = property.value(of: record)
            var values: [Value?] = []
            if surroundings.wish != .absence {
                let peers = surroundings.peers.prefix(8).compactMap { property.value(of: $0) }
                values = others(old, peers).filter { $0 != old && range?.allows($0) != false }
            }
            if surroundings.wish != .value, isOptional, old != nil { values.append(nil) }
            guard let new = chance.pick(values) else { return nil }
            property.put(new, in: &record)
            return "\(words(old)) → \(words(new))"
        }
    }

    private func mutation(of property: StoredProperty<R, Int>, isReferenceTo kind: EntityKind) -> FieldMutation<R> {
        FieldMutation(path: ["\(name)"]) { record, surroundings, chance in
            let old = property.value(of: record)
            var ids: [Int?] = surroundings.wish == .absence ? [] : (surroundings.ids[kind] ?? []).filter { $0 != old }
            if surroundings.wish != .value, property.isOptional, old != nil { ids.append(nil) }
            guard let new = chance.pick(ids) else { return nil }
            property.put(new, in: &record)
            return "\(words(old)) → \(words(new))"
        }
    }

    private func mutation(of property: IDListProperty<R>, to kind: EntityKind) -> FieldMutation<R> {
        FieldMutation(path: ["\(name)"]) { record, surroundings, chance in
            let old = property.value(of: record)
            let added = (surroundings.ids[kind] ?? []).filter { !old.contains($0) }.map { old + [$0] }
            let lists = (surroundings.wish == .absence ? [[], Array(old.dropFirst())] : added + [old.reversed()]).filter { $0 != old }
            guard let new = chance.pick(lists) else { return nil }
            withUnsafeMutablePointer(to: &record) { property.set(new, in: $0) }
            return "\(old) → \(new)"
        }
    }

    /// Texts that are longer, that order otherwise, that another record has, that have signs of markup, and none.
    private static func texts(besides old: String?, _ peers: [String], _ hasLines: Bool) -> [String] {
        let old = old ?? ""
        return [old + " bis", "Aa " + old, "zz " + old, "a <b> & \"q\" 'r' {{x}}", "Ёлка 神舟 " + old] + peers
            + (hasLines ? ["First.\n\nSecond <i>with</i> more.", old + "\n\nAnd more."] : [])
    }
}

extension StoredProperty {
    /// Sets the property, to nil too.
    func put(_ value: Value?, in record: inout R) {
        withUnsafeMutablePointer(to: &record) { record in
            if let value { return set(value, in: record) }
            (UnsafeMutableRawPointer(record) + offset).assumingMemoryBound(to: Value?.self).pointee = nil
        }
    }
}

extension ValueRange {
    fileprivate func allows<Value>(_ value: Value) -> Bool {
        switch value {
        case let number as Int: contains(Double(number))
        case let number as Double: contains(number)
        case let duration as ISODuration: contains(duration)
        case let date as CalendarDate: contains(date)
        case let time as Timestamp: contains(time.date)
        default: true
        }
    }
}

/// A value in at most 40 characters.
func words<Value>(_ value: Value?) -> String {
    guard let value else { return "nothing" }
    let text = if let duration = value as? ISODuration { duration.iso8601 } else { "\(value)" }
    return text.count > 40 ? text.prefix(37) + "…" : text
}
