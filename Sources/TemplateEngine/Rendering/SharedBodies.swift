import Synchronization

/// What sections have made of one object that many pages show, each section once.
///
/// Any thread may read and add: the entries are a list that only ever grows at its end, and none is let go before all are. Reading them
/// counts no references, since every row of every table reads here.
final class SharedBodies: Sendable {
    private let first = Atomic<Unmanaged<Entry>?>(nil)

    /// How many sections are remembered; any further one works the object out anew each time.
    private static let limit = 8

    private final class Entry: Sendable {
        let templates: LoadedTemplates
        let start: UInt32
        /// Nil where nothing can be kept.
        let body: SharedBody?
        let next = Atomic<Unmanaged<Entry>?>(nil)

        init(_ templates: LoadedTemplates, _ start: UInt32, _ body: SharedBody?) {
            self.templates = templates
            self.start = start
            self.body = body
        }

        deinit { next.load(ordering: .acquiring)?.release() }
    }

    deinit { first.load(ordering: .acquiring)?.release() }

    /// The body of the section whose instructions begin at `start`, made when it is asked for first; nil where it cannot be kept.
    ///
    /// It lives as long as this does.
    func body(at start: UInt32, of templates: LoadedTemplates, make: () -> SharedBody?) -> Unmanaged<SharedBody>? {
        var last: Unmanaged<Entry>?
        var next = first.load(ordering: .acquiring)
        var count = 0
        while let entry = next {
            let (found, body, following) = entry._withUnsafeGuaranteedRef { entry in
                (
                    entry.start == start && entry.templates === templates, entry.body.map(Unmanaged.passUnretained),
                    entry.next.load(ordering: .acquiring)
                )
            }
            if found { return body }
            last = entry
            next = following
            count += 1
        }
        if count >= Self.limit { return nil }
        let made = Unmanaged.passRetained(Entry(templates, start, make()))
        let exchange =
            last.map { $0.takeUnretainedValue().next.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing) }
            ?? first.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing)
        if exchange.exchanged { return made.takeUnretainedValue().body.map(Unmanaged.passUnretained) }
        // Another thread was first. Its entry may be the one that is wanted.
        made.release()
        return body(at: start, of: templates, make: make)
    }
}
