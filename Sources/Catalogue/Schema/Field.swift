/// One field of a record: its name in the API, its content, and the property that holds it.
public struct Field<R: Record>: Sendable {
    package let name: StaticString
    package let content: Content
    package let presence: Presence
    /// Whether the record's property is optional. A line of the snapshot must have every field that is not optional.
    package let isOptional: Bool
    /// The values that can be. A value outside them counts as not recorded. It is nil when any value can be.
    package let range: ValueRange?
    let isTicking: (@Sendable (R) -> Bool)?
    let comparedAfter: StaticString?
    /// Whether a text may have several lines. Any other text is a name or the like.
    package private(set) var hasLines = false

    /// Whether the API may leave a field out or make it null, and what a reader makes of a record without it.
    public enum Presence: Sendable {
        /// The field says which record this is, or what it cannot be without. A record without it cannot be used.
        case essential
        /// The API always gives the field. Where it does not, the value counts as not recorded, with a warning.
        case required
        /// The field may be absent, but not null.
        case mayBeAbsent
        /// The field may be null or absent. The API's next version drops some fields and makes others nullable.
        case mayBeNull
    }

    package enum Content: Sendable {
        case id(StoredProperty<R, Int>)
        case text(StoredProperty<R, String>)
        /// The address of a picture's file.
        case pictureURL(StoredProperty<R, String>)
        case flag(StoredProperty<R, Bool>)
        case wholeNumber(StoredProperty<R, Int>)
        case decimal(StoredProperty<R, Double>)
        case duration(StoredProperty<R, ISODuration>)
        case date(StoredProperty<R, CalendarDate>)
        case timestamp(StoredProperty<R, Timestamp>)
        /// The name of an object. The catalogue keeps only the name.
        case name(StoredProperty<R, String>, NamePath)
        /// The id of an entity. A record of the API has the entity itself here.
        case reference(StoredProperty<R, Int>, to: EntityKind, Detail)
        case references(IDListProperty<R>, to: EntityKind, Detail)
        /// An object around some of the record's own fields.
        case group(Schema<R>)
        case part(any PartField<R>)
        case parts(any PartListField<R>)
        /// A field of the API that the record does not keep.
        case apiOnly(APIOnlyField)
    }

    /// The level of detail in which the API shows an entity inside a record.
    package enum Detail: Sendable {
        case asOwner
        case less
    }

    fileprivate init(
        _ name: StaticString, _ content: Content, _ presence: Presence, isOptional: Bool, range: ValueRange? = nil,
        isTicking: (@Sendable (R) -> Bool)? = nil, comparedAfter: StaticString? = nil
    ) {
        self.name = name
        self.content = content
        self.presence = presence
        self.isOptional = isOptional
        self.range = range
        self.isTicking = isTicking
        self.comparedAfter = comparedAfter
    }

    var flatPart: (any PartField<R>)? {
        if case .part(let part) = content, part.isFlat { part } else { nil }
    }
}

/// The place of a name: in an object of its own, or in an object inside that one.
package struct NamePath: Sendable {
    package let inner: StaticString?
    package let key: StaticString
    /// The key to read when the first key has no text.
    package let otherKey: StaticString?
}

/// A field of the API that no record of the catalogue keeps.
package enum APIOnlyField: Sendable {
    case url
    /// The detail level of the record: that of its fullest part, and at least `least`.
    ///
    /// - Parameters:
    ///   - isAsAsked: whether the record has the requested level even without the part.
    ///   - mostInside: the highest level of a record inside another one.
    case responseMode(least: ResponseMode, isAsAsked: Bool, mostInside: ResponseMode)
    /// The record that this one is a part of.
    case owner
    /// The entities of a kind that refer to this one in their field of this name. Only the detailed form has them.
    case referring(EntityKind, field: String)
}

/// Functions that make the lines of a field table.
extension Field {
    public typealias Path<Value> = any WritableKeyPath<R, Value> & Sendable

    public static func id<Subject>(_ path: Path<RecordID<Subject>>) -> Field {
        Field("id", .id(StoredProperty(number: path)), .essential, isOptional: false)
    }

