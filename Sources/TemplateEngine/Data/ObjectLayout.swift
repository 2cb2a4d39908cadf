import Synchronization

/// The names of the fields of all objects of one kind, in their order.
///
/// An object that is made with a layout holds its values and nothing else. Its names are neither made nor compared nor counted again, which
/// is most of the work for a small object.
///
/// A layout lives as long as the program, so that objects need not count references to it. Make each once, as a constant.
public final class ObjectLayout: Sendable {
    /// Each name occurs once.
    public let names: [FieldName]
    fileprivate let count: Int
    /// The bits of all names.
    fileprivate let summary: UInt64
    fileprivate let index: NameIndex
    /// The layouts of this one's objects with the fields of others after their own.
    private let joined = Mutex<[ObjectIdentifier: ObjectLayout?]>([:])

    /// - Parameter names: the names. Of one that repeats, the first counts.
    public init(_ names: [FieldName]) {
        var distinct: [FieldName] = []
        for name in names where !distinct.contains(name) { distinct.append(name) }
        assert(distinct.count == names.count)
        self.names = distinct
        count = distinct.count
        summary = distinct.reduce(0) { $0 | $1.bit }
        index = NameIndex(distinct)
        _ = Unmanaged.passRetained(self)
    }

    public convenience init(_ names: FieldName...) {
        self.init(names)
    }

    /// The names of an object's shape, in its order. Any other shape has none.
    public convenience init(_ shape: TemplateShape) {
        if case .object(let fields) = shape.resolved { self.init(fields.map { $0.0 }) } else { self.init([FieldName]()) }
    }

    /// The first name. Nil when there is none.
    fileprivate var start: UnsafePointer<FieldName>? { names.withUnsafeBufferPointer { $0.baseAddress } }

    /// The layout with the names of another after its own. Nil when a name is in both.
    fileprivate func joined(with other: ObjectLayout) -> ObjectLayout? {
        joined.withLock { joined in
            if let known = joined[ObjectIdentifier(other)] { return known }
            let layout = names.contains(where: other.names.contains) ? nil : ObjectLayout(names + other.names)
            joined[ObjectIdentifier(other)] = .some(layout)
            return layout
        }
    }
}

/// A layout that is not counted as a reference, because layouts live as long as the program: each retains itself when it is made. It is
/// `Sendable` because a layout is. Objects of the same layout are made on all cores
/// at once, which would contend for its count.
struct LayoutReference: @unchecked Sendable, Equatable {
    private let layout: Unmanaged<ObjectLayout>

    init(_ layout: ObjectLayout) {
        self.layout = Unmanaged.passUnretained(layout)
    }

    var count: Int { layout._withUnsafeGuaranteedRef { $0.count } }
    var names: [FieldName] { layout._withUnsafeGuaranteedRef { $0.names } }
    var start: UnsafePointer<FieldName>? { layout._withUnsafeGuaranteedRef { $0.start } }
    var summary: UInt64 { layout._withUnsafeGuaranteedRef { $0.summary } }
    var index: NameIndex { layout._withUnsafeGuaranteedRef { $0.index } }

    func joined(with other: LayoutReference) -> LayoutReference? {
        layout._withUnsafeGuaranteedRef { $0.joined(with: other.layout.takeUnretainedValue()) }.map(LayoutReference.init)
    }

    static func == (left: LayoutReference, right: LayoutReference) -> Bool { left.layout.toOpaque() == right.layout.toOpaque() }
}
