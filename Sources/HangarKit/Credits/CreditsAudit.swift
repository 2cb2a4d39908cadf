import Catalogue
import SiteCheck
import SiteGenerator
import Support

/// What is known of the pictures of a catalogue, what is missing, and whether a finished site keeps to the rules of its operator.
struct CreditsAudit: Sendable {
    struct ClassCount: Sendable {
        let licenceClass: LicenceClass
        let treatment: ImageRules.Treatment
        let pictures: Int
    }

    /// A picture in which something is missing.
    struct Picture: Sendable {
        let image: Image
        let licence: Licence
        /// The number of craft that show it, or would show it if its licence allowed that.
        let craft: Int
    }

    /// The address of a licence's terms that nobody can follow.
    struct LicenceLink: Sendable {
        enum Fault: String, Sendable {
            case missing
            /// It begins with `http:`, so that it can be altered on its way.
            case insecure
            /// It is no address that a reader could follow from anywhere.
            case unusable
        }

        let licence: Licence
        let fault: Fault
        let pictures: Int
    }

    /// A picture on a page of the finished site that the rules do not allow to be there.
    struct Violation: Sendable {
        let image: Image
        let treatment: ImageRules.Treatment
        let shown: ShownPictures.Picture
    }

    /// Credit lines that name the same.
    struct Spellings: Sendable {
        /// In the order of their numbers of pictures, the most first.
        let lines: [(credit: String, pictures: Int)]
    }

    let pictures: Int
    let licences: Int
    /// All classes, in the order of their declaration.
    let classes: [ClassCount]
    /// Those on the most craft first.
    let withoutCredit: [Picture]
    let withoutLicence: [Picture]
    let licenceLinks: [LicenceLink]
    /// Nil when no finished site was looked at.
    let violations: [Violation]?
    let spellings: [Spellings]

    /// - Parameter shown: the pictures of the finished site.
    init(_ catalogue: Catalogue, _ rules: ImageRules, baseURL: String, shown: [ShownPictures.Picture]?) {
        let craft = catalogue.craftCountsByPicture()
        let all = catalogue.images.compactMap { image in
            catalogue.licences[id: image.licenceID].map { Picture(image: image, licence: $0, craft: craft[image.id] ?? 0) }
        }
        let mostSeen = all.sorted { ($1.craft, $0.image.id) < ($0.craft, $1.image.id) }
        let byLicence = Dictionary(grouping: all) { $0.licence.id }
        pictures = all.count
        licences = byLicence.count
        classes = LicenceClass.allCases.map { licenceClass in
            ClassCount(
                licenceClass: licenceClass, treatment: rules.treatment(ofClass: licenceClass),
                pictures: all.count { $0.licence.licenceClass == licenceClass })
        }
        withoutCredit = mostSeen.filter { CreditLine($0.image.credit ?? "").isEmpty }
        withoutLicence = mostSeen.filter { $0.licence.licenceClass == .unknown }
        licenceLinks = catalogue.licences.compactMap { licence in
            guard let pictures = byLicence[licence.id]?.count, licence.isStated, let fault = LicenceLink.fault(of: licence) else {
                return nil
            }
            return LicenceLink(licence: licence, fault: fault, pictures: pictures)
        }
        violations = shown.map { Self.violations(in: $0, all, rules, baseURL: baseURL) }
        spellings = Self.spellings(all.compactMap(\.image.credit))
    }

    private static func violations(
        in shown: [ShownPictures.Picture], _ all: [Picture], _ rules: ImageRules, baseURL: String
    ) -> [Violation] {
        // One file may be that of several records. It may be shown where one of them allows it.
        var owners: [String: [Picture]] = [:]
        for picture in all {
            for address in picture.image.loadableAddresses(outside: baseURL) { owners[address, default: []].append(picture) }
        }
        let byID = Dictionary(all.map { ($0.image.id.number, $0) }, uniquingKeysWith: { first, _ in first })
        return shown.compactMap { shown in
            let candidates =
                shown.isOwn ? copied(shown.address).flatMap { byID[$0] }.map { [$0] } ?? [] : owners[normal(shown.address)] ?? []
            let wanted: ImageRules.Treatment = shown.isOwn ? .copy : .show
            guard let first = candidates.first, !candidates.contains(where: { rules.treatment(of: $0.licence) == wanted }) else {
                return nil
            }
            return Violation(image: first.image, treatment: rules.treatment(of: first.licence), shown: shown)
        }
    }

    private static func normal(_ address: String) -> String { WebURL(address)?.text ?? address }

    /// The id of the picture of which a file of the site is a copy: 1930 of `pictures/1930-original-soyuz_tm.jpeg`.
    private static func copied(_ path: String) -> Int? {
        guard path.hasPrefix("pictures/") else { return nil }
        return Int(path.dropFirst("pictures/".count).prefix { $0 != "-" })
    }

    private static func spellings(_ credits: [String]) -> [Spellings] {
        var groups: [CreditLine: [String: Int]] = [:]
        for credit in credits {
            let line = CreditLine(credit)
            if !line.isEmpty { groups[line, default: [:]][credit.withoutOuterSpaces, default: 0] += 1 }
        }
        return groups.filter { $0.value.count > 1 }.sorted { $0.key.names.lexicographicallyPrecedes($1.key.names) }.map { _, lines in
            Spellings(
                lines: lines.map { (credit: $0.key, pictures: $0.value) }.sorted { ($1.pictures, $0.credit) < ($0.pictures, $1.credit) })
        }
    }
}

extension CreditsAudit.LicenceLink {
    fileprivate static func fault(of licence: Licence) -> Fault? {
        guard let link = licence.link, !link.allSatisfy(\.isWhitespace) else { return .missing }
        guard let url = WebURL(link) else { return .unusable }
        return url.isSecure ? nil : .insecure
    }
}

extension String {
    fileprivate var withoutOuterSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
