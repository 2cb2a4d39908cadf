import Catalogue
import LaunchLibrary
import Support

/// The API names every field of a record; what has no value is null.
extension JSONWriter {
    mutating func field(_ key: StaticString, _ value: String?) {
        member(key) { writer in value.map { writer.string($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: Int?) {
        member(key) { writer in value.map { writer.int($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: Double?) {
        member(key) { writer in value.map { writer.double($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: Bool?) {
        member(key) { writer in value.map { writer.bool($0) } ?? writer.null() }
    }

    mutating func field(_ key: StaticString, _ value: ISODuration?) { field(key, value?.iso8601) }
    mutating func field(_ key: StaticString, _ value: CalendarDate?) { field(key, value?.iso8601) }
    mutating func field(_ key: StaticString, _ value: Timestamp?) { field(key, value?.rfc3339) }

    /// A record inside another.
    mutating func field<Record>(_ key: StaticString, _ record: Record?, _ members: (Record, inout JSONWriter) -> Void) {
        member(key) { writer in
            if let record { writer.object { members(record, &$0) } } else { writer.null() }
        }
    }

    mutating func field<Record>(_ key: StaticString, list records: some Sequence<Record>, _ members: (Record, inout JSONWriter) -> Void) {
        member(key) { $0.list(records) { writer, record in writer.object { members(record, &$0) } } }
    }
}
