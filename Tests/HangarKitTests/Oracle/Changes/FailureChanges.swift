import Foundation
import HangarKit
import SiteGenerator

/// Builds that fail or are cut off. What they leave is what the next build finds.
extension SiteMutation {
    static let failures: [SiteMutation] = [
        SiteMutation("a fault in a template", weight: 3) { site, chance in
            guard let template = chance.pick(Theme.standard.templates) else { return nil }
            let file = "site/Templates/" + template.path
            let old = site.folder.exists(file) ? try site.folder.bytes(file) : nil
            site.encounter = .refusal(.badData) {
                try $0.folder.write("{{#open}}", to: file)
            } mending: {
                try $0.folder.restore(old, to: file)
            }
            return template.path
        },
        SiteMutation("a fault in the configuration", weight: 1) { site, _ in
            site.encounter = .refusal(.configuration) {
                try $0.folder.write("title: [\n", to: "site/hangar.yml")
            } mending: {
                try $0.write()
            }
            return "hangar.yml"
        },
        SiteMutation("a fault in the snapshot", weight: 1) { site, _ in
            site.encounter = .refusal(.badData) {
                try $0.folder.write("{", to: "site/data/snapshot.json")
            } mending: {
                try $0.write()
            }
            return "snapshot.json"
        },
        SiteMutation("the manifest is gone", weight: 2) { site, _ in
            guard site.folder.exists(site.output + "/.hangar-manifest") else { return nil }
            site.encounter = .refusal(
                .cannotWrite, breaking: { try $0.folder.remove($0.output + "/.hangar-manifest") }, options: ["--force"])
            return ".hangar-manifest"
        },
        SiteMutation("a folder in the place of a page", weight: 2) { site, chance in
            guard let page = chance.pick(try site.files().filter { site.isAlwaysMade($0) }) else { return nil }
            let place = site.output + "/" + page
            site.encounter = .refusal(.cannotWrite) {
                try $0.folder.remove(place)
                try $0.folder.write("theirs", to: place + "/theirs.txt")
            } mending: {
                try $0.folder.remove(place)
            }
            return page
        },
        SiteMutation("a build is cut off", weight: 12) { site, chance in
            // Something that is to be published.
            var contents = site.contents
            let field = chance.pick(CatalogueMutation.fields)
            guard let done = field?.apply(&contents, .anything, .any, &chance) else { return nil }
            try site.setContents(contents)
            let changes = chance.pick([0, 1, 2, 3, 5, 8, 13, 21, 34, 55]) ?? 0
            site.encounter = .cut(after: changes)
            return "after \(changes) changes of the disk; \(done)"
        },
    ]
}

extension SiteMutation {
    static let kill = SiteMutation("the program is killed") { site, chance in
        let share = Double(chance.number(0..<100)) / 100
        site.encounter = .kill(share)
        return "after \(share) of its time"
    }
}

extension OracleSite {
    /// Whether every build makes the page.
    fileprivate func isAlwaysMade(_ path: String) -> Bool { ["index.html", "about/index.html", "spacecraft/index.html"].contains(path) }
}
