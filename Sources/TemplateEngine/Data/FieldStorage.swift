/// The fields of an object, in memory whose place does not change while this lives: rendering points into it instead of counting
/// references, of which the values that all pages share would have very many.
///
/// `@unchecked Sendable`: nothing is written after `init`. The pointer is to the elements of the array beside it, which are in memory of
/// their own that is neither moved nor freed while the array is held and not written to.
final class FieldStorage: @unchecked Sendable {
    /// A plain pair, as the literals have them, whose arrays become the storage as they are.
    typealias Field = (FieldName, TemplateValue)

    let fields: [Field]
    /// The first of them; nil where there are none.
    let start: UnsafePointer<Field>?
    /// The bits of all names: most look-ups of a name that is not here end at this one word.
    let summary: UInt64
    /// What sections have made of the fields, where many pages show them.
    let bodies: SharedBodies?

    static let empty = FieldStorage([])

    /// - Parameter fields: each name once.
    init(_ fields: [Field], bodies: SharedBodies? = nil) {
        self.fields = fields
        self.bodies = bodies
        start = fields.withUnsafeBufferPointer { $0.baseAddress }
        summary = fields.withUnsafeBufferPointer { fields in fields.reduce(0) { $0 | $1.0.bit } }
    }

    /// Of two fields with the same name the later one counts, in the place of the earlier one.
    convenience init(joining fields: [Field]) {
        self.init(fields.withUnsafeBufferPointer(Self.repeatsName) ? Self.joined(fields) : fields)
    }

    private static func repeatsName(_ fields: UnsafeBufferPointer<Field>) -> Bool {
        var summary: UInt64 = 0
        for index in fields.indices {
            let name = fields[index].0
            // Of twenty names two have the same bit more often than not.
            if summary & name.bit != 0, fields[..<index].contains(where: { $0.0 == name }) { return true }
            summary |= name.bit
        }
        return false
    }

    private static func joined(_ fields: [Field]) -> [Field] {
        var joined: [Field] = []
        joined.reserveCapacity(fields.count)
        for field in fields {
            if let place = joined.firstIndex(where: { $0.0 == field.0 }) {
                joined[place].1 = field.1
            } else {
                joined.append(field)
            }
        }
        return joined
    }
}
