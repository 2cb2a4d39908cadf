/// The place of a craft in the order of names of all craft. Groups, tables and pages refer to a craft by it; it is not the craft's id.
struct CraftPosition: Sendable, Hashable, Comparable {
    let index: Int

    init(_ index: Int) { self.index = index }

    static func < (left: CraftPosition, right: CraftPosition) -> Bool { left.index < right.index }

    /// The positions of so many craft.
    static func all(_ count: Int) -> [CraftPosition] { (0..<count).map(CraftPosition.init) }
}

extension Array {
    /// An element of an array that has one for each craft, in the order of names.
    subscript(position: CraftPosition) -> Element { self[position.index] }
}
