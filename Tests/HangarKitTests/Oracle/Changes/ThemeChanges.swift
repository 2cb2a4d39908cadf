import Foundation
import SiteGenerator

/// Changes of the site's own templates, words, assets, static files and texts.
extension SiteMutation {
    static let theme: [SiteMutation] =
        [
            SiteMutation("a template", weight: 24) { site, chance in
                guard let template = chance.pick(Theme.standard.templates) else { return nil }
                let file = "site/Templates/" + template.path
                if chance.isOnce(in: 3), site.folder.exists(file) {
                    try site.folder.remove(file)
                    return "\(template.path) is the theme's again"
                }
                return try site.edit(template)
            },
            SiteMutation("words", weight: 8) { site, chance in
                guard let words = chance.pick(Theme.standard.words.filter { ["words/en.yml", "words/de.yml"].contains($0.path) }) else {
                    return nil
                }
                let file = "site/Templates/" + words.path
                if chance.isOnce(in: 4), site.folder.exists(file) {
                    try site.folder.remove(file)
                    return "\(words.path) is the theme's again"
                }
                guard let (group, key) = chance.pick(words.plainKeys) else { return nil }
                try site.folder.write("\(group):\n  \(key): \"words \(site.nextSerial())\"\n", to: file)
                return "\(words.path): \(group).\(key)"
            },
            SiteMutation("an asset", weight: 6) { site, chance in
                guard let name = chance.pick(["site.css", "site.js", "own.css", "badges/own.svg"]) else { return nil }
                let file = "site/assets/" + name
                if chance.isOnce(in: 3), site.folder.exists(file) {
                    try site.folder.remove(file)
                    return "\(name) gone"
                }
                try site.folder.write(
                    name.hasSuffix(".svg") ? "<svg><!-- \(site.nextSerial()) --></svg>" : "/* \(site.nextSerial()) */", to: file)
                return name
            },
            SiteMutation("a static file", weight: 6) { site, chance in
                guard let name = chance.pick(["ads.txt", ".well-known/security.txt", "notes/long.txt", "notes/seal.png"]) else {
                    return nil
                }
                let file = "site/static/" + name
                if chance.isOnce(in: 3), site.folder.exists(file) {
                    try site.folder.remove(file)
                    return "\(name) gone"
                }
                // Long enough for a precompressed file beside it, where it is a text.
                let text = "line \(site.nextSerial())\n" + String(repeating: "and so on\n", count: name.hasSuffix("long.txt") ? 200 : 1)
                try site.folder.write(
                    Array(text.utf8), to: file, keepingTimes: chance.isOnce(in: 3), inPlace: chance.isOnce(in: 2))
                return name
            },
            SiteMutation("the text of the page 'About'", weight: 6) { site, chance in
                guard let name = chance.pick(["about.html", "about.txt", "about.de.html", "about.en.txt"]) else { return nil }
                let file = "site/content/" + name
                if chance.isOnce(in: 3), site.folder.exists(file) {
                    try site.folder.remove(file)
                    return "\(name) gone"
                }
                try site.folder.write("<p>Words <em>\(site.nextSerial())</em>.</p><blink>x</blink>", to: file)
                return name
            },
            SiteMutation("the text of a page of its own", weight: 8) { site, chance in
                guard let name = chance.pick(["contact.md", "contact.de.md", "museum/Opening hours.html", "notes.ja.txt", "notes.txt"])
                else {
                    return nil
                }
                let file = "site/content/" + name
                if name != "contact.md", chance.isOnce(in: 3), site.folder.exists(file) {
                    try site.folder.remove(file)
                    return "\(name) gone"
                }
                let serial = site.nextSerial()
                let texts = [
                    "# Title \(serial)\n\nWords.\n", "# Title\n\nWords \(serial), ![Logo](assets/badges/own.svg).\n",
                    "---\ntitle: Title\ndescription: In short \(serial)\n---\nWords.\n", "Words \(serial).\n",
                ]
                guard let text = chance.pick(texts) else { return nil }
                try site.folder.write(text, to: file)
                return "\(name): \(serial)"
            },
            SiteMutation("the template of a page of its own", weight: 8) { site, chance in
                guard let name = chance.pick(["timeline", "years"]), let body = chance.pick(OwnTemplates.bodies) else { return nil }
                let serial = site.nextSerial()
                try site.folder.write(body + "<!-- \(serial) -->", to: "site/Templates/pages/\(name).html.mustache")
                return "\(name): \(serial)"
            },
        ]
}

/// Templates that read different parts of the catalogue.
enum OwnTemplates {
    static let bodies =
        [
            "{{heading}}",
            "{{#spacecraft}}{{name}} {{first_launch.text}} {{description_html}} {{mark}};{{/spacecraft}}{{agencies | count}}",
            "{{#configurations_by_date}}{{#begins_year}}{{year}}{{/begins_year}}{{name}} {{#longest}}{{seconds | duration}}{{/longest}}"
                + "{{/configurations_by_date}}{{#families_by_date}}{{name}} {{parent.name}}{{/families_by_date}}",
            "{{#agencies}}{{name}} {{administrator}} {{craft_count}}{{#countries}}{{name}}{{/countries}}{{/agencies}}{{#time_chart}}{{> partials/chart}}{{/time_chart}}",
            "{{#by_family}}{{> partials/count-table}}{{/by_family}}{{> partials/changes}}{{#craft_table}}{{> partials/craft-table}}{{/craft_table}}",
            "{{families | count}} {{site.counts.spacecraft}}",
            "{{#spacecraft}}{{name}} {{status.name}} {{agency.name}} {{#families}}{{name}}{{/families}} {{type.name}} {{mark}} {{description_html}} "
                + "{{#figure}}{{> partials/figure}}{{/figure}} {{time_in_space.share}};{{/spacecraft}}{{#craft_table}}{{> partials/craft-table}}{{/craft_table}}",
            "{{#statuses}}{{name}}{{#spacecraft}}{{name}}{{/spacecraft}}{{/statuses}}{{#families}}{{name}}{{#configurations}}{{name}}"
                + "{{#spacecraft}}{{name}} {{/spacecraft}}{{/configurations}}{{/families}}{{#types}}{{name}}{{craft_count}}{{/types}}",
        ].map { "{{< layouts/page}}{{$main}}<h1>{{heading}}</h1>\($0){{/main}}{{/ layouts/page}}\n" }
}

extension OracleSite {
    /// Puts a text into a template: before the first end tag, or at the place for it in a template that only fills in another one.
    mutating func edit(_ template: Theme.File) throws -> String {
        let file = "site/Templates/" + template.path
        let old = folder.exists(file) ? try folder.text(file) : String(decoding: template.bytes, as: UTF8.self)
        let note = "note \(nextSerial())"
        let new: String
        if let tag = old.firstRange(of: "</") {
            new = old[..<tag.lowerBound] + note + old[tag.lowerBound...]
        } else if old.hasPrefix("{{< layouts/"), let line = old.firstIndex(of: "\n") {
            new = old[...line] + "{{$after}}<p>\(note)</p>{{/after}}\n" + old[old.index(after: line)...]
        } else {
            new = old + "# \(note)\n"
        }
        try folder.write(new, to: file)
        return "\(template.path): \(note)"
    }
}

extension Theme.File {
    /// The groups and keys of words whose text has no values.
    fileprivate var plainKeys: [(group: String, key: String)] {
        var group = ""
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            if let name = line.wholeMatch(of: /([a-z_]+):/) { group = String(name.1) }
            return line.wholeMatch(of: /\ {2}([a-z_]+): "[^{}]*"/).map { (group, String($0.1)) }
        }
    }
}
