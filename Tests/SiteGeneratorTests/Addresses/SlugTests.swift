import Testing

@testable import SiteGenerator

@Suite("Slugs")
struct SlugTests {
    @Test(
        "A name becomes lower-case ASCII words with hyphens",
        arguments: [
            ("Soyuz TM-4", "soyuz-tm-4"),
            ("Russian Federal Space Agency (ROSCOSMOS)", "russian-federal-space-agency-roscosmos"),
            ("Автоматический корабль", "avtomaticheskii-korabl"),
            ("Éclair d'Été", "eclair-dete"),
            ("神舟", ""),
        ])
    func readable(_ name: String, _ slug: String) {
        #expect(Slug.make(name) == slug)
    }
}
