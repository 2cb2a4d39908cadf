/// Named values in the order in which they were put in.
///
/// A view has few fields, so an object is a small array and not a hash table: a look-up compares hashes side by side.
public struct Object: Sendable, Equatable {
    struct Field: Sendable, Equatable {
        let name: Name
        var value: Value
    }

    private(set) var fields: [Field]
    /// The bits of all names in here: most look-ups of a name that is not here end at this one word.
    private var summary: UInt64

    public init() {
        fields = []
        summary = 0
    }

    /// Of two pairs with the same name the later one counts, in the place of the earlier one.
    public init(_ pairs: some Sequence<(Name, Value)>) {
        self.init()
        for (name, value) in pairs {
            self[name] = value
        }
    }

    public var isEmpty: Bool { fields.isEmpty }
    public var count: Int { fields.count }
    public var names: [Name] { fields.map(\.name) }
    public var pairs: [(Name, Value)] { fields.map { ($0.name, $0.value) } }

    /// The value of a name; nil for a name that is not here. Setting nil takes the name out.
    public subscript(name: Name) -> Value? {
        get { index(of: name, hint: 0).map { fields[$0].value } }
        set {
            let place = index(of: name, hint: 0)
            switch (place, newValue) {
            case (let place?, let value?):
                fields[place].value = value
            case (let place?, nil):
                fields.remove(at: place)
                summary = fields.reduce(0) { $0 | $1.name.bit }
            case (nil, let value?):
                fields.append(Field(name: name, value: value))
                summary |= name.bit
            case (nil, nil):
                break
            }
        }
    }

    /// These fields and those of the other object, whose values count where both have a name.
    public func merging(_ other: Object) -> Object {
        var merged = self
        for field in other.fields {
            merged[field.name] = field.value
        }
        return merged
    }

    /// Where a name is; `hint` is tried first, for objects of the same kind have the same names in the same places.
    func index(of name: Name, hint: Int) -> Int? {
        if summary & name.bit == 0 { return nil }
        if hint < fields.count, fields[hint].name.hash == name.hash, fields[hint].name.text == name.text { return hint }
        for index in fields.indices where fields[index].name.hash == name.hash && fields[index].name.text == name.text {
            return index
        }
        return nil
    }
}

extension Object: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (Name, Value)...) {
        self.init(elements)
    }
}
