@testable import Catalogue

/// Changes of the parts of a record: those of their fields, and parts that come and go.
extension Field {
    func mutations<P: PartField<R>>(of part: P) -> [FieldMutation<R>] {
        let inner = P.Part.schema.mutationsWithID.map { inner in
            FieldMutation<R>(path: ["\(name)"] + inner.path) { record, surroundings, chance in
                guard var value = part.property.value(of: record) else { return nil }
                let around = surroundings.inside { [part.property.value(of: $0)].compactMap(\.self) }
                guard let done = inner.apply(&value, around, &chance) else { return nil }
                part.property.put(value, in: &record)
                return done
            }
        }
        guard part.property.isOptional else { return inner }
        let whole = FieldMutation<R>(path: ["\(name)"]) { record, surroundings, chance in
            let old = part.property.value(of: record)
            var blank = P.Part.blank
            blank.renumber(1_000)
            let others = (surroundings.peers.compactMap { part.property.value(of: $0) } + [blank]).filter { $0 != old }
            let isRemoval = old != nil && (surroundings.wish == .absence || (surroundings.wish == .anything && chance.isOnce(in: 2)))
            let new = isRemoval ? nil : chance.pick(others)
            part.property.put(new, in: &record)
            return isRemoval ? "removed" : old == nil ? "added" : "replaced"
        }
        return inner + [whole]
    }

    func mutations<P: PartListField<R>>(of list: P) -> [FieldMutation<R>] {
        let name = "\(name)"
        @Sendable func put(_ parts: [P.Part], in record: inout R) { list.property.put(list.arrange?(parts) ?? parts, in: &record) }
        let inner = P.Part.schema.mutationsWithID.map { inner in
            FieldMutation<R>(path: [name] + inner.path) { record, surroundings, chance in
                guard var parts = list.property.value(of: record), !parts.isEmpty else { return nil }
                let around = surroundings.inside { list.property.value(of: $0) ?? [] }
                for index in parts.indices.shuffled(using: &chance) {
                    guard let done = inner.apply(&parts[index], around, &chance) else { continue }
                    put(parts, in: &record)
                    return "\(index): \(done)"
                }
                return nil
            }
        }
        let whole = FieldMutation<R>(path: [name]) { record, surroundings, chance in
            var parts = list.property.value(of: record) ?? []
            let models = surroundings.peers.flatMap { list.property.value(of: $0) ?? [] } + parts
            if surroundings.wish == .value || (surroundings.wish == .anything && chance.isOnce(in: 2)) {
                guard var new = chance.pick(models) else { return nil }
                new.renumber(chance.number(1_000..<1_000_000))
                put(parts + [new], in: &record)
                return "one added"
            }
            guard let gone = parts.indices.randomElement(using: &chance) else { return nil }
            parts.remove(at: gone)
            if parts.isEmpty, list.property.isOptional, chance.isOnce(in: 2) {
                list.property.put(nil, in: &record)
            } else {
                put(parts, in: &record)
            }
            return "one removed"
        }
        return inner + [whole]
    }
}

extension Record {
    /// Gives a part another id, where it has one.
    fileprivate mutating func renumber(_ number: Int) {
        for field in Self.schema.fields {
            if case .id(let property) = field.content { property.put(number, in: &self) }
        }
    }
}
