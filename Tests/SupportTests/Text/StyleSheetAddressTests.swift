import Testing

@testable import Support

@Suite struct StyleSheetAddressTests {
    static func addresses(_ css: String) -> [String] {
        let bytes = Array(css.utf8)
        return bytes.withUnsafeBufferPointer { StyleSheetAddress.all(in: $0) }.map { found in
            "\(found.use) \(String(decoding: bytes[found.range], as: UTF8.self)) = \(String(decoding: found.address, as: UTF8.self))"
        }
    }

    @Test(arguments: [
        ("p { background: url(bg.png) }", ["image bg.png = bg.png"]),
        ("p { background: URL( 'a b.png' ) }", ["image a b.png = a b.png"]),
        ("p{background:url(\n\"bg.png\"\n),url(b.png)}", ["image bg.png = bg.png", "image b.png = b.png"]),
        ("p { background: url(a\\ \\(1\\).png) }", ["image a\\ \\(1\\).png = a (1).png"]),
        ("p { background: url('caf\\e9 .png') }", ["image caf\\e9 .png = café.png"]),
        ("p { background: u\\72l(x.png) }", ["image x.png = x.png"]),
        ("p { background: url() }", ["image  = "]),
        ("p { background: url(a b.png) }", []),
        ("p { content: 'url(x.png)'; color: curl(x.png) }", []),
        ("/* url(x.png) */ p { /* \" */ background: url(y.png) /* url(z.png)", ["image y.png = y.png"]),
        ("@import 'a.css';@import url(b.css) print;", ["styleSheet a.css = a.css", "styleSheet b.css = b.css"]),
        ("@IMPORT \"a.css\" supports(content: 'x');", ["styleSheet a.css = a.css"]),
        ("@namespace svg url(http://www.w3.org/2000/svg);", ["namespace http://www.w3.org/2000/svg = http://www.w3.org/2000/svg"]),
        (
            "@font-face { font-family: 'x'; src: url(f.woff2) format('woff2'), local('y'), url('f.eot?#iefix') } p{background:url(p.png)}",
            ["font f.woff2 = f.woff2", "font f.eot?#iefix = f.eot?#iefix", "image p.png = p.png"]
        ),
        ("@media print { @font-face { src: url(f) } p { background: url(g) } }", ["font f = f", "image g = g"]),
        (
            "p { background: image-set('a.png' 1x, url(b.png) 2x type('image/png'), 'c.png' 3x) }",
            ["image a.png = a.png", "image b.png = b.png", "image c.png = c.png"]
        ),
        ("p { background: url('bg.png\n) } q { background: url(b.png) }", ["image bg.png = bg.png", "image b.png = b.png"]),
        ("p { background: url(bg.png", ["image bg.png = bg.png"]),
    ])
    func addressesAreFoundWhereABrowserLoadsThem(_ css: String, _ expected: [String]) {
        #expect(Self.addresses(css) == expected)
    }
}
