/// What the body of a section comes to for one object, as far as the object alone decides it: bytes, and between them the steps that ask
/// the contexts around the object.
///
/// In terms of partial evaluation it is the residual program of the body with the object as its known input.
///
/// `@unchecked Sendable`: nothing is written after `init`. The memory is its own, so that reading it counts no references.
final class ResidualProgram: @unchecked Sendable {
    enum Step: Sendable {
        /// Writes so many of the bytes.
        case bytes(UInt32)
        /// Does what an instruction of the program does, a variable's.
        case instruction(UInt32)
        /// Passes over so many steps and bytes where the value of a lookup does not open a section, or, inverted, where it does.
        case when(lookup: LookupID, isInverted: Bool, steps: UInt32, bytes: UInt32)
        /// The body holds only where a lookup finds nothing: its name was taken for a value of the loop.
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
