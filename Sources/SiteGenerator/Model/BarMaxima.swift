import Catalogue

/// The largest values of all craft. They are the full length of each bar, so a bar has the same scale on every page.
struct BarMaxima: Sendable {
    let timeInSpace: Int
    let timeDocked: Int
    let flightsCount: Int
    let missionEndsCount: Int
    /// The number of craft of the configuration with the most craft.
    let craftOfConfiguration: Int

    init(_ spacecraft: some Sequence<Spacecraft>) {
        var timeInSpace = 0
        var timeDocked = 0
        var flightsCount = 0
        var missionEndsCount = 0
        var craftByConfiguration: [Configuration.ID: Int] = [:]
        for craft in spacecraft {
            timeInSpace = max(timeInSpace, craft.timeInSpace?.seconds ?? 0)
            timeDocked = max(timeDocked, craft.timeDocked?.seconds ?? 0)
            flightsCount = max(flightsCount, craft.flightsCount ?? 0)
            missionEndsCount = max(missionEndsCount, craft.missionEndsCount ?? 0)
            craftByConfiguration[craft.configurationID, default: 0] += 1
        }
        self.timeInSpace = timeInSpace
        self.timeDocked = timeDocked
        self.flightsCount = flightsCount
        self.missionEndsCount = missionEndsCount
        craftOfConfiguration = craftByConfiguration.values.max() ?? 0
    }

    /// A hash of all of them.
    var inputs: InputHash {
        var hash = InputHash()
        for maximum in [timeInSpace, timeDocked, flightsCount, missionEndsCount, craftOfConfiguration] { hash.add(maximum) }
        return hash
    }
}
