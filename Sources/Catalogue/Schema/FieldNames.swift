/// Looks up the names of a record's fields by the bytes of a key.
package struct FieldNames: Sendable {
    package let names: [StaticString]
    /// A hash table with linear probing. It holds positions plus one. 0 marks a free place.
    private let table: [UInt8]

    /// - Parameter names: an empty name is not a field, but it keeps its position.
    init(_ names: [StaticString]) {
        self.names = names
        var size = 16
        while size < names.count * 4 { size *= 2 }
        var table = [UInt8](repeating: 0, count: size)
        for (position, name) in names.enumerated() where name.utf8CodeUnitCount > 0 {
            var place = Self.hash(Self.bytes(of: name)) & (size - 1)
            while table[place] != 0 { place = (place + 1) & (size - 1) }
            table[place] = UInt8(position + 1)
        }
        self.table = table
    }

    /// - Parameter key: the UTF-8 bytes as in the text. A key with an escape is not found.
    package func position(of key: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !key.isEmpty else { return nil }
        return table.withUnsafeBufferPointer { table in
            var place = Self.hash(key) & (table.count - 1)
            while table[place] != 0 {
                let position = Int(table[place]) - 1
                let name = Self.bytes(of: names[position])
                if name.count == key.count, key.indices.allSatisfy({ name[$0] == key[$0] }) { return position }
                place = (place + 1) & (table.count - 1)
            }
            return nil
        }
    }

    private static func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    }

    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        key.count &* 5 &+ Int(key[0]) &* 31 &+ Int(key[key.count - 1]) &* 7 &+ Int(key[key.count / 2]) &* 13
    }
}
