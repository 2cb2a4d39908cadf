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
            ("https://Pictures.example.net/ü %zz.jpg", "https://pictures.example.net/%C3%BC%20%25zz.jpg"),
            ("https://register.example/sub/nope.jpg", nil),
            ("", nil),
        ] as [(String, String?)])
    func aPageLoadsPicturesByHttpsFromThePublicHosts(address: String, loaded: String?) {
        #expect(PictureAddress.loadable(address, outside: "https://register.example/sub/") == loaded)
    }

    @Test(
        arguments: [
            ("https://example.org/", "https://example.org/"), ("HTTP://EXAMPLE.ORG", "http://example.org/"),
            ("https://example.org:8443/?a#b", "https://example.org:8443/?a#b"),
            ("https://example.org/a b\"<", "https://example.org/a%20b%22%3C"),
            ("https://register.example/", "https://register.example/"), ("https://register.example/sub/x", nil),
            ("https://register.example/sub", nil), ("ftp://example.org", nil), ("https://user@example.org/", nil), ("https:///path", nil),
            ("https://lldev.thespacedevs.com/x", nil), ("https://LLDEV.thespacedevs.com:443/", nil), ("https://example.org/\u{1}a", nil),
            ("example.org", nil), ("https://thespacedevs-dev.nyc3.digitaloceanspaces.com/1.jpg", nil),
            ("javascript:https://example.org", nil),
            ("", nil),
        ] as [(String, String?)])
    func aPageLinksToCompleteAddressesOfOtherSites(raw: String, address: String?) {
        #expect(WebLink.address(raw, outside: "https://register.example/sub/") == address)
    }
}
