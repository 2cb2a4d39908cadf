import TestSupport
import Testing

@testable import SiteCheck

/// What a page's own Content Security Policy blocks.
@Suite struct PagePolicyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func warnings(_ site: FileTree, baseURL: String? = "https://example.org/catalogue/") throws -> [String] {
        try site.write(to: folder.output)
        return try SiteChecker(output: folder.output, baseURL: baseURL).check().warnings.map(\.description)
    }

    /// The warnings of a page with a policy and one piece of HTML, with the rest of the page left out.
    func warnings(_ policy: String, _ html: String) throws -> [String] {
        let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
        return try warnings([
            "index.html": .file(head + html), "own.js": "x", "own.css": "x", "own.png": "x", "a/index.html": "x<a href=..>x</a>",
        ])
        .filter { $0.hasPrefix("index.html:") }.map { String($0.dropFirst("index.html:".count)) }
    }

    static let theme = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'self'"
    static let listener = "Add the listener in a script in assets/"
    static let toAssets = "Put the file into assets/ and name it there, or allow its address in the policy"

    @Test(arguments: [
        (
            "<script>alert(1)</script>",
            "2:1: the page's policy blocks a script in the page: script-src 'self'. Put it into a file in assets/ and load that"
        ),
        (
            "<p style='color: red'>x</p>",
            "2:1: the page's policy blocks the attribute style: style-src 'self'. Give the element a class, and style that in a style sheet in assets/"
        ),
        (
            "<style>p{}</style>",
            "2:1: the page's policy blocks styles in the page: style-src 'self'. Put them into a style sheet in assets/"
        ),
        ("<p onclick='go()'>x</p>", "2:1: the page's policy blocks the attribute onclick: script-src 'self'. \(listener)"),
        ("<p OnPointerCancel = go()>x</p>", "2:1: the page's policy blocks the attribute onpointercancel: script-src 'self'. \(listener)"),
        (
            "<a href=' java&#115;cript:go()'>x</a>",
            "2:1: the page's policy blocks an address of scheme 'javascript:': script-src 'self'. \(listener)"
        ),
        (
            "<script src='https://cdn.example/x.js'></script>",
            "2:14: the page's policy blocks the script 'https://cdn.example/x.js': script-src 'self'. \(toAssets)"
        ),
        (
            "<link rel=stylesheet href=//fonts.example/css>",
            "2:27: the page's policy blocks the style sheet '//fonts.example/css': style-src 'self'. \(toAssets)"
        ),
        (
            "<link rel=preload as=font href=https://fonts.example/a.woff2>",
            "2:32: the page's policy blocks the font 'https://fonts.example/a.woff2': default-src 'none'. \(toAssets)"
        ),
        (
            "<figure><img src='http://pictures.example/a.jpg' alt=''><figcaption>x</figcaption></figure>",
            "2:19: the page's policy blocks the picture 'http://pictures.example/a.jpg': img-src 'self' https:. \(toAssets)"
        ),
        (
            "<img src='data:image/gif,x' alt=''>",
            "2:11: the page's policy blocks the picture 'data:image/gif,x': img-src 'self' https:. \(toAssets)"
        ),
        (
            "<iframe src='https://video.example/'></iframe>",
            "2:14: the page's policy blocks the frame 'https://video.example/': default-src 'none'. \(toAssets)"
        ),
        (
            "<iframe src='a/'></iframe>", "2:14: the page's policy blocks the frame 'a/': default-src 'none'. \(toAssets)"
        ),
        (
            "<object data=own.png></object>", "2:14: the page's policy blocks the plug-in 'own.png': default-src 'none'. \(toAssets)"
        ),
        (
            "<video poster=own.png><source src=own.png></video>",
            "2:35: the page's policy blocks the sound or film 'own.png': default-src 'none'. \(toAssets)"
        ),
        (
            "<form action='https://search.example/'></form>",
            "2:15: the page's policy blocks the form's address 'https://search.example/': form-action 'self'. Allow its address in the policy, or leave it out"
        ),
        (
            "<button formaction='https://search.example/'>x</button>",
            "2:21: the page's policy blocks the form's address 'https://search.example/': form-action 'self'. Allow its address in the policy, or leave it out"
        ),
        (
            "<base href=a/>",
            "2:12: the page's policy blocks the base address 'a/': base-uri 'none'. Allow its address in the policy, or leave it out"
        ),
    ])
    func whatThePolicyOfTheDefaultThemeBlocksIsWarnedOf(_ html: String, _ expected: String) throws {
        #expect(try warnings(Self.theme, html) == [expected])
    }

    @Test(arguments: [
        "<script src=own.js defer></script>", "<script type='application/ld+json'>{}</script>", "<link rel=stylesheet href=own.css>",
        "<link rel=icon href=own.png>", "<img src=own.png alt=''>", "<form action='a/'></form>", "<form></form>",
        "<script src='https://example.org/own.js'></script>", "<link rel=canonical href='https://elsewhere.example/'>",
        "<a href='https://elsewhere.example/' data-onclick=x one=1>x</a>", "<svg><use href='#x'/></svg>",
        "<a href='a/' title='javascript:'>x</a>", "<link rel=alternate href='https://elsewhere.example/feed'>",
    ])
    func whatThePolicyOfTheDefaultThemeAllowsIsNoWarning(_ html: String) throws {
        #expect(try warnings(Self.theme, html) == [])
    }

    @Test(arguments: [
        // The hash of a script: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        ("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='", "<script>alert(1)</script>", true),
        ("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='", "<script>alert(2)</script>", false),
        ("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='", "<p onclick='alert(1)'>x</p>", false),
        ("script-src 'unsafe-hashes' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='", "<p onclick='alert(1)'>x</p>", true),
        ("script-src 'nonce-abc'", "<script nonce=abc>x</script>", true),
        ("script-src 'nonce-abc'", "<script nonce=abd>x</script>", false),
        ("script-src 'nonce-abc'", "<script nonce=abc src='https://cdn.example/x.js'></script>", true),
        ("script-src 'unsafe-inline'", "<script>x</script><p onclick=x>x</p><a href='javascript:x'>x</a>", true),
        ("script-src 'unsafe-inline' 'nonce-abc'", "<script>x</script>", false),
        ("style-src 'unsafe-inline'", "<p style='color:red'>x</p><style>p{}</style>", true),
        ("style-src 'self'; style-src-attr 'unsafe-inline'", "<p style='color:red'>x</p>", true),
        ("style-src 'self'; style-src-attr 'unsafe-inline'", "<style>p{}</style>", false),
        ("default-src *", "<script src='https://cdn.example/x.js'></script>", true),
        ("default-src *", "<img src='data:image/gif,x' alt=''>", false),
        ("img-src data:", "<img src='data:image/gif,x' alt=''>", true),
        ("script-src https://cdn.example", "<script src='https://cdn.example/x.js'></script>", true),
        ("script-src cdn.example", "<script src='https://CDN.example/x.js'></script>", true),
        ("script-src *.example", "<script src='https://cdn.example/x.js'></script>", true),
        ("script-src *.cdn.example", "<script src='https://cdn.example/x.js'></script>", false),
        ("script-src cdn.example:8443", "<script src='https://cdn.example/x.js'></script>", false),
        ("script-src cdn.example/lib/", "<script src='https://cdn.example/lib/x.js'></script>", true),
        ("script-src cdn.example/lib", "<script src='https://cdn.example/lib/x.js'></script>", false),
        ("SCRIPT-SRC 'Self'; script-src *", "<script src='https://cdn.example/x.js'></script>", false),
        (
            "script-src 'self' 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'",
            "<script src='https://cdn.example/x.js' integrity='sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'></script>",
            true
        ),
        ("script-src 'strict-dynamic' 'nonce-abc' https:", "<script src='https://cdn.example/x.js'></script>", false),
        ("img-src 'self'", "<script>x</script><p style='x' onclick=x>x</p>", true),
        ("", "<script>x</script>", true),
    ])
    func thePolicyOfThePageDecides(_ policy: String, _ html: String, _ isAllowed: Bool) throws {
        #expect(try warnings(policy, html).isEmpty == isAllowed)
    }

    @Test func aPageWithoutAPolicyIsNotWarnedOf() throws {
        #expect(try warnings(["index.html": "<script>x</script><p style='x' onclick=x>x</p>"]) == [])
    }

    @Test func aPolicyCountsForWhatFollowsIt() throws {
        let page = "<script>1</script><meta http-equiv=content-security-policy content=\"script-src 'none'\">\n<script>2</script>"
        #expect(
            try warnings(["index.html": .file(page)]) == [
                "index.html:2:1: the page's policy blocks a script in the page: script-src 'none'. Put it into a file in assets/ and load that"
            ])
    }

    @Test func whatManyPagesHaveIsToldOnce() throws {
        let head = "<meta http-equiv=content-security-policy content=\"script-src 'self'\">"
        let pages = (1...30).map { number in
            ("p\(number)/index.html", FileTree.Node.file("\(head)<a href=../p\(number % 30 + 1)/ onclick='go(\(number))'>x</a>"))
        }
        let found = try warnings(FileTree(Dictionary(uniqueKeysWithValues: [("index.html", "<a href=p1/>x</a>")] + pages)))
        #expect(
            found == [
                "p1/index.html:1:70: the page's policy blocks the attribute onclick: script-src 'self' (in 30 pages). \(Self.listener)"
            ])
    }

    @Test func whatAStyleSheetLoadsIsMeasuredByThePolicyOfItsPages() throws {
        let page = { (policy: String) in
            FileTree.Node.file(
                "<meta http-equiv=content-security-policy content=\"\(policy)\"><link rel=stylesheet href=../a.css><a href=../b/>x</a>")
        }
        let css = """
            @import "b.css";
            p { background: url(data:image/gif,x) }
            @font-face { src: url(own.woff2), url(https://fonts.example/a.woff2) }
            """
        let found = try warnings([
            "index.html": "<a href=a/>x</a>", "a/index.html": page("default-src 'self'"), "b/index.html": page("default-src 'self'"),
            "a.css": .file(css), "b.css": "p { background: url('//pictures.example/b.png') }", "own.woff2": "x",
        ])
        let remedy = "Put the file into assets/ and name it there, or allow its address in the policy"
        #expect(
            found == [
                "a.css:2:21: the policy of 2 pages blocks the picture 'data:image/gif,x': default-src 'self'. Allow it in the policy (Templates/partials/head.html.mustache)",
                "a.css:3:39: the policy of 2 pages blocks the font 'https://fonts.example/a.woff2': default-src 'self'. \(remedy)",
                "b.css:1:22: the policy of 2 pages blocks the picture '//pictures.example/b.png': default-src 'self'. \(remedy)",
            ])
    }
}
