import Catalogue
import TemplateEngine

/// The parts that both feeds give of a craft.
enum FeedItems {
    /// The name by which feed readers know an item for ever (RFC 4151): `tag:example.org,2026:spacecraft/126`. It stays when the site moves to
    /// https or to another folder, and when the craft gets another name.
    static func id(of craft: Spacecraft, _ settings: SiteSettings) -> String { id("spacecraft/\(craft.id)", settings) }

    /// The same for the feed itself.
    static func id(ofFeed settings: SiteSettings) -> String { id("spacecraft", settings) }

    private static func id(_ name: String, _ settings: SiteSettings) -> String { "tag:\(settings.feedAuthority):\(settings.folder)\(name)" }

    /// `Starship V2, Destroyed, 47 min 18 s in space.`
    static func summary(_ craft: Spacecraft, _ fragments: Fragments) -> TemplateValue {
        let configuration = fragments.names(ofConfiguration: craft.configurationID)?.configuration.shownName
        let status = fragments.ofStatus(craft.statusID)?.name
        var facts = [configuration, status].compactMap(\.self)
        if craft.timeInSpaceIsKnown, let time = craft.timeInSpace, time.seconds > 0 {
            facts.append(inSpace(Formatted.duration(time)))
        }
        return summary(.list(facts))
    }

    private static let inSpace = MessageLayout("feed.in_space", "time")
    private static let summary = MessageLayout("feed.summary", "facts")
}
