import Testing

@testable import HangarKit

@Suite("hangar.yml")
struct SiteConfigurationTests {
    @Test("Every fault is named with its place, a misspelt key with the nearest known one")
    func faults() throws {
        let yaml = """
            titel: The Register
            base_url: example.org
            images:
              licences:
                unknwon: show
                attribution: hide
            """
        let failure = try #require(throws: Failure.self) {
            try SiteConfiguration(yaml: Array(yaml.utf8), file: "Site/hangar.yml")
        }
        #expect(failure.status == .configuration)
        #expect(
            failure.diagnostics.map(\.description) == [
                "hangar: error: Site/hangar.yml:1:1: unknown key \"titel\". Did you mean \"title\"?",
                "hangar: error: Site/hangar.yml:2:11: base_url: expected an address that begins with http:// or https://, without ? and #, "
                    + "found \"example.org\". Correct the value, or remove the key to get its default.",
                "hangar: error: Site/hangar.yml:5:5: unknown key \"images › licences › unknwon\". Did you mean \"unknown\"?",
                "hangar: error: Site/hangar.yml:6:18: images › licences › attribution: expected one of \"show\", \"link\", \"omit\", "
                    + "found \"hide\". Correct the value, or remove the key to get its default.",
                "hangar: error: Site/hangar.yml: the key \"title\" is missing. Add it, such as \"title: The Spacecraft Register\".",
            ])
    }
}
