import Catalogue
import LaunchLibrary

/// Changes of the snapshot alone. Nothing else tells of them, so that a page is found only by what it shows.
extension SiteMutation {
    static let records: [SiteMutation] =
        [
            SiteMutation("a field of a record", weight: 30) { site, chance in
                try change(&site, by: chance.pick(CatalogueMutation.fields), &chance)
            },
            SiteMutation("an entity", weight: 14) { site, chance in try change(&site, by: chance.pick(CatalogueMutation.entities), &chance)
            },
            SiteMutation("time goes on in space", weight: 3) { site, chance in
                try site.tick(seconds: chance.pick([60, 3_600, 86_400, 900_000]) ?? 60)
            },
            SiteMutation("a record is set aside", weight: 2) { site, chance in
                if chance.isOnce(in: 3), !site.snapshot.setAside.isEmpty {
                    site.snapshot.setAside.removeLast()
                    return "one less is set aside"
                }
                guard let key = site.anyEntity(&chance) else { return nil }
                site.snapshot.setAside.removeAll { $0.entity == key }
                site.snapshot.setAside.append(SetAsideRecord(key, asOf: chance.isOnce(in: 3) ? nil : site.now))
                return "\(key) is set aside"
            },
            SiteMutation("a value cannot be used", weight: 2) { site, chance in
                if chance.isOnce(in: 3), !site.snapshot.unusableValues.isEmpty {
                    site.snapshot.unusableValues.removeLast()
                    return "one unusable value less"
                }
                guard let key = site.anyEntity(&chance), let field = chance.pick(["name", "height", "status", "image"]) else { return nil }
                site.snapshot.unusableValues.append(UnusableValue(of: key, field: field, value: "-3"))
                return "\(key) › \(field) cannot be used"
            },
            SiteMutation("the head of the snapshot", weight: 3) { site, chance in
                switch chance.number(0..<3) {
                case 0: site.snapshot.source = "https://source-\(site.nextSerial()).example/2.3.0/"
                case 1: site.snapshot.mode = site.snapshot.mode == .normal ? .detailed : .normal
                default:
                    let earlier = Timestamp(secondsSince1970: site.now.secondsSince1970 - 800 * 86_400)
                    let dates: [DataDate] = [.fetched(site.now), .fetched(earlier), .notBefore(site.now), .unknown]
                    guard let date = chance.pick(dates.filter { $0 != site.snapshot.dataDate }) else { return nil }
                    site.snapshot.dataDate = date
                }
                return "\(site.snapshot.source), \(site.snapshot.mode), \(site.snapshot.dataDate)"
            },
        ]

    private static func change(_ site: inout OracleSite, by mutation: CatalogueMutation?, _ chance: inout SplitMix64) throws -> String? {
        var contents = site.contents
        guard let done = mutation?.apply(&contents, .anything, .any, &chance) else { return nil }
        try site.setContents(contents)
        return done
    }
}

extension OracleSite {
    func anyEntity(_ chance: inout SplitMix64) -> EntityKey? {
        guard let kind = chance.pick(EntityKind.allCases) else { return nil }
        return chance.pick(contents.ids[kind] ?? []).map { EntityKey(kind, $0) }
    }

    /// All craft in space have been there for longer.
    mutating func tick(seconds: Int) throws -> String? {
        var contents = contents
        for index in contents.spacecraft.indices where contents.spacecraft[index].inSpace == true {
            for duration in [\Spacecraft.timeInSpace, \Spacecraft.timeDocked] {
                contents.spacecraft[index][keyPath: duration]?.seconds += seconds
            }
        }
        try setContents(contents)
        return "\(seconds) s"
    }
}
