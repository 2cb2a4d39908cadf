import Synchronization

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

/// The residual programs of one object that many pages show, one for each section.
///
/// Any thread may read and add. The entries are a list that only grows at its end, and all are freed together. Reading counts no
/// references, because every row of every table reads here.
final class ResidualProgramCache: Sendable {
    private let first = Atomic<Unmanaged<Entry>?>(nil)

    /// The number of sections that are remembered. Further sections are rendered from the object each time.
    private static let limit = 8

    private final class Entry: Sendable {
        /// Keeps the templates of `identity` alive, so that no others can have it.
        private let templates: LoadedTemplates
        let identity: ObjectIdentifier
        let start: UInt32
        /// Whether the program has been made, or cannot be.
        let isDecided = Atomic(false)
        /// Nil if no residual program is possible.
        let program = Atomic<Unmanaged<ResidualProgram>?>(nil)
        let next = Atomic<Unmanaged<Entry>?>(nil)

        init(_ templates: LoadedTemplates, _ start: UInt32) {
            self.templates = templates
            identity = ObjectIdentifier(templates)
            self.start = start
        }

        deinit {
            program.load(ordering: .acquiring)?.release()
            next.load(ordering: .acquiring)?.release()
        }

        /// Makes the program, unless another thread was first.
        func decide(_ make: () -> ResidualProgram?) {
            if let made = make().map({ Unmanaged.passRetained($0) }),
                !program.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing).exchanged
            {
                made.release()
            }
            isDecided.store(true, ordering: .releasing)
        }
    }

    deinit { first.load(ordering: .acquiring)?.release() }

    /// The residual program of the section whose instructions begin at `start`. The first call only notes that the section was there, for what
    /// is shown once need not be evaluated in advance. The second one makes the program. Nil before that, or if none is possible.
    ///
    /// It lives as long as this cache.
    func program(at start: UInt32, of templates: Unmanaged<LoadedTemplates>, make: () -> ResidualProgram?) -> Unmanaged<ResidualProgram>? {
        let identity = templates._withUnsafeGuaranteedRef { ObjectIdentifier($0) }
        var last: Unmanaged<Entry>?
        var next = first.load(ordering: .acquiring)
        var count = 0
        while let entry = next {
            let (found, program, following) = entry._withUnsafeGuaranteedRef { entry in
                guard entry.start == start, entry.identity == identity else {
                    return (false, nil as Unmanaged<ResidualProgram>?, entry.next.load(ordering: .acquiring))
                }
                if !entry.isDecided.load(ordering: .acquiring) { entry.decide(make) }
                return (true, entry.program.load(ordering: .acquiring), nil)
            }
            if found { return program }
            last = entry
            next = following
            count += 1
        }
        if count >= Self.limit { return nil }
        let noted = Unmanaged.passRetained(Entry(templates.takeUnretainedValue(), start))
        let exchange =
            last.map { $0.takeUnretainedValue().next.compareExchange(expected: nil, desired: noted, ordering: .acquiringAndReleasing) }
            ?? first.compareExchange(expected: nil, desired: noted, ordering: .acquiringAndReleasing)
        if exchange.exchanged { return nil }
        // Another thread was first. Its entry may be the wanted one.
        noted.release()
        return program(at: start, of: templates, make: make)
    }
}
