/// What variables wrote and what conditions gave in earlier turns of a section over shared objects. They depend on the contexts around the
/// section, which are the same in each turn, such as the way to the root in each row of a table.
struct TurnMemory: ~Copyable {
    private struct Piece {
        /// The section in which it was kept.
        var section: UInt32 = 0
        var instruction: UInt32 = 0
        var count: UInt32 = 0
        var start = 0
    }

    private struct Answer {
        var section: UInt32 = 0
        var lookup: UInt32 = 0
        var opens = false
    }

    /// A power of two, larger than the number of steps of a row. Of two with the same slot, the later one is kept.
    private static let slots = 64
    private let pieces = UnsafeMutablePointer<Piece>.allocate(capacity: TurnMemory.slots)
    private let answers = UnsafeMutablePointer<Answer>.allocate(capacity: TurnMemory.slots)
    /// The number of the present section. Nothing is kept of the others.
    private var section: UInt32 = 1

    init() {
        pieces.initialize(repeating: Piece(), count: Self.slots)
        answers.initialize(repeating: Answer(), count: Self.slots)
    }

    deinit {
        pieces.deallocate()
        answers.deallocate()
    }

    mutating func forget() {
        if section == .max { self = TurnMemory() } else { section += 1 }
    }

    /// The place in the output of what an instruction wrote.
    @inline(__always)
    func piece(of instruction: UInt32) -> (start: Int, count: Int)? {
        let piece = pieces + Self.slot(Int(instruction))
        guard piece.pointee.section == section, piece.pointee.instruction == instruction else { return nil }
        return (piece.pointee.start, Int(piece.pointee.count))
    }

    mutating func keep(_ instruction: UInt32, start: Int, count: Int) {
        guard let count = UInt32(exactly: count) else { return }
        pieces[Self.slot(Int(instruction))] = Piece(section: section, instruction: instruction, count: count, start: start)
    }

    /// Whether the value of a lookup opened a section.
    @inline(__always)
    func answer(to lookup: LookupID) -> Bool? {
        let answer = answers + Self.slot(lookup.index)
        guard answer.pointee.section == section, Int(answer.pointee.lookup) == lookup.index else { return nil }
        return answer.pointee.opens
    }

    mutating func keep(_ lookup: LookupID, _ opens: Bool) {
        answers[Self.slot(lookup.index)] = Answer(section: section, lookup: UInt32(lookup.index), opens: opens)
    }

    @inline(__always)
    private static func slot(_ index: Int) -> Int { index & (slots - 1) }
}
