/// What is left of a section's body once the fields of one object are put in: bytes, and between them the steps that ask the contexts
/// around the object. The term is that of partial evaluation; the object is the known input.
///
/// `@unchecked Sendable`: nothing is written after `init`. The memory is its own, so that reading it counts no references.
final class ResidualProgram: @unchecked Sendable {
    enum Step: Sendable {
        /// Writes so many of the bytes.
        case bytes(UInt32)
        /// Runs one instruction of the program, a variable.
        case instruction(UInt32)
        /// Skips so many steps and bytes if the value of a lookup does not open a section; if inverted, when it does.
        case when(lookup: LookupID, isInverted: Bool, steps: UInt32, bytes: UInt32)
        /// The program is valid only if a lookup finds nothing: its name was taken for a value of the loop.
        case absent(lookup: LookupID)
    }

    let steps: UnsafeBufferPointer<Step>
    let bytes: UnsafeBufferPointer<UInt8>

    init(steps: [Step], bytes: UnsafeRawBufferPointer) {
        let ownSteps = UnsafeMutableBufferPointer<Step>.allocate(capacity: steps.count)
        _ = ownSteps.initialize(from: steps)
        self.steps = UnsafeBufferPointer(ownSteps)
        let ownBytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = ownBytes.initialize(from: bytes)
        self.bytes = UnsafeBufferPointer(ownBytes)
    }

    deinit {
        steps.deallocate()
        bytes.deallocate()
    }
}
