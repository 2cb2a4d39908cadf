import Synchronization

/// Elements that are made on first access, in groups of neighbours. An element that is made is read without a lock, and without counting
/// references to anything but the element.
///
/// `@unchecked Sendable`: an element is written once, under the lock of its group and before the group counts as made. After that it is
/// only read.
public final class LazyTable<Element: Sendable>: @unchecked Sendable {
    @usableFromInline let elements: UnsafeMutableBufferPointer<Element>
    @usableFromInline let groups: UnsafeMutableBufferPointer<Group>
    @usableFromInline let make: @Sendable (Int) -> Element

    @usableFromInline struct Group: ~Copyable {
        @usableFromInline let isMade = Atomic(false)
        @usableFromInline let lock = Mutex(())

        @usableFromInline init() {}
    }

    /// - Parameters:
    ///   - count: the number of elements.
    ///   - make: makes the element with a number from 0. It must not read the table.
    @inlinable package init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
        self.make = make
        elements = .allocate(capacity: count)
        groups = .allocate(capacity: (count + Self.groupSize - 1) / Self.groupSize)
        for group in groups.indices { groups.initializeElement(at: group, to: Group()) }
    }

    deinit {
        for group in groups.indices where groups[group].isMade.load(ordering: .acquiring) {
            elements.extracting(range(of: group)).deinitialize()
        }
        groups.deinitialize().deallocate()
        elements.deallocate()
    }

    /// - Parameter position: a number from 0 and below the count.
    @inlinable package subscript(position: Int) -> Element {
        let group = position / Self.groupSize
        if !groups[group].isMade.load(ordering: .acquiring) { makeGroup(group) }
        return elements[position]
    }

    @inlinable func makeGroup(_ group: Int) {
        groups[group].lock.withLock { _ in
            if groups[group].isMade.load(ordering: .acquiring) { return }
            for position in range(of: group) { elements.initializeElement(at: position, to: make(position)) }
            groups[group].isMade.store(true, ordering: .releasing)
        }
    }

    @inlinable func range(of group: Int) -> Range<Int> { group * Self.groupSize..<min((group + 1) * Self.groupSize, elements.count) }

    @inlinable static var groupSize: Int { 16 }
}
