import Catalogue
import TemplateEngine

/// The facts that the detailed form of a configuration adds, each with its unit.
enum ConfigurationFacts {
    static func facts(_ details: Configuration.Details, _ model: SiteModel) -> [TemplateObject] {
        var facts = [
            FactView.make(Label.height, ValueView.words(details.height.map(Formatted.metres))),
            FactView.make(Label.diameter, ValueView.words(details.diameter.map(Formatted.metres))),
            FactView.make(Label.crew, ValueView.words(crew(details))),
            FactView.make(Label.payloadToOrbit, ValueView.words(details.payloadCapacity.map(Formatted.kilograms))),
            FactView.make(Label.payloadBack, ValueView.words(details.payloadReturnCapacity.map(Formatted.kilograms))),
            FactView.make(Label.flightLife, ValueView.text(details.flightLife)),
        ]
        if let turnaround = details.fastestTurnaround, turnaround.seconds > 0 {
            facts.append(FactView.make(Label.fastestTurnaround, ValueView.duration(turnaround)))
        }
        facts += self.facts(details.statistics)
        let links = [
            (TemplateValue.message("configuration.wikipedia"), details.wikiLink), (.message("configuration.information"), details.infoLink),
        ]
        .compactMap { name, link in
            model.webAddress(link).map { (name, $0) }
        }
        if !links.isEmpty { facts.append(FactView.make(Label.more, links.map { ValueView.make($0.0, link: $0.1) })) }
        return facts
    }

    /// The source's own counters. They also count craft and flights that the register may not hold.
    static func facts(_ statistics: FlightStatistics) -> [TemplateObject] {
        var facts: [TemplateObject] = []
        if let flown = statistics.spacecraftFlown { facts.append(FactView.make(Label.craftFlown, ValueView.count(flown))) }
        if let count = statistics.totalLaunchCount {
            let isFailureKnown = count > 0 && statistics.failedLaunches != nil
            let value =
                isFailureKnown
                ? .message("configuration.launches", ["count": .integer(count), "failed": .optional(statistics.failedLaunches)])
                : Formatted.number(count)
            facts.append(FactView.make(Label.launches, ValueView.make(value)))
        }
        if let attempted = statistics.attemptedLandings, let successful = statistics.successfulLandings {
            facts.append(
                FactView.make(
                    Label.landings,
                    ValueView.make(
                        .message("configuration.landings", ["successful": .integer(successful), "attempted": .integer(attempted)]))))
        }
        return facts
    }

    private static func crew(_ details: Configuration.Details) -> TemplateValue? {
        switch (details.crewCapacity, details.humanRated) {
        case (let capacity?, _) where capacity > 0: Formatted.number(capacity)
        case (_, true?): .message("configuration.rated_for_crew")
        case (0?, _), (_, false?): Absence.noCrew
        default: nil
        }
    }
}
