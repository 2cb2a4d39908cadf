struct SingleValueContainer: SingleValueEncodingContainer {
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

struct ListContainer: UnkeyedEncodingContainer {
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

struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
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
