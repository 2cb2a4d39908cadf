/// A record with less or more in it than the source gave. Whoever makes something of records can see with it what becomes of a value that is
/// missing, without a list of the fields.
extension Record {
    /// The record without anything that may be missing.
    ///
    /// - Parameter keepsParts: whether the parts stay that are there, each without anything that may be missing in it.
    package func bare(keepsParts: Bool) -> Self {
        var record = self
        withUnsafeMutablePointer(to: &record) { record in
            for field in Self.schema.fields { field.clear(in: record, keepsParts: keepsParts) }
        }
        return record
    }

    /// The record with a made-up value in each field that has none. References stay as they are.
    package var filled: Self {
        var record = self
        withUnsafeMutablePointer(to: &record) { record in
            for field in Self.schema.fields { field.fill(in: record) }
        }
        return record
    }
}

/// The made-up text of a field that has none.
package let madeUpText = "◌"

extension Field {
    fileprivate func clear(in record: UnsafeMutablePointer<R>, keepsParts: Bool) {
        switch content {
        case .apiOnly, .id: break
        case .text(let property): property.clear(in: record, otherwise: "")
        case .pictureURL(let property), .name(let property, _): property.clear(in: record)
        case .flag(let property): property.clear(in: record)
        case .wholeNumber(let property), .reference(let property, _, _): property.clear(in: record)
        case .decimal(let property): property.clear(in: record)
        case .duration(let property): property.clear(in: record)
        case .date(let property): property.clear(in: record)
        case .timestamp(let property): property.clear(in: record)
        case .references(let property, _, _): property.set([], in: record)
        case .group(let group): for field in group.fields { field.clear(in: record, keepsParts: keepsParts) }
        case .part(let part): Self.clear(part, in: record, keepsParts: keepsParts)
        case .parts(let parts): Self.clear(parts, in: record, keepsParts: keepsParts)
        }
    }

    private static func clear<P: PartField<R>>(_ field: P, in record: UnsafeMutablePointer<R>, keepsParts: Bool) {
        if field.property.isOptional, !keepsParts { return field.property.clear(in: record) }
        guard let part = field.property.value(in: record) else { return }
        field.property.set(part.bare(keepsParts: keepsParts), in: record)
    }

    private static func clear<P: PartListField<R>>(_ field: P, in record: UnsafeMutablePointer<R>, keepsParts: Bool) {
        let parts = keepsParts ? field.property.value(in: record) ?? [] : []
        field.property.clear(in: record)
        if keepsParts || !field.property.isOptional { field.property.set(parts.map { $0.bare(keepsParts: true) }, in: record) }
    }

    fileprivate func fill(in record: UnsafeMutablePointer<R>) {
        switch content {
        case .apiOnly, .id, .pictureURL, .reference, .references: break
        case .text(let property), .name(let property, _):
            if property.value(in: record)?.isEmpty != false { property.set(madeUpText, in: record) }
        case .flag(let property): property.fill(with: true, in: record)
        case .wholeNumber(let property): property.fill(with: range?.words == ValueRange.year.words ? 1_986 : 3, in: record)
        case .decimal(let property): property.fill(with: 4.5, in: record)
        case .duration(let property): property.fill(with: ISODuration(seconds: 200_000), in: record)
        case .date(let property): property.fill(with: CalendarDate(year: 1986, month: 5, day: 21), in: record)
        case .timestamp(let property): property.fill(with: Timestamp(secondsSince1970: 517_000_000), in: record)
        case .group(let group): for field in group.fields { field.fill(in: record) }
        case .part(let part): Self.fill(part, in: record)
        case .parts(let parts): Self.fill(parts, in: record)
        }
    }

    private static func fill<P: PartField<R>>(_ field: P, in record: UnsafeMutablePointer<R>) {
        field.property.set((field.property.value(in: record) ?? P.Part.blank).filled, in: record)
    }

    /// Two parts where there is none, of which the second has nothing.
    private static func fill<P: PartListField<R>>(_ field: P, in record: UnsafeMutablePointer<R>) {
        let parts = field.property.value(in: record) ?? []
        field.property.set(parts.isEmpty ? [P.Part.blank.filled, P.Part.blank] : parts.map(\.filled), in: record)
    }
}

extension StoredProperty {
    /// Sets an optional property to nil, and leaves any other as it is.
    fileprivate func clear(in record: UnsafeMutablePointer<R>) {
        guard isOptional else { return }
        (UnsafeMutableRawPointer(record) + offset).assumingMemoryBound(to: Value?.self).pointee = nil
    }

    fileprivate func fill(with other: Value?, in record: UnsafeMutablePointer<R>) {
        if value(in: record) == nil, let other { set(other, in: record) }
    }
}

extension StoredProperty where Value == String {
    /// Sets an optional property to nil, and any other to a text.
    fileprivate func clear(in record: UnsafeMutablePointer<R>, otherwise text: String) {
        isOptional ? clear(in: record) : set(text, in: record)
    }
}
