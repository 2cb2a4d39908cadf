/// Named values in the order in which they were put in.
///
/// A view has few fields, so an object is a small array and not a hash table: a look-up compares hashes side by side.
public struct Object: Sendable {
    private var storage: FieldStorage
    /// The bits of all names in here: most look-ups of a name that is not here end at this one word.
    private(set) var summary: UInt64 = 0

    public init() {
        storage = FieldStorage(capacity: 0)
    }

    /// Of two pairs with the same name the later one counts, in the place of the earlier one.
    public init(_ pairs: some Sequence<(Name, Value)>) {
        storage = FieldStorage(capacity: pairs.underestimatedCount)
        for (name, value) in pairs {
            self[name] = value
        }
    }

    public var isEmpty: Bool { storage.count == 0 }
    public var count: Int { storage.count }
    public var names: [Name] {
        withExtendedLifetime(storage) { Array(UnsafeBufferPointer(start: storage.names, count: count)) }
    }
    public var values: [Value] {
        withExtendedLifetime(storage) { Array(UnsafeBufferPointer(start: storage.values, count: count)) }
    }
    public var pairs: [(Name, Value)] { Array(zip(names, values)) }

    /// The fields where they are; for as long as this object or a copy of it lives unchanged.
    var view: FieldsView {
        FieldsView(names: storage.names, values: storage.values, count: storage.count, summary: summary)
    }

    /// The value of a name; nil for a name that is not here. Setting nil takes the name out.
    public subscript(name: Name) -> Value? {
        get {
            withExtendedLifetime(storage) { view.index(of: name, hint: 0).map { storage.values[$0] } }
        }
        set {
            if !isKnownUniquelyReferenced(&storage) {
                storage = FieldStorage(copying: storage, capacity: storage.count + 1)
            }
            switch (view.index(of: name, hint: 0), newValue) {
            case (let place?, let value?):
                storage.values[place] = value
            case (let place?, nil):
                storage.remove(at: place)
                summary = names.reduce(0) { $0 | $1.bit }
            case (nil, let value?):
                storage.append(name, value)
                summary |= name.bit
            case (nil, nil):
                break
            }
        }
    }

    /// These fields and those of the other object, whose values count where both have a name.
    public func merging(_ other: Object) -> Object {
        var merged = self
        for (name, value) in other.pairs {
            merged[name] = value
        }
        return merged
    }
}

extension Object: Equatable {
    public static func == (left: Object, right: Object) -> Bool {
        left.storage === right.storage
            || left.summary == right.summary && left.names == right.names && left.values == right.values
    }
}

extension Object: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (Name, Value)...) {
        self.init(elements)
    }
}
