import LaunchLibrary
import Support
import Testing

@Suite struct LocationTests {
    private let disk = files(["a.json": "", "pages/b.json": "", "https/c.json": ""])

    @Test(
        arguments: [
            ("https://ll.thespacedevs.com/2.3.0/", Location.api(root: "https://ll.thespacedevs.com/2.3.0/")),
            ("https://ll.thespacedevs.com/2.3.0", .api(root: "https://ll.thespacedevs.com/2.3.0/")),
            ("HTTP://127.0.0.1:8080/2.3.0", .api(root: "HTTP://127.0.0.1:8080/2.3.0/")),
            ("a.json", .file("a.json")),
            ("pages", .folder("pages")),
            ("https", .folder("https")),
        ])
    func anAddressIsAnAPIAndAllElseAPath(argument: String, location: Location) throws {
        #expect(try Location(argument, fileKind: disk.kind) == location)
    }

    @Test(
        arguments: [
            (
                "none.json",
                "none.json: there is no such file or folder. "
                    + "Name a saved page, a folder of saved pages, or an API such as https://ll.thespacedevs.com/2.3.0/"
            ),
            (
                "",
                "'': there is no such file or folder. "
                    + "Name a saved page, a folder of saved pages, or an API such as https://ll.thespacedevs.com/2.3.0/"
            ),
            (
                "https://ll.thespacedevs.com/2.3.0/spacecraft/?limit=5",
                "https://ll.thespacedevs.com/2.3.0/spacecraft/?…: the root of an API has no query. "
                    + "Name the root, such as https://ll.thespacedevs.com/2.3.0/"
            ),
        ])
    func whatIsNeitherIsRefusedWithTheRemedy(argument: String, message: String) {
        let error = #expect(throws: InputError.self) { try Location(argument, fileKind: disk.kind) }
        #expect(error?.description == message)
    }

    @Test(
        arguments: [
            ("https://example.org/2.3.0/", "https://example.org/2.3.0/"),
            ("https://example.org/2.3.0/?key=s3cret#x", "https://example.org/2.3.0/?…"),
            ("https://example.org/#s3cret", "https://example.org/#…"),
            ("https://s3cret@example.org/a", "https://…@example.org/a"),
            ("https://me:s3@cret@example.org", "https://…@example.org"),
            ("https://example.org/@here", "https://example.org/@here"),
            ("nonsense", "nonsense"), ("", ""),
        ])
    func anAddressIsShownWithoutWhatMayBeASecretInIt(address: String, shown: String) {
        #expect(ShownAddress.text(of: address) == shown)
    }
}
