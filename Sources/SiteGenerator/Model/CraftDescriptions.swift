import Catalogue
import HTMLSanitizer
import Support

/// The descriptions of the craft, made safe. Each is made once, when the first file needs it or one near it: pages, feeds and every download
/// show the same.
struct CraftDescriptions: Sendable {
    struct Description: Sendable {
        let html: SanitizedHTML
        /// The whole text without markup.
        let text: String
    }

    private let spacecraft: EntityTable<Spacecraft>
    private let made: LazyTable<Description?>

    /// - Parameter sanitize: makes a description safe. Nil when nothing remains of it.
    init(of spacecraft: EntityTable<Spacecraft>, _ sanitize: @escaping @Sendable (String) -> SanitizedHTML?) {
        self.spacecraft = spacecraft
        made = LazyTable(count: spacecraft.count) { position in
            sanitize(spacecraft[position].description).map { Description(html: $0, text: $0.plainText(limit: nil)) }
        }
    }

    /// Nil when nothing remains of the craft's description, or when it is too long for the sanitizer.
    subscript(id: Spacecraft.ID) -> Description? { spacecraft.position(of: id).flatMap { made[$0] } }
}
