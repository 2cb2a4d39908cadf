extension Schema {
    /// Appends what the record holds, so that two records with different values in a field append different bytes for it. The bytes are for
    /// comparison only: nothing can be read from them.
    ///
    /// - Parameter ends: gets the number of bytes after each of the ``fields``.
    package func appendContent(of record: UnsafePointer<R>, to bytes: inout [UInt8], ends: inout [Int]) {
        for position in fields.indices {
            switch fields[position].content {
            case .apiOnly: break
            case .id(let property), .wholeNumber(let property), .reference(let property, _, _): bytes.add(property.value(in: record))
            case .text(let property), .pictureURL(let property), .name(let property, _): bytes.add(property.value(in: record))
            case .flag(let property): bytes.add(property.value(in: record).map { $0 ? 1 : 0 })
            case .decimal(let property): bytes.add(property.value(in: record).map { Int(bitPattern: UInt($0.bitPattern)) })
            case .duration(let property): bytes.add(property.value(in: record)?.seconds)
            case .date(let property): bytes.add(property.value(in: record).map { ($0.year * 16 + $0.month) * 32 + $0.day })
            case .timestamp(let property): bytes.add(property.value(in: record)?.secondsSince1970)
            case .references(let property, _, _):
                let ids = property.value(in: record)
                bytes.add(ids.count)
                for id in ids { bytes.add(id) }
            case .group(let group): group.appendContent(of: record, to: &bytes)
            case .part(let part): Self.append(part, of: record, to: &bytes)
            case .parts(let parts): Self.append(parts, of: record, to: &bytes)
            }
            ends.append(bytes.count)
        }
    }

    private func appendContent(of record: UnsafePointer<R>, to bytes: inout [UInt8]) {
        var ends: [Int] = []
        appendContent(of: record, to: &bytes, ends: &ends)
    }

    private static func append<P: PartField>(_ field: P, of owner: UnsafePointer<P.Owner>, to bytes: inout [UInt8]) {
        let part = field.property.value(in: owner)
        bytes.add(part == nil ? nil : 1)
        guard let part else { return }
        let schema = P.Part.schema
        withUnsafePointer(to: part) { schema.appendContent(of: $0, to: &bytes) }
    }

    private static func append<P: PartListField>(_ field: P, of owner: UnsafePointer<P.Owner>, to bytes: inout [UInt8]) {
        let parts = field.property.value(in: owner)
        bytes.add(parts?.count)
        let schema = P.Part.schema
        for part in parts ?? [] {
            withUnsafePointer(to: part) { schema.appendContent(of: $0, to: &bytes) }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func add(_ number: Int?) {
        append(number == nil ? 0 : 1)
        guard let number else { return }
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// The length goes first, so that the end of one text is never the beginning of the next.
    fileprivate mutating func add(_ text: String?) {
        add(text?.utf8.count)
        if let text { append(contentsOf: text.utf8) }
    }
}
