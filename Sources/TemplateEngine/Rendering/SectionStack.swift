/// The sections that are open while rendering, and the loops that lists make of them.
struct SectionStack {
    private enum Kind {
        case list
        /// Its value is a context.
        case value
        /// Its value is a context that nothing else keeps alive: the last of `held`.
        case held
        /// `true` is not a context: the names inside mean the same as outside.
        case flag
    }

    private struct Loop {
        /// Keeps the items in memory.
        let items: [TemplateValue]
        /// The first item. The elements of an array do not move while it is held and not written to.
        let first: UnsafePointer<TemplateValue>
        var index: Int
    }

    private final class HeldValue {
        let place: UnsafeMutablePointer<TemplateValue>

        init(_ value: TemplateValue) {
            place = .allocate(capacity: 1)
            place.initialize(to: value)
        }

        deinit {
            place.deinitialize(count: 1)
            place.deallocate()
        }
    }

    private var open: [Kind] = []
    private var loops: [Loop] = []
    private var held: [HeldValue] = []
    private let loopValues = LoopValues()

    init() {
        open.reserveCapacity(8)
        loops.reserveCapacity(4)
    }

    var isEmpty: Bool { open.isEmpty }

    /// The place of a value that does not exist.
    var nothing: UnsafePointer<TemplateValue> { loopValues.nothing }

    /// Enters a section over a value that opens one.
    mutating func enter(_ place: UnsafePointer<TemplateValue>, _ contexts: inout ContextStack) {
        switch place.pointee {
        case .list(let items):
            guard let first = items.withUnsafeBufferPointer({ $0.baseAddress }) else { return }
            open.append(.list)
            loops.append(Loop(items: items, first: first, index: 0))
            contexts.push(first)
        case .bool:
            enterFlag()
        case .null, .integer, .number, .text, .html, .object, .message:
            if loopValues.isPassing(place) {
                let value = HeldValue(place.pointee)
                open.append(.held)
                held.append(value)
                contexts.push(UnsafePointer(value.place))
            } else {
                open.append(.value)
                contexts.push(place)
            }
        }
    }

    mutating func enterFlag() {
        open.append(.flag)
    }

    /// Moves to the next item of the innermost section. If there is none, it leaves the section and returns false.
    mutating func next(_ contexts: inout ContextStack) -> Bool {
        switch open[open.count - 1] {
        case .list:
            let last = loops.count - 1
            let index = loops[last].index + 1
            if index < loops[last].items.count {
                loops[last].index = index
                contexts.replaceTop(with: loops[last].first + index)
                return true
            }
            loops.removeLast()
            contexts.pop()
        case .value:
            contexts.pop()
        case .held:
            contexts.pop()
            held.removeLast()
        case .flag:
            break
        }
        open.removeLast()
        return false
    }

    /// A value of the innermost loop. Nil outside loops.
    func place(of loopValue: LoopValue) -> UnsafePointer<TemplateValue>? {
        guard let loop = loops.last else { return nil }
        return switch loopValue {
        case .index: loopValues.hold(.integer(loop.index))
        case .first: loopValues.hold(.bool(loop.index == 0))
        case .last: loopValues.hold(.bool(loop.index == loop.items.count - 1))
        case .length: loopValues.hold(.integer(loop.items.count))
        }
    }
}

/// The values that no data contains: no value, and the values of loops. They have their own places, so that pointers to them are possible.
///
/// A place holds its value until the next one is put there.
final class LoopValues {
    private let places: UnsafeMutableBufferPointer<TemplateValue>

    init() {
        places = .allocate(capacity: 2)
        places.initialize(repeating: .null)
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    /// The place of no value.
    var nothing: UnsafePointer<TemplateValue> { place(0) }

    /// Puts a value into the place for loops.
    func hold(_ value: TemplateValue) -> UnsafePointer<TemplateValue> {
        places[1] = value
        return place(1)
    }

    /// Whether another value may take this place before it is read again.
    func isPassing(_ place: UnsafePointer<TemplateValue>) -> Bool { place == self.place(1) }

    private func place(_ index: Int) -> UnsafePointer<TemplateValue> {
        UnsafePointer(places.baseAddress.unsafelyUnwrapped + index)
    }
}
