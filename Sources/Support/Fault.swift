/// A problem: where it is, what is wrong, and how to mend it.
public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// A path, `file:line:column`, a place inside a record (`seeds/a.json: record 126 › status › id`), or an address.
    public let place: String
    /// What is wrong, without a full stop.
    public let what: String
    /// What to do about it, as a sentence without its full stop.
    public let remedy: String

    public init(place: String, what: String, remedy: String) {
        self.place = place
        self.what = what
        self.remedy = remedy
    }

    /// `WHERE: WHAT. REMEDY`
    public var description: String { "\(place): \(what). \(remedy)" }
}

/// An error that carries a fault. Its own type shows the kind of failure.
public protocol FaultError: Error, CustomStringConvertible {
    var fault: Fault { get }
}

extension FaultError {
    public var place: String { fault.place }
    public var what: String { fault.what }
    public var remedy: String { fault.remedy }

    /// `WHERE: WHAT. REMEDY`
    public var description: String { fault.description }
}

/// The input is missing or unreadable.
public struct InputError: FaultError, Sendable, Hashable {
    public let fault: Fault

    public init(place: String, what: String, remedy: String) {
        fault = Fault(place: place, what: what, remedy: remedy)
    }
}

/// The disk refuses to take the output.
public struct OutputError: FaultError, Sendable, Hashable {
    public let fault: Fault

    public init(place: String, what: String, remedy: String) {
        fault = Fault(place: place, what: what, remedy: remedy)
    }
}

/// A place in a text as editors count it: lines and characters from 1.
package struct TextPosition: Equatable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(of offset: Int, in bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { TextPosition(of: offset, in: $0) }
    }

    package init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let before = bytes[..<min(offset, bytes.count)]
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    }

    package var description: String { "\(line):\(column)" }
}
