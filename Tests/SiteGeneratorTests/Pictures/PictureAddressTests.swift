import Catalogue
import Testing

@testable import SiteGenerator

@Suite struct PictureAddressTests {
    @Test(
        arguments: [
            ("https://pictures.example.net/1.jpg", "https://pictures.example.net/1.jpg"),
            (
                "https://thespacedevs-dev.nyc3.digitaloceanspaces.com/media/2520.jpg",
                "https://thespacedevs-prod.nyc3.digitaloceanspaces.com/media/2520.jpg"
            ),
            ("https://lldev.thespacedevs.com/1.jpg", "https://ll.thespacedevs.com/1.jpg"),
            ("http://pictures.example.net/1.jpg", nil),
            ("//pictures.example.net/1.jpg", nil),
            ("javascript:alert(1)", nil),
            ("data:image/png;base64,AAAA", nil),
            ("https://", nil),
            ("", nil),
        ] as [(String, String?)])
    func `a page loads pictures by https from the public hosts`(address: String, loaded: String?) {
        #expect(PictureAddress.loadable(address) == loaded)
    }

    @Test(arguments: [
        ("https://example.org/", true), ("HTTP://EXAMPLE.ORG", true), ("https://user@example.org:8443/?a#b", true),
        ("ftp://example.org", false),
        ("https:///path", false), ("https://lldev.thespacedevs.com/x", false), ("https://a@lldev.thespacedevs.com", false),
        ("https://LLDEV.thespacedevs.com:443/", false), ("https://example.org/a b", false), ("https://example.org/\u{1}", false),
        ("https://example.org/\u{A0}", false), ("https://example.org/\"", false), ("https://example.org/<", false), ("example.org", false),
        ("https://thespacedevs-dev.nyc3.digitaloceanspaces.com/1.jpg", false), ("javascript:https://example.org", false),
    ])
    func `a page links to complete addresses of the web`(address: String, isWeb: Bool) {
        #expect(WebLink.isWeb(address) == isWeb)
    }
}
