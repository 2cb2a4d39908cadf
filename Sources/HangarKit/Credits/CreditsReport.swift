import TemplateEngine

/// What `hangar check --credits` says of a site's pictures: in lines for people, and as an object.
struct CreditsReport {
    /// The path of the snapshot.
    let snapshot: String
    /// The folder of the finished site. Nil when it was not looked at.
    let output: String?
    let audit: CreditsAudit

    /// One line for each finding, which begins with its kind.
    var lines: [String] {
        var lines = ["\(snapshot): \(audit.pictures) pictures under \(audit.licences) licences"]
        lines += audit.classes.filter { $0.pictures > 0 }.map {
            "class \($0.licenceClass.rawValue): \(Self.count($0.pictures, "picture")), \($0.treatment.rawValue)"
        }
        lines += audit.withoutLicence.map { "no known licence: \(Self.words(for: $0)), '\($0.licence.name)'" }
        lines += audit.withoutCredit.map { "no credit: \(Self.words(for: $0))" }
        lines += audit.licenceLinks.map {
            "licence link \($0.fault.rawValue): '\($0.licence.name)' (\(Self.count($0.pictures, "picture")))"
                + ($0.fault == .missing ? "" : ": \($0.licence.link ?? "")")
        }
        lines += audit.spellings.map { group in
            "one credit in several spellings: " + group.lines.map { "'\($0.credit)' (\($0.pictures))" }.joined(separator: ", ")
        }
        lines.append(shownWords)
        return lines
    }

    private var shownWords: String {
        guard let violations = audit.violations, let output else { return "no finished site was looked at: name its folder" }
        return violations.isEmpty
            ? "\(output): no picture is shown otherwise than the configuration says"
            : "\(output): \(Self.count(violations.count, "picture")) shown otherwise than the configuration says"
    }

    private static func words(for picture: CreditsAudit.Picture) -> String {
        "picture \(picture.image.id) (\(picture.image.name)), on \(picture.craft) craft: \(picture.image.imageURL)"
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    /// Each picture that is shown against the rules, with its place.
    ///
    /// - Parameter path: the path of a file of the site for messages.
    func errors(at path: (String) -> String) -> [Diagnostic] {
        (audit.violations ?? []).map { violation in
            let shown = violation.shown
            let more = shown.pages > 1 ? " (in \(shown.pages) pages)" : ""
            return Diagnostic(
                .error, at: "\(path(shown.file)):\(shown.line):\(shown.column)",
                "picture \(violation.image.id) is shown from \(shown.isOwn ? "this site" : "the source"), "
                    + "and the configuration says '\(violation.treatment.rawValue)'\(more)",
                remedy: "Build the site again; where a text or a template of your own shows it, take it out there.")
        }
    }

    var json: TemplateObject {
        [
            "snapshot": .text(snapshot),
            "output": .optional(output),
            "credits": [
                "pictures": .integer(audit.pictures), "licences": .integer(audit.licences),
                "classes": .list(
                    audit.classes.map {
                        [
                            "class": .text($0.licenceClass.rawValue), "treatment": .text($0.treatment.rawValue),
                            "pictures": .integer($0.pictures),
                        ]
                    }),
                "without_licence": .list(audit.withoutLicence.map(Self.json)),
                "without_credit": .list(audit.withoutCredit.map(Self.json)),
                "licence_links": .list(
                    audit.licenceLinks.map {
                        [
                            "id": .integer($0.licence.id.number), "name": .text($0.licence.name), "link": .optional($0.licence.link),
                            "fault": .text($0.fault.rawValue), "pictures": .integer($0.pictures),
                        ]
                    }),
                "shown_against_rules": audit.violations.map { .list($0.map(Self.json)) } ?? .null,
                "spellings": .list(
                    audit.spellings.map { group in
                        .list(group.lines.map { ["credit": .text($0.credit), "pictures": .integer($0.pictures)] })
                    }),
            ],
        ]
    }

    private static func json(_ picture: CreditsAudit.Picture) -> TemplateValue {
        [
            "id": .integer(picture.image.id.number), "name": .text(picture.image.name), "url": .text(picture.image.imageURL),
            "credit": .optional(picture.image.credit), "licence": .text(picture.licence.name), "craft": .integer(picture.craft),
        ]
    }

    private static func json(_ violation: CreditsAudit.Violation) -> TemplateValue {
        [
            "id": .integer(violation.image.id.number), "treatment": .text(violation.treatment.rawValue),
            "url": .text(violation.shown.address), "is_copy": .bool(violation.shown.isOwn), "file": .text(violation.shown.file),
            "line": .integer(violation.shown.line), "column": .integer(violation.shown.column), "pages": .integer(violation.shown.pages),
        ]
    }
}
