/// The remainder of a section's body after the fields of one object are filled in: bytes, and between them the steps that need the contexts
/// around the object. The term comes from partial evaluation. The object is the known input.
///
/// `@unchecked Sendable`: nothing is written after `init`. It owns its memory, so that reading it counts no references.
final class ResidualProgram: @unchecked Sendable {
    enum Step: Sendable {
        /// Writes this number of bytes.
        case bytes(UInt32)
        /// Runs one instruction of the program, which is a variable.
        case instruction(UInt32)
        /// Skips this number of steps and bytes if the value of a lookup does not open a section. When inverted, it skips them if the value
        /// opens one.
        case when(lookup: LookupID, isInverted: Bool, steps: UInt32, bytes: UInt32)
        /// The program is valid only if a lookup finds nothing, because its name was taken for a value of the loop.
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
