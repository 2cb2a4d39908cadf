import Catalogue
import Foundation
import LaunchLibrary

/// What a fetch leaves: a snapshot, the lines of the history that tell of its changes, and the note of the check.
extension SiteMutation {
    static let fetches: [SiteMutation] = [
        SiteMutation("a fetch that finds nothing", weight: 5) { site, chance in
            site.wait(seconds: chance.pick([60, 3_600, 90_000]) ?? 60)
            try site.fetch(site.snapshot)
            return "at \(site.now.rfc3339)"
        },
        SiteMutation("a fetch", weight: 14) { site, chance in
            site.wait(seconds: chance.pick([1, 3_600, 90_000, 900_000]) ?? 1)
            var contents = site.contents
            var done: [String] = []
            for _ in 0...chance.number(0..<3) {
                let mutation = chance.pick(chance.isOnce(in: 3) ? CatalogueMutation.entities : CatalogueMutation.fields)
                if let one = mutation?.apply(&contents, .anything, .any, &chance) { done.append(one) }
            }
            var fetched = site
            try fetched.setContents(contents)
            if chance.isOnce(in: 3), let ticked = try fetched.tick(seconds: 3_600) { done.append("time in space: \(ticked)") }
            try site.fetch(fetched.snapshot)
            return "at \(site.now.rfc3339): " + done.joined(separator: "; ")
        },
        SiteMutation("an update from an API", weight: 6) { site, chance in
            site.wait(seconds: chance.pick([60, 3_600, 90_000]) ?? 60)
            var contents = site.contents
            let mutation = chance.pick(CatalogueMutation.fields + CatalogueMutation.entities)
            guard let done = mutation?.apply(&contents, .anything, .any, &chance) else { return nil }
            var source = site
            try source.setContents(contents)
            site.encounter = .update(source.snapshot)
            return "at \(site.now.rfc3339): \(done)"
        },
        SiteMutation("the note of the check", weight: 3) { site, chance in
            let note = "site/data/checked.json"
            if chance.isOnce(in: 4) {
                guard site.folder.exists(note) else { return nil }
                try FileManager.default.removeItem(atPath: site.folder(note))
                return "gone"
            }
            let time = Timestamp(secondsSince1970: site.now.secondsSince1970 + chance.number(-86_400..<86_400)).rfc3339
            try site.folder.write(chance.isOnce(in: 5) ? "{" : "{\"checked_at\":\"\(time)\"}\n", to: note)
            return time
        },
        SiteMutation("the date of an entry of the history", weight: 4) { site, chance in
            guard let index = site.history.indices.randomElement(using: &chance) else { return nil }
            let entry = site.history[index]
            // By a minute an entry keeps its place among the others.
            let shift = chance.isOnce(in: 5) ? nil : chance.pick([60, -60, 7_200])
            let date = shift.flatMap { shift in entry.date.map { Timestamp(secondsSince1970: $0.secondsSince1970 + shift) } }
            guard date != entry.date else { return nil }
            site.history[index] = DatedChange(date: date, change: entry.change)
            return "\(entry.change.entity): \(words(entry.date?.rfc3339)) → \(words(date?.rfc3339))"
        },
        SiteMutation("the history", weight: 6) { site, chance in
            guard !site.history.isEmpty else { return nil }
            let last = site.history.count - 1
            switch chance.number(0..<4) {
            case 0: return "without \(site.history.removeLast().change.name)"
            case 1:
                site.isHistoryDamaged.toggle()
                return site.isHistoryDamaged ? "with a line that cannot be read" : "mended"
            case 2:
                guard let kind = chance.pick(EntityKind.kindsWithHistory), let id = chance.pick(site.contents.ids[kind] ?? []) else {
                    return nil
                }
                let name = site.snapshot.catalogue.name(of: EntityKey(kind, id)) ?? ""
                let events: [Change.Event] = [.appeared, .removed, .changed([FieldChange(field: "name", from: "Old", to: name)])]
                guard let event = chance.pick(events) else { return nil }
                site.history.append(
                    DatedChange(date: site.history[last].date, change: Change(EntityKey(kind, id), name: name, event: event)))
                return "\(kind.rawValue) \(id) \(event)"
            default:
                let gone = site.history.count / 4
                site.history.removeFirst(gone)
                return "without the first \(gone)"
            }
        },
    ]
}

extension OracleSite {
    fileprivate mutating func wait(seconds: Int) { now = Timestamp(secondsSince1970: now.secondsSince1970 + seconds) }

    /// Stores what a fetch of now brings, as the command does.
    mutating func fetch(_ fetched: Snapshot) throws {
        var fetched = fetched
        fetched.dataDate = .fetched(now)
        let changes = fetched.catalogue.changes(since: snapshot.catalogue)
        let stored = fetched.encoded(after: snapshot, snapshot.encoded())
        snapshot = try Snapshot(decoding: stored.bytes, path: "snapshot.json")
        history += changes.map { DatedChange(date: now, change: $0) }
        try folder.write("{\"checked_at\":\"\(now.rfc3339)\"}\n", to: "site/data/checked.json")
    }
}
