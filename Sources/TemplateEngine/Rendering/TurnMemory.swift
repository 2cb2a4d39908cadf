/// What variables wrote and what conditions gave in earlier turns of a section over shared objects. They depend on the contexts around the
/// section, which are the same in each turn, such as the way to the root in each row of a table.
struct TurnMemory: ~Copyable {
    private struct Piece {
        let instruction: UInt32
        let count: UInt32
        let start: Int
    }

    private struct Answer {
        let lookup: LookupID
        let opens: Bool
    }

    private static let limit = 8
    private let pieces = UnsafeMutablePointer<Piece>.allocate(capacity: TurnMemory.limit)
    private let answers = UnsafeMutablePointer<Answer>.allocate(capacity: TurnMemory.limit)
    private var pieceCount = 0
    private var answerCount = 0

    deinit {
        pieces.deallocate()
        answers.deallocate()
    }

    mutating func forget() { (pieceCount, answerCount) = (0, 0) }

    /// The place in the output of what an instruction wrote.
    @inline(__always)
    func piece(of instruction: UInt32) -> (start: Int, count: Int)? {
        var index = 0
        while index < pieceCount {
            if pieces[index].instruction == instruction { return (pieces[index].start, Int(pieces[index].count)) }
            index += 1
        }
        return nil
    }

    mutating func keep(_ instruction: UInt32, start: Int, count: Int) {
        guard pieceCount < Self.limit, let count = UInt32(exactly: count) else { return }
        (pieces + pieceCount).initialize(to: Piece(instruction: instruction, count: count, start: start))
        pieceCount += 1
    }

    /// Whether the value of a lookup opened a section.
    @inline(__always)
    func answer(to lookup: LookupID) -> Bool? {
        var index = 0
        while index < answerCount {
            if answers[index].lookup == lookup { return answers[index].opens }
            index += 1
        }
        return nil
    }

    mutating func keep(_ lookup: LookupID, _ opens: Bool) {
        guard answerCount < Self.limit else { return }
        (answers + answerCount).initialize(to: Answer(lookup: lookup, opens: opens))
        answerCount += 1
    }
}
