import Catalogue
import Support

/// Members of the catalogue's types. A member without a value is not written.
extension JSONWriter {
    mutating func member(_ key: StaticString, _ value: ISODuration?) { member(key, value?.iso8601) }
    mutating func member(_ key: StaticString, _ value: CalendarDate?) { member(key, value?.iso8601) }
    mutating func member(_ key: StaticString, _ value: Timestamp?) { member(key, value?.rfc3339) }
}
