extension TemplateValue {
    /// Encodes a value as data for a template.
    ///
    /// Names are the keys as they are encoded. An optional without a value is null, so that its name is not looked up further out. Values
    /// that are ``TrustedHTML`` stay HTML. The fields of a dictionary with text keys are in the order of the keys.
    ///
    /// Foundation is not used here, so its types appear in their own encoding: `Date` as the seconds since 2001, `Data` as a list of bytes,
    /// `URL` as an object with `relative`. Give a text if you want another form.
    ///
    /// - Throws: an error for a number that is not finite, for more than 256 levels, and for anything that the `encode(to:)` of a type
    ///   throws.
    public init(encoding value: some Encodable) throws(TemplateEncodingError) {
        let node = EncodedNode(depth: 0)
        do {
            try node.encode(value, at: [])
        } catch {
            throw TemplateEncodingError(error, at: [])
        }
        self = node.value
    }
}

/// A value that is being encoded. It is a class because a type may hold several containers of one value at once.
private final class EncodedNode {
    private enum Kind { case single, object, list }

    /// A value that encodes nothing is an object without fields.
    private var kind = Kind.object
    private var single = TemplateValue.null
    private var fields: [(FieldName, EncodedNode)] = []
    private var items: [EncodedNode] = []

    /// The number of values around this one, plus the number of times that its types handed it on to others.
    private var depth: Int
    private static let depthLimit = 256

    init(depth: Int) {
        self.depth = depth
    }

    var value: TemplateValue {
        switch kind {
        case .single: single
        case .object: .object(TemplateObject(fields.map { ($0.0, $0.1.value) }))
        case .list: .list(items.map(\.value))
        }
    }

    var count: Int { items.count }

    func set(_ value: TemplateValue) {
        kind = .single
        single = value
    }

    func set(number: some BinaryFloatingPoint & CustomStringConvertible, at path: [any CodingKey]) throws {
        guard number.isFinite else {
            throw TemplateEncodingError(
                at: path, what: "the number is \(number), which no template can print", remedy: "Give a text, or nil, in its place")
        }
        let digits = number.description
        let whole = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
        set(whole == "-0" ? .number(whole) : Int(whole).map(TemplateValue.integer) ?? .number(whole))
    }

    func set(integer: some FixedWidthInteger) {
        set(Int(exactly: integer).map(TemplateValue.integer) ?? .number(String(integer)))
    }

    func becomeObject() { kind = .object }

    func becomeList() { kind = .list }

    func addField(_ name: String) -> EncodedNode {
        let node = EncodedNode(depth: depth + 1)
        fields.append((FieldName(name), node))
        return node
    }

    func addItem() -> EncodedNode {
        let node = EncodedNode(depth: depth + 1)
        items.append(node)
        return node
    }

    func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
        guard depth < Self.depthLimit else {
            throw TemplateEncodingError(
                at: path, what: "more than \(Self.depthLimit) levels of nesting", remedy: "Look for a value that contains itself")
        }
        depth += 1
        defer { depth -= 1 }
        do {
            switch value {
            case let html as any TrustedHTML: set(.html(SafeHTML(html)))
            case let value as TemplateValue: set(value)
            case let dictionary as any TextKeyedDictionary: try dictionary.encodeInOrder(to: ValueEncoder(node: self, codingPath: path))
            default: try value.encode(to: ValueEncoder(node: self, codingPath: path))
            }
        } catch {
            throw TemplateEncodingError(error, at: path)
        }
    }
}

private struct ValueEncoder: Encoder {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(ObjectContainer(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeList()
        return ListContainer(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleValueContainer(node: node, codingPath: codingPath)
    }
}

/// A dictionary whose keys are the names of fields. Its own order changes with every run of a program.
private protocol TextKeyedDictionary {
    func encodeInOrder(to encoder: ValueEncoder) throws
}

extension Dictionary: TextKeyedDictionary where Key == String, Value: Encodable {
    fileprivate func encodeInOrder(to encoder: ValueEncoder) throws {
        var container = encoder.container(keyedBy: EncodedKey.self)
        for (name, value) in sorted(by: { $0.key < $1.key }) { try container.encode(value, forKey: EncodedKey(name)) }
    }
}

/// A key that is known only during encoding: a name, or an index in a list.
struct EncodedKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init(place: Int) {
        stringValue = String(place)
        intValue = place
    }

    init(stringValue: String) { self.init(stringValue) }
    init(intValue: Int) { self.init(place: intValue) }
}

private struct SingleValueContainer: SingleValueEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    func encodeNil() { node.set(.null) }
    func encode(_ flag: Bool) { node.set(.bool(flag)) }
    func encode(_ text: String) { node.set(.text(text)) }
    func encode(_ number: Double) throws { try node.set(number: number, at: codingPath) }
    func encode(_ number: Float) throws { try node.set(number: number, at: codingPath) }
    func encode(_ integer: Int) { node.set(integer: integer) }
    func encode(_ integer: Int8) { node.set(integer: integer) }
    func encode(_ integer: Int16) { node.set(integer: integer) }
    func encode(_ integer: Int32) { node.set(integer: integer) }
    func encode(_ integer: Int64) { node.set(integer: integer) }
    func encode(_ integer: Int128) { node.set(integer: integer) }
    func encode(_ integer: UInt) { node.set(integer: integer) }
    func encode(_ integer: UInt8) { node.set(integer: integer) }
    func encode(_ integer: UInt16) { node.set(integer: integer) }
    func encode(_ integer: UInt32) { node.set(integer: integer) }
    func encode(_ integer: UInt64) { node.set(integer: integer) }
    func encode(_ integer: UInt128) { node.set(integer: integer) }
    func encode(_ value: some Encodable) throws { try node.encode(value, at: codingPath) }
}

private struct ListContainer: UnkeyedEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    var count: Int { node.count }

    private var nextPath: [any CodingKey] { codingPath + [EncodedKey(place: count)] }

    func encodeNil() { node.addItem().set(.null) }

    func encode(_ value: some Encodable) throws {
        let path = nextPath
        try node.addItem().encode(value, at: path)
    }

    // The protocol's default implementations of these two throw.
    func encode(_ integer: Int128) { node.addItem().set(integer: integer) }
    func encode(_ integer: UInt128) { node.addItem().set(integer: integer) }

    func nestedContainer<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
        nextEncoder().container(keyedBy: Key.self)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nextEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { nextEncoder() }

    private func nextEncoder() -> ValueEncoder {
        let path = nextPath
        return ValueEncoder(node: node.addItem(), codingPath: path)
    }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { node.addField(key.stringValue).set(.null) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try node.addField(key.stringValue).encode(value, at: codingPath + [key])
    }

    // The protocol's default implementations of these two throw.
    func encode(_ integer: Int128, forKey key: Key) { node.addField(key.stringValue).set(integer: integer) }
    func encode(_ integer: UInt128, forKey key: Key) { node.addField(key.stringValue).set(integer: integer) }

    // The protocol's default implementations of these leave the name out.
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: Int128?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: UInt128?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }
    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws { try encodeOptional(value, forKey: key) }

    private func encodeOptional(_ value: (some Encodable)?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    func nestedContainer<Inner: CodingKey>(keyedBy: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
        encoder(for: key).container(keyedBy: Inner.self)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder(for: key).unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder(for: EncodedKey("super")) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

    private func encoder(for key: some CodingKey) -> ValueEncoder {
        ValueEncoder(node: node.addField(key.stringValue), codingPath: codingPath + [key])
    }
}
