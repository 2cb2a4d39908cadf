import Catalogue
import TemplateEngine

/// Takes the values of an entity away that cannot be, and notes each as the source has it.
struct ImpossibleValues {
    private(set) var notes: [TemplateValue] = []

    private mutating func take<Value>(
        _ value: inout Value?, _ what: TemplateValue, _ words: (Value) -> TemplateValue, unless isPossible: (Value) -> Bool
    ) {
        guard let found = value, !isPossible(found) else { return }
        value = nil
        notes.append(.message("doubts.impossible", ["value": words(found), "field": what]))
    }

    private mutating func take(_ duration: inout ISODuration?, _ what: TemplateValue) {
        take(&duration, what, Formatted.duration) { $0.isPossible }
    }

    private mutating func take(_ date: inout CalendarDate?, _ what: TemplateValue) {
        take(&date, what, Formatted.date) { $0.isPossible }
    }

    private mutating func take(_ time: inout Timestamp?, _ what: TemplateValue) {
        take(&time, what, { Formatted.date($0.date) }) { $0.date.isPossible }
    }

    private mutating func take(count: inout Int?, _ what: TemplateValue) {
        take(&count, what, Formatted.number) { $0 >= 0 }
    }

    private mutating func take(metres: inout Double?, _ what: TemplateValue) {
        take(&metres, what, Formatted.metres) { $0 > 0 }
    }

    private mutating func check(_ statistics: inout FlightStatistics) {
        take(count: &statistics.spacecraftFlown, FieldWords.name(of: "spacecraft_flown"))
        take(count: &statistics.totalLaunchCount, FieldWords.name(of: "total_launch_count"))
        take(count: &statistics.successfulLaunches, FieldWords.name(of: "successful_launches"))
        take(count: &statistics.failedLaunches, FieldWords.name(of: "failed_launches"))
        take(count: &statistics.attemptedLandings, FieldWords.name(of: "attempted_landings"))
        take(count: &statistics.successfulLandings, FieldWords.name(of: "successful_landings"))
        take(count: &statistics.failedLandings, FieldWords.name(of: "failed_landings"))
    }

    mutating func check(craft: inout Spacecraft) {
        take(&craft.timeInSpace, FieldWords.name(of: "time_in_space"))
        take(&craft.timeDocked, FieldWords.name(of: "time_docked"))
        take(&craft.fastestTurnaround, FieldWords.name(of: "fastest_turnaround"))
        take(count: &craft.flightsCount, FieldWords.name(of: "flights_count"))
        take(count: &craft.missionEndsCount, FieldWords.name(of: "mission_ends_count"))
        guard var flights = craft.flights else { return }
        for index in flights.indices {
            let name = flights[index].name
            take(&flights[index].duration, FieldWords.name(of: "duration", ofFlight: name))
            take(&flights[index].turnAroundTime, FieldWords.name(of: "turn_around_time", ofFlight: name))
            take(&flights[index].missionEnd, FieldWords.name(of: "mission_end", ofFlight: name))
            if var launch = flights[index].launch {
                take(&launch.net, FieldWords.name(of: "net", ofFlight: name))
                flights[index].launch = launch
            }
        }
        craft.flights = flights
    }

    mutating func check(configuration: inout Configuration) {
        guard var details = configuration.details else { return }
        take(metres: &details.height, FieldWords.name(of: "height"))
        take(metres: &details.diameter, FieldWords.name(of: "diameter"))
        take(&details.maidenFlight, FieldWords.name(of: "maiden_flight"))
        take(count: &details.crewCapacity, FieldWords.name(of: "crew_capacity"))
        take(&details.payloadCapacity, FieldWords.name(of: "payload_capacity"), Formatted.kilograms) { $0 >= 0 }
        take(&details.payloadReturnCapacity, FieldWords.name(of: "payload_return_capacity"), Formatted.kilograms) { $0 >= 0 }
        take(&details.fastestTurnaround, FieldWords.name(of: "fastest_turnaround"))
        check(&details.statistics)
        configuration.details = details
    }

    mutating func check(family: inout Family) {
        if var profile = family.profile {
            take(&profile.maidenFlight, FieldWords.name(of: "maiden_flight"))
            family.profile = profile
        }
        if var statistics = family.statistics {
            check(&statistics)
            family.statistics = statistics
        }
    }

    mutating func check(agency: inout Agency) {
        guard var profile = agency.profile else { return }
        take(&profile.foundingYear, FieldWords.name(of: "founding_year"), { .text("\($0)") }) { (1...9_999).contains($0) }
        agency.profile = profile
    }
}

extension Spacecraft {
    /// Whether no value of the craft itself is impossible. Its flights are not looked at.
    var isPlausible: Bool {
        (timeInSpace?.isPossible ?? true) && (timeDocked?.isPossible ?? true) && (fastestTurnaround?.isPossible ?? true)
            && (flightsCount ?? 0) >= 0 && (missionEndsCount ?? 0) >= 0 && (flights?.isEmpty ?? true)
    }
}

extension ISODuration {
    var isPossible: Bool { seconds >= 0 }
}

extension CalendarDate {
    /// Whether anything flew, or is planned to fly, on this day.
    var isPossible: Bool { (1900...2199).contains(year) }
}
