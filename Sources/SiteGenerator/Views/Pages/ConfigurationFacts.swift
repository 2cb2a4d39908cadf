import Catalogue
import TemplateEngine

/// The facts that the detailed form of a configuration adds, each with its unit.
enum ConfigurationFacts {
    static func facts(_ details: Configuration.Details, _ model: SiteModel) -> [TemplateObject] {
        var facts = [
            FactView.make("Height", ValueView.text(details.height.map { "\(Numbers.decimal($0))\u{A0}m" })),
            FactView.make("Diameter", ValueView.text(details.diameter.map { "\(Numbers.decimal($0))\u{A0}m" })),
            FactView.make("Crew", ValueView.text(crew(details))),
            FactView.make("Payload to orbit", ValueView.text(details.payloadCapacity.map(kilograms))),
            FactView.make("Payload back to Earth", ValueView.text(details.payloadReturnCapacity.map(kilograms))),
            FactView.make("Flight life", ValueView.text(details.flightLife)),
        ]
        if let turnaround = details.fastestTurnaround, turnaround.seconds > 0 {
            facts.append(
                FactView.make("Fastest turnaround", ValueView.make(turnaround.humanText, datetime: turnaround.iso8601)))
        }
        facts += self.facts(details.statistics)
        let links = [("Wikipedia", details.wikiLink), ("Information", details.infoLink)].compactMap { name, link in
            model.webAddress(link).map { (name, $0) }
        }
        if !links.isEmpty { facts.append(FactView.make("More", links.map { ValueView.make($0.0, link: $0.1) })) }
        return facts
    }

    /// The source's own counters. They also count craft and flights that the register may not hold.
    static func facts(_ statistics: FlightStatistics) -> [TemplateObject] {
        var facts: [TemplateObject] = []
        if let flown = statistics.spacecraftFlown {
            facts.append(FactView.make("Craft flown, by the source", ValueView.make(Numbers.grouped(flown))))
        }
        if let launches = statistics.totalLaunchCount {
            let failed = statistics.failedLaunches.map { $0 == 0 ? ", none failed" : ", of them \(Numbers.grouped($0)) failed" } ?? ""
            facts.append(FactView.make("Launches, by the source", ValueView.make(Numbers.grouped(launches) + (launches > 0 ? failed : ""))))
        }
        if let attempted = statistics.attemptedLandings, let successful = statistics.successfulLandings {
            facts.append(
                FactView.make(
                    "Landings, by the source", ValueView.make("\(Numbers.grouped(successful)) of \(Numbers.grouped(attempted)) attempted")))
        }
        return facts
    }

    private static func kilograms(_ mass: Int) -> String { Numbers.grouped(mass) + "\u{A0}kg" }

    private static func crew(_ details: Configuration.Details) -> String? {
        switch (details.crewCapacity, details.humanRated) {
        case (let capacity?, _) where capacity > 0: Numbers.grouped(capacity)
        case (_, true?): "rated for crew, capacity not recorded"
        case (0?, _), (_, false?): "none"
        default: nil
        }
    }
}
