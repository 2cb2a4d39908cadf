import Catalogue
import TemplateEngine

/// Columns of a table of craft, of those that can be left out.
struct CraftColumns: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let serialNumber = CraftColumns(rawValue: 1)
    static let configuration = CraftColumns(rawValue: 2)
    static let status = CraftColumns(rawValue: 4)
    static let timeInSpace = CraftColumns(rawValue: 8)
    static let timeDocked = CraftColumns(rawValue: 16)
    static let flightsCount = CraftColumns(rawValue: 32)
    static let missionEndsCount = CraftColumns(rawValue: 64)

    /// The columns by the names of their cells.
    static let keys: [(key: String, column: CraftColumns)] = [
        ("serial_number", .serialNumber), ("configuration", .configuration), ("status", .status), ("time_in_space", .timeInSpace),
        ("time_docked", .timeDocked), ("flights_count", .flightsCount), ("mission_ends_count", .missionEndsCount),
    ]

    static let all = CraftColumns(keys.map(\.column))
}

extension CraftColumns {
    /// The columns that say the same of each of several craft. Of a single craft there is nothing to compare.
    ///
    /// - Parameters:
    ///   - positions: the places of the craft.
    ///   - spacecraft: all craft. They are read in their place: a copy of each would take longer than to compare them.
    init(constantIn positions: [CraftPosition], of spacecraft: [Spacecraft]) {
        self = positions.count < 2 ? [] : .all
        for position in positions.dropFirst() where !isEmpty {
            formIntersection(CraftColumns(sameAt: positions[0].index, position.index, in: spacecraft))
        }
    }

    private init(sameAt first: Int, _ second: Int, in craft: [Spacecraft]) {
        self = []
        if craft[first].serialNumber == craft[second].serialNumber { insert(.serialNumber) }
        if craft[first].configurationID == craft[second].configurationID { insert(.configuration) }
        if craft[first].statusID == craft[second].statusID { insert(.status) }
        if craft[first].timeInSpace == craft[second].timeInSpace, craft[first].timeInSpaceIsKnown == craft[second].timeInSpaceIsKnown,
            craft[first].hasNotFlown == craft[second].hasNotFlown
        {
            insert(.timeInSpace)
        }
        // The mark of a doubt stands in its column.
        if craft[first].timeDocked == craft[second].timeDocked, !craft[first].isDockedLongerThanInSpace,
            !craft[second].isDockedLongerThanInSpace
        {
            insert(.timeDocked)
        }
        if craft[first].flightsCount == craft[second].flightsCount { insert(.flightsCount) }
        if craft[first].missionEndsCount == craft[second].missionEndsCount { insert(.missionEndsCount) }
    }

    /// What is said once of all craft: their values in these columns, where they are recorded.
    ///
    /// - Parameters:
    ///   - craft: one of them.
    ///   - status: the name of its status.
    func values(of craft: Spacecraft, configuration: TemplateValue?, status: TemplateValue?) -> [(
        label: TemplateValue, value: TemplateValue
    )] {
        let values: [(column: CraftColumns, label: TemplateValue, value: TemplateValue)] = [
            (.serialNumber, Label.serialNumber, .optional(craft.serialNumber)),
            (.configuration, Label.configuration, configuration ?? .null),
            (.status, Label.status, status ?? .null),
            (.timeInSpace, Label.timeInSpace, craft.hasNotFlown ? Absence.notFlown : known(craft.timeInSpace)),
            (.timeDocked, Label.timeDocked, known(craft.timeDocked)),
            (.flightsCount, Label.flights, craft.flightsCount.map(Formatted.number) ?? .null),
            (.missionEndsCount, Label.missionEnds, craft.missionEndsCount.map(Formatted.number) ?? .null),
        ]
        return values.filter { contains($0.column) && $0.value != .null }.map { ($0.label, $0.value) }
    }

    private func known(_ duration: ISODuration?) -> TemplateValue {
        guard let duration, duration.seconds != 0 else { return .null }
        return Formatted.duration(duration)
    }
}
