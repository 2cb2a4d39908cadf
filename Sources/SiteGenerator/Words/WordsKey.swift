import Catalogue
import TemplateEngine

/// The key of a message that a view carries, with the names of the values in it.
///
/// The words themselves are in the theme: `Templates/words/en.yml`.
struct WordsKey: Sendable {
    private let key: String
    private let names: [FieldName]
    /// The message, for a key without values.
    let value: TemplateValue

    init(_ key: String, _ names: FieldName...) {
        self.key = key
        self.names = names
        value = .message(key)
    }

    /// The message with its values, in the order of their names.
    func callAsFunction(_ values: TemplateValue...) -> TemplateValue {
        var fields: [(FieldName, TemplateValue)] = []
        fields.reserveCapacity(values.count)
        for index in values.indices where index < names.count { fields.append((names[index], values[index])) }
        return .message(key, TemplateObject(fields: fields))
    }
}

/// Values in the forms of the site's language.
enum Formatted {
    static func number(_ number: Int) -> TemplateValue { numberKey(.integer(number)) }
    static func date(_ date: CalendarDate) -> TemplateValue { dateKey(.text(date.iso8601)) }
    static func duration(_ duration: ISODuration) -> TemplateValue { durationKey(.integer(duration.seconds)) }
    static func metres(_ metres: Double) -> TemplateValue { metresKey(decimal(metres)) }
    static func kilograms(_ mass: Int) -> TemplateValue { kilogramsKey(.integer(mass)) }

    /// A number with three decimals at most, and without needless ones.
    static func decimal(_ number: Double) -> TemplateValue {
        let rounded = Numbers.rounded(number)
        guard rounded == rounded.rounded(), rounded.magnitude < 1e15 else { return .number("\(rounded)") }
        return .integer(Int(rounded))
    }

    /// A number without a unit.
    static func plain(_ number: Double) -> TemplateValue { numberKey(decimal(number)) }
    static func time(_ time: Timestamp) -> TemplateValue {
        let clock = time.rfc3339.dropFirst(11).dropLast()
        return timeKey(.text(time.date.iso8601), .text(String(clock.hasSuffix(":00") ? clock.dropLast(3) : clock)))
    }
    static func list(_ items: [TemplateValue]) -> TemplateValue { listKey(.list(items)) }

    /// Sentences in a row.
    static func semicolons(_ items: [TemplateValue]) -> TemplateValue {
        items.dropFirst().reduce(items.first ?? .null) { semicolonKey($0, $1) }
    }

    private static let semicolonKey = WordsKey("formats.semicolon", "before", "after")
    private static let timeKey = WordsKey("formats.time", "date", "time")
    private static let listKey = WordsKey("formats.list", "items")
    private static let numberKey = WordsKey("formats.number", "number")
    private static let dateKey = WordsKey("formats.date", "date")
    private static let durationKey = WordsKey("formats.duration", "seconds")
    private static let metresKey = WordsKey("formats.metres", "number")
    private static let kilogramsKey = WordsKey("formats.kilograms", "number")
}

/// What stands in the place of a value that is not there.
enum Absence {
    static let notRecorded = WordsKey("absence.not_recorded").value
    static let notFlown = WordsKey("absence.not_flown").value
    static let noTimeDocked = WordsKey("absence.no_time_docked").value
    static let noneInSpace = WordsKey("absence.none_in_space").value
    static let noCrew = WordsKey("absence.no_crew").value
    static let noShortName = WordsKey("absence.no_short_name").value
    static let noFlight = WordsKey("absence.no_flight").value
    static let noneRecorded = WordsKey("absence.none_recorded").value
    static let noneYet = WordsKey("absence.none_yet").value
    static let noLink = WordsKey("absence.no_link").value
    static let dateNotRecorded = WordsKey("absence.date_not_recorded").value
}

/// The names of fields, figures and columns.
enum Label {
    static let administrator = WordsKey("labels.administrator").value
    static let agency = WordsKey("labels.agency").value
    static let builder = WordsKey("labels.builder").value
    static let classOfLicence = WordsKey("labels.class").value
    static let configuration = WordsKey("labels.configuration").value
    static let configurations = WordsKey("labels.configurations").value
    static let country = WordsKey("labels.country").value
    static let craft = WordsKey("labels.craft").value
    static let craftCount = WordsKey("labels.craft_count").value
    static let craftFlown = WordsKey("labels.craft_flown").value
    static let crew = WordsKey("labels.crew").value
    static let diameter = WordsKey("labels.diameter").value
    static let familiesBelow = WordsKey("labels.families_below").value
    static let familiesBuilt = WordsKey("labels.families_built").value
    static let family = WordsKey("labels.family").value
    static let fastestTurnaround = WordsKey("labels.fastest_turnaround").value
    static let figure = WordsKey("labels.figure").value
    static let file = WordsKey("labels.file").value
    static let flightLife = WordsKey("labels.flight_life").value
    static let flights = WordsKey("labels.flights").value
    static let form = WordsKey("labels.form").value
    static let founded = WordsKey("labels.founded").value
    static let height = WordsKey("labels.height").value
    static let howShown = WordsKey("labels.how_shown").value
    static let inSpaceNow = WordsKey("labels.in_space_now").value
    static let inUse = WordsKey("labels.in_use").value
    static let kind = WordsKey("labels.kind").value
    static let landings = WordsKey("labels.landings").value
    static let lastChange = WordsKey("labels.last_change").value
    static let launchers = WordsKey("labels.launchers").value
    static let launches = WordsKey("labels.launches").value
    static let licence = WordsKey("labels.licence").value
    static let longestInSpace = WordsKey("labels.longest_in_space").value
    static let maidenFlight = WordsKey("labels.maiden_flight").value
    static let missionEnds = WordsKey("labels.mission_ends").value
    static let more = WordsKey("labels.more").value
    static let name = WordsKey("labels.name").value
    static let number = WordsKey("labels.number").value
    static let parentFamily = WordsKey("labels.parent_family").value
    static let partOf = WordsKey("labels.part_of").value
    static let payloadBack = WordsKey("labels.payload_back").value
    static let payloadToOrbit = WordsKey("labels.payload_to_orbit").value
    static let pictures = WordsKey("labels.pictures").value
    static let records = WordsKey("labels.records").value
    static let serialNumber = WordsKey("labels.serial_number").value
    static let shortName = WordsKey("labels.short_name").value
    static let spacecraft = WordsKey("labels.spacecraft").value
    static let status = WordsKey("labels.status").value
    static let terms = WordsKey("labels.terms").value
    static let timeDocked = WordsKey("labels.time_docked").value
    static let timeInSpace = WordsKey("labels.time_in_space").value
    static let timeInSpaceTogether = WordsKey("labels.time_in_space_together").value
    static let type = WordsKey("labels.type").value
}
