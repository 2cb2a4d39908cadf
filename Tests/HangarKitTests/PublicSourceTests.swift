import Foundation
import LaunchLibrary
import TestSupport
import Testing

@testable import HangarKit

@Suite struct PublicSourceTests {
    @Test(arguments: [
        "https://ll.thespacedevs.com/2.3.0/", "https://mirror.example.org:8443/2.3.0/", "http://93.184.215.14/2.3.0/",
        "http://[2606:2800:21f::1]/2.3.0/",
    ])
    func aPublicSourceIsNamed(source: String) { #expect(PublicSource.url(of: source) == source) }

    @Test(arguments: [
        "http://127.0.0.1:8080/2.3.0/", "http://localhost/2.3.0/", "http://mirror/2.3.0/", "http://mirror.lan/2.3.0/",
        "http://api.corp.internal/2.3.0/", "http://router.home.arpa/2.3.0/", "http://10.1.2.3/2.3.0/", "http://172.20.0.1/2.3.0/",
        "http://192.168.1.4/2.3.0/", "http://169.254.1.1/2.3.0/", "http://[::1]:8080/2.3.0/", "http://[fd12::1]/2.3.0/",
        "HTTP://Mirror.LOCAL/2.3.0/",
    ])
    func aSourceInOnesOwnNetworkIsNot(source: String) {
        #expect(PublicSource.url(of: source) == "https://ll.thespacedevs.com/2.3.0/")
    }

    @Test func noFileOfTheSiteNamesIt() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration])
        try await StubAPI(answeringSpacecraft: Records.two).serve { root in
            let terminal = Terminal(transport: .curl(userAgent: "HangarTests"), folder: folder)
            #expect(await terminal.fetch(folder("site"), from: [root]).status == .done)
        }
        #expect(try folder.text("site/data/snapshot.json").contains("127.0.0.1"))
        #expect(await Terminal().build(folder("site"), to: folder("public")).status == .done)
        for (path, bytes) in try folder.files(in: "public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("127.0.0.1"), "\(path)")
        }
    }
}
