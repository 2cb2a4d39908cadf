import Catalogue

/// Takes the values of an entity away that cannot be, and notes each as the source has it.
struct ImpossibleValues {
    private(set) var notes: [String] = []

    private mutating func take<Value>(
        _ value: inout Value?, _ what: String, _ words: (Value) -> String, unless isPossible: (Value) -> Bool
    ) {
        guard let found = value, !isPossible(found) else { return }
        value = nil
        notes.append("The source gives \(words(found)) as the \(what). That cannot be; it is shown as not recorded.")
    }

    private mutating func take(_ duration: inout ISODuration?, _ what: String) {
        take(&duration, what, \.humanText) { $0.isPossible }
    }

    private mutating func take(_ date: inout CalendarDate?, _ what: String) {
        take(&date, what, \.humanText) { $0.isPossible }
    }

    private mutating func take(_ time: inout Timestamp?, _ what: String) {
        take(&time, what, \.date.humanText) { $0.date.isPossible }
    }

    private mutating func take(count: inout Int?, _ what: String, unit: String = "") {
        take(&count, what, { Numbers.grouped($0) + unit }) { $0 >= 0 }
    }

    private mutating func take(metres: inout Double?, _ what: String) {
        take(&metres, what, { Numbers.decimal($0) + "\u{A0}m" }) { $0 > 0 }
    }

    private mutating func check(_ statistics: inout FlightStatistics) {
        take(count: &statistics.spacecraftFlown, "number of craft flown")
        take(count: &statistics.totalLaunchCount, "number of launches")
        take(count: &statistics.successfulLaunches, "number of successful launches")
        take(count: &statistics.failedLaunches, "number of failed launches")
        take(count: &statistics.attemptedLandings, "number of landings attempted")
        take(count: &statistics.successfulLandings, "number of successful landings")
        take(count: &statistics.failedLandings, "number of failed landings")
    }

    mutating func check(craft: inout Spacecraft) {
        take(&craft.timeInSpace, "time in space")
        take(&craft.timeDocked, "time docked")
        take(&craft.fastestTurnaround, "fastest turnaround")
        take(count: &craft.flightsCount, "number of flights")
        take(count: &craft.missionEndsCount, "number of mission ends")
        guard var flights = craft.flights else { return }
        for index in flights.indices {
            let name = flights[index].name.isolated
            take(&flights[index].duration, "duration of \(name)")
            take(&flights[index].turnAroundTime, "turnaround before \(name)")
            take(&flights[index].missionEnd, "end of \(name)")
            if var launch = flights[index].launch {
                take(&launch.net, "launch date of \(name)")
                flights[index].launch = launch
            }
        }
        craft.flights = flights
    }

    mutating func check(configuration: inout Configuration) {
        guard var details = configuration.details else { return }
        take(metres: &details.height, "height")
        take(metres: &details.diameter, "diameter")
        take(&details.maidenFlight, "day of the maiden flight")
        take(count: &details.crewCapacity, "number of seats")
        take(count: &details.payloadCapacity, "payload to orbit", unit: "\u{A0}kg")
        take(count: &details.payloadReturnCapacity, "payload back to Earth", unit: "\u{A0}kg")
        take(&details.fastestTurnaround, "fastest turnaround")
        check(&details.statistics)
        configuration.details = details
    }

    mutating func check(family: inout Family) {
        if var profile = family.profile {
            take(&profile.maidenFlight, "day of the maiden flight")
            family.profile = profile
        }
        if var statistics = family.statistics {
            check(&statistics)
            family.statistics = statistics
        }
    }

    mutating func check(agency: inout Agency) {
        guard var profile = agency.profile else { return }
        take(&profile.foundingYear, "founding year", { "\($0)" }) { (1...9_999).contains($0) }
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