    public static func text(_ name: StaticString, _ path: Path<String>, _ presence: Presence = .required) -> Field {
        Field(name, .text(StoredProperty(path)), presence, isOptional: false)
    }

    public static func text(_ name: StaticString, _ path: Path<String?>) -> Field {
        Field(name, .text(StoredProperty(path)), .mayBeNull, isOptional: true)
    }

    public static func pictureURL(_ name: StaticString, _ path: Path<String>, _ presence: Presence = .essential) -> Field {
        Field(name, .pictureURL(StoredProperty(path)), presence, isOptional: false)
    }

    /// Whether something is so. It is nil where the source does not say, which is not the same as 'no'.
    public static func flag(_ name: StaticString, _ path: Path<Bool?>, _ presence: Presence = .mayBeNull) -> Field {
        Field(name, .flag(StoredProperty(path)), presence, isOptional: true)
    }

    public static func wholeNumber(_ name: StaticString, _ path: Path<Int?>, in range: ValueRange? = .notNegative) -> Field {
        Field(name, .wholeNumber(StoredProperty(path)), .mayBeNull, isOptional: true, range: range)
    }

    public static func decimal(_ name: StaticString, _ path: Path<Double?>, in range: ValueRange? = .notNegative) -> Field {
        Field(name, .decimal(StoredProperty(path)), .mayBeNull, isOptional: true, range: range)
    }

    /// - Parameter isTicking: true when the value changes with every request and so is not news. This applies to the durations of a craft
    ///   in space.
    public static func duration(
        _ name: StaticString, _ path: Path<ISODuration?>, ticksWhile isTicking: (@Sendable (R) -> Bool)? = nil
    ) -> Field {
        Field(name, .duration(StoredProperty(path)), .mayBeNull, isOptional: true, range: .notNegativeDuration, isTicking: isTicking)
    }

    public static func date(_ name: StaticString, _ path: Path<CalendarDate?>) -> Field {
        Field(name, .date(StoredProperty(path)), .mayBeNull, isOptional: true, range: .yearsOfFlight)
    }

    public static func timestamp(_ name: StaticString, _ path: Path<Timestamp?>) -> Field {
        Field(name, .timestamp(StoredProperty(path)), .mayBeNull, isOptional: true, range: .yearsOfFlight)
    }

    /// The name of an object `{"name": …}`. The catalogue keeps only the name.
    ///
    /// - Parameter later: the field that is compared before this one, although the API gives this one first.
    public static func name(_ name: StaticString, _ path: Path<String?>, comparedAfter later: StaticString? = nil) -> Field {
        let names = NamePath(inner: nil, key: "name", otherKey: nil)
        return Field(name, .name(StoredProperty(path), names), .mayBeNull, isOptional: true, comparedAfter: later)
    }

    /// The name of an object inside the field's object.
    public static func name(
        _ name: StaticString, _ path: Path<String?>, inside inner: StaticString, key: StaticString, otherKey: StaticString
    ) -> Field {
        let names = NamePath(inner: inner, key: key, otherKey: otherKey)
        return Field(name, .name(StoredProperty(path), names), .mayBeNull, isOptional: true)
    }

    public static func reference<E: Entity>(_ name: StaticString, _ path: Path<RecordID<E>>) -> Field {
        Field(name, .reference(StoredProperty(number: path), to: E.kind, .less), .essential, isOptional: false)
    }

    public static func reference<E: Entity>(
        _ name: StaticString, _ path: Path<RecordID<E>?>, _ presence: Presence = .mayBeNull
    ) -> Field {
        Field(name, .reference(StoredProperty(number: path), to: E.kind, .less), presence, isOptional: true)
    }

    public static func references<E: Entity>(_ name: StaticString, _ path: Path<[RecordID<E>]>) -> Field {
        Field(name, .references(IDListProperty(path), to: E.kind, .less), .mayBeNull, isOptional: false)
    }

    /// A text of several lines.
    public var ofLines: Field {
        var field = self
        field.hasLines = true
        return field
    }

