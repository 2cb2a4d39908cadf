import Synchronization

/// The residual programs of one object that many pages show, one for each section.
///
/// Any thread may read and add. The entries are a list that only grows at its end, and all are freed together. Reading counts no
/// references, because every row of every table reads here.
final class ResidualProgramCache: Sendable {
    private let first = Atomic<Unmanaged<Entry>?>(nil)

    /// The number of sections that are remembered. Further sections are rendered from the object each time.
    private static let limit = 8

    private final class Entry: Sendable {
        let templates: LoadedTemplates
        let start: UInt32
        /// Nil if no residual program is possible.
        let program: ResidualProgram?
        let next = Atomic<Unmanaged<Entry>?>(nil)

        init(_ templates: LoadedTemplates, _ start: UInt32, _ program: ResidualProgram?) {
            self.templates = templates
            self.start = start
            self.program = program
        }

        deinit { next.load(ordering: .acquiring)?.release() }
    }

    deinit { first.load(ordering: .acquiring)?.release() }

    /// The residual program of the section whose instructions begin at `start`. The first call makes it. Nil if none is possible.
    ///
    /// It lives as long as this cache.
    func program(at start: UInt32, of templates: LoadedTemplates, make: () -> ResidualProgram?) -> Unmanaged<ResidualProgram>? {
        var last: Unmanaged<Entry>?
        var next = first.load(ordering: .acquiring)
        var count = 0
        while let entry = next {
            let (found, program, following) = entry._withUnsafeGuaranteedRef { entry in
                (
                    entry.start == start && entry.templates === templates, entry.program.map(Unmanaged.passUnretained),
                    entry.next.load(ordering: .acquiring)
                )
            }
            if found { return program }
            last = entry
            next = following
            count += 1
        }
        if count >= Self.limit { return nil }
        let made = Unmanaged.passRetained(Entry(templates, start, make()))
        let exchange =
            last.map { $0.takeUnretainedValue().next.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing) }
            ?? first.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
        if exchange.exchanged { return made.takeUnretainedValue().program.map(Unmanaged.passUnretained) }
        // Another thread was first. Its entry may be the wanted one.
        made.release()
        return program(at: start, of: templates, make: make)
    }
}