    /// A reference that the API shows in as much detail as the record itself.
    public var inEqualDetail: Field {
        switch content {
        case .reference(let property, let kind, _): Field(name, .reference(property, to: kind, .asOwner), presence, isOptional: isOptional)
        case .references(let property, let kind, _):
            Field(name, .references(property, to: kind, .asOwner), presence, isOptional: isOptional)
        default: self
        }
    }

    /// An object around some of the record's own fields.
    public static func group(_ name: StaticString, _ fields: [Field]) -> Field {
        Field(name, .group(Schema(fields)), .essential, isOptional: false)
    }

    /// A part whose fields the API gives beside the record's own from a response mode on. A line of the snapshot has it as an object of
    /// this name.
    ///
    /// - Parameter distinctiveFields: the fields that show that the part is there.
    public static func part<Part: Record>(
        _ name: StaticString, _ path: Path<Part?>, from mode: ResponseMode, distinctiveFields: [StaticString]
    ) -> Field {
        let part = RecordPart(StoredProperty(path), isFlat: true, mode: mode, distinctiveFields: distinctiveFields, text: nil)
        return Field(name, .part(part), .mayBeNull, isOptional: true)
    }

    /// A part that is always present. The API gives its fields beside the record's own.
    public static func part<Part: Record>(_ name: StaticString, _ path: Path<Part>) -> Field {
        let part = RecordPart(StoredProperty(path), isFlat: true, mode: .list, distinctiveFields: [], text: nil)
        return Field(name, .part(part), .required, isOptional: false)
    }

    /// A part that is also a separate object in the API.
    ///
    /// - Parameter text: the text to compare. Without it, the part is compared field by field.
    public static func object<Part: Record>(
        _ name: StaticString, _ path: Path<Part?>, comparedBy text: (@Sendable (Part) -> String)? = nil
    ) -> Field {
        let part = RecordPart(StoredProperty(path), isFlat: false, mode: .list, distinctiveFields: [], text: text)
        return Field(name, .part(part), .mayBeNull, isOptional: true)
    }

    /// A list of parts.
    ///
    /// - Parameter text: the text to compare for each part.
    public static func list<Part: Record>(
        _ name: StaticString, _ path: Path<[Part]>, comparedBy text: @escaping @Sendable (Part) -> String
    ) -> Field {
        let parts = RecordPartList(StoredProperty(path), mode: .list, text: text, arrange: nil, differences: nil)
        return Field(name, .parts(parts), .mayBeNull, isOptional: false)
    }

    /// A list of parts that the API gives from a response mode on.
    ///
    /// - Parameters:
    ///   - arrange: sorts the list after reading.
    ///   - differences: compares the lists of two records part by part.
    public static func list<Part: Record>(
        _ name: StaticString, _ path: Path<[Part]?>, from mode: ResponseMode, comparedBy text: @escaping @Sendable (Part) -> String,
        arrange: @escaping @Sendable ([Part]) -> [Part], differences: @escaping @Sendable (R, R) -> [FieldChange]
    ) -> Field {
        let parts = RecordPartList(StoredProperty(path), mode: mode, text: text, arrange: arrange, differences: differences)
        return Field(name, .parts(parts), .mayBeNull, isOptional: true)
    }

    public static var url: Field { Field("url", .apiOnly(.url), .mayBeNull, isOptional: true) }

    /// The detail level of the record, as the API gives it.
    public static func responseMode(
        atLeast least: ResponseMode, isAsAsked: Bool = false, insideAtMost mostInside: ResponseMode = .detailed
    ) -> Field {
        let mode = APIOnlyField.responseMode(least: least, isAsAsked: isAsAsked, mostInside: mostInside)
        return Field("response_mode", .apiOnly(mode), .mayBeNull, isOptional: true)
    }

    /// The record that this one is a part of.
    public static func owner(_ name: StaticString) -> Field { Field(name, .apiOnly(.owner), .mayBeNull, isOptional: true) }

    /// The entities of a kind that refer to this one in their field of this name. Only the detailed form has them.
    public static func referring(_ name: StaticString, _ kind: EntityKind, by field: String) -> Field {
        Field(name, .apiOnly(.referring(kind, field: field)), .mayBeNull, isOptional: true)
    }
}
