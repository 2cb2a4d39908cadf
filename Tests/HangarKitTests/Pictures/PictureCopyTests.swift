import Catalogue
import Foundation
import HangarKit
import LaunchLibrary
import Synchronization
import TestSupport
import Testing

@Suite struct PictureCopyTests {
    private static let rules = "images:\n  delivery: copy\n  licences:\n    attribution: copy\n    all_rights_reserved: link\n"
    /// Copied, copied, shown from the source, linked.
    private static let records = Records.page(
        Records.craft(11, "Aurora 1", licence: "CC BY 4.0"), Records.craft(12, "Aurora 2", licence: "CC BY 4.0"),
        Records.craft(13, "Aurora 3", licence: "CC BY-SA 4.0"), Records.craft(14, "Aurora 4", licence: "Kyodo News Copyright"))

    private func site(_ configuration: String = rules) throws -> TemporaryFolder {
        try TemporaryFolder(["site/hangar.yml": smallestConfiguration + configuration])
    }

    @Test func picturesOfTheClassesThatMayBeCopiedAndNoOthersComeToTheSiteAndAreServedFromIt() async throws {
        let folder = try site()
        let host = PictureHost(Self.records)
        let terminal = Terminal(transport: host.transport, folder: folder)
        let count = { try folder.files(in: "public").count - 1 }
        let outcome = await terminal.update(folder("site"), to: folder("public"))
        #expect(outcome == Outcome(output: "~/public: 6 added; 4 pictures copied; \(try count()) files written\n"))
        let names = ["7011-original-11.png", "7011-thumbnail-11-small.png", "7012-original-12.png", "7012-thumbnail-12-small.png"]
        #expect(try folder.files(in: "site/data/pictures").keys.sorted() == names)
        #expect(try folder.files(in: "public/pictures") == folder.files(in: "site/data/pictures"))
        #expect(
            host.asked == [
                "https://pictures.example/11-small.jpg", "https://pictures.example/11.jpg", "https://pictures.example/12-small.jpg",
                "https://pictures.example/12.jpg",
            ])
        let page = try folder.text("public/spacecraft/11-aurora-1/index.html")
        #expect(page.contains("<img src=\"../../pictures/7011-original-11.png\" alt=\"Picture of 11\" width=\"640\" height=\"480\""))
        #expect(page.contains("<meta property=\"og:image\" content=\"https://polar.example/pictures/7011-original-11.png\">"))
        #expect(page.contains("href=\"https://pictures.example/11.jpg\""))
        #expect(try folder.text("public/spacecraft/13-aurora-3/index.html").contains("<img src=\"https://pictures.example/13.jpg\""))
        #expect(try !folder.text("public/spacecraft/14-aurora-4/index.html").contains("<img"))
        #expect(await terminal.check(folder("public")).status == .done)
    }

    @Test func theKeyGoesToTheAPIAndToNoHostOfPictures() async throws {
        let folder = try site(Self.rules + "source: {api_key_variable: POLAR_KEY}\n")
        let host = PictureHost(Self.records)
        let headers = Mutex<[Bool: Set<HTTPHeader>]>([:])
        let noting = HTTPTransport { (request) async throws(TransportError) in
            headers.withLock { $0[request.url.hasPrefix("https://pictures.example/"), default: []].formUnion(request.headers) }
            return try await host.transport.send(request)
        }
        let terminal = Terminal(variables: ["POLAR_KEY": "s3cret"], transport: noting, folder: folder)
        #expect(await terminal.fetch(folder("site")).output.hasSuffix("; 4 pictures copied\n"))
        #expect(headers.withLock { $0[true] } == [])
        #expect(headers.withLock { $0[false] }?.contains(HTTPHeader("Authorization", "Token s3cret")) == true)
    }

    @Test func namesAreImmutableWhatIsThereIsNotAskedForAgainAndNothingIsWritten() async throws {
        let folder = try site()
        let first = Terminal(transport: PictureHost(Self.records).transport, folder: folder)
        _ = await first.update(folder("site"), to: folder("public"))
        let before = try folder.identities(in: ".")
        let host = PictureHost(Self.records)
        #expect(await Terminal(transport: host.transport, folder: folder).update(folder("site"), to: folder("public")) == Outcome())
        #expect(host.asked == [])
        #expect(try folder.identities(in: ".") == before)
    }

    @Test func aCopyThatIsDamagedOnTheDiskIsFetchedAgainAndNotShownUntilThen() async throws {
        let folder = try site()
        let terminal = Terminal(transport: PictureHost(Self.records).transport, folder: folder)
        _ = await terminal.update(folder("site"), to: folder("public"))
        try folder.write("", to: "site/data/pictures/7011-original-11.png")
        let built = await terminal.build(folder("site"), to: folder("public"))
        #expect(built.output.contains("; skipped: 1 picture by licence, 1 picture without a copy\n"))
        let page = try folder.text("public/spacecraft/11-aurora-1/index.html")
        #expect(!page.contains("<img"))
        #expect(page.contains("The picture is not shown here: there is no copy of it yet."))
        _ = await terminal.update(folder("site"), to: folder("public"))
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<img"))
    }

    @Test func onePictureHasOneFileThatOfAnEarlierNameGoesWhenTheNewOneIsThereAndNotBefore() async throws {
        let folder = try site()
        _ = await Terminal(transport: PictureHost(Self.records).transport, folder: folder).fetch(folder("site"))
        let renamed = Self.records.replacing("/11.jpg", with: "/11-new.jpg")
        let failing = PictureHost(renamed) { url in url.contains("new") ? .init(status: 500, url: url) : nil }
        _ = await Terminal(transport: failing.transport, folder: folder).fetch(folder("site"))
        #expect(folder.exists("site/data/pictures/7011-original-11.png"))
        try folder.write("", to: "site/data/pictures/README")
        let outcome = await Terminal(transport: PictureHost(renamed).transport, folder: folder).fetch(folder("site"))
        #expect(outcome == Outcome(output: "~/site/data/snapshot.json: 4 spacecraft, 1 configuration; nothing changed; 1 picture copied\n"))
        #expect(
            try folder.files(in: "site/data/pictures").keys.sorted() == [
                "7011-original-11-new.png", "7011-thumbnail-11-small.png", "7012-original-12.png", "7012-thumbnail-12-small.png", "README",
            ])
    }

    @Test func aLicenceThatMayNoLongerBeCopiedTakesItsCopiesWithIt() async throws {
        let folder = try site()
        let terminal = Terminal(transport: PictureHost(Self.records).transport, folder: folder)
        _ = await terminal.update(folder("site"), to: folder("public"))
        try folder.write(
            smallestConfiguration + "images: {delivery: copy, licences: {share_alike: copy, attribution: omit}}\n", to: "site/hangar.yml")
        _ = await terminal.update(folder("site"), to: folder("public"))
        #expect(
            try folder.files(in: "site/data/pictures").keys.sorted() == ["7013-original-13.png", "7013-thumbnail-13-small.png"])
        #expect(try folder.files(in: "public/pictures") == folder.files(in: "site/data/pictures"))
    }

    @Test(
        arguments: [
            (.init(status: 404, url: ""), "answered with status 404"),
            (
                .init(
                    status: 200, headers: [.init("Content-Type", "image/png")],
                    body: Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), url: ""),
                "what came is no PNG, JPEG, WebP or GIF, or gives no size that can be shown"
            ),
            (.init(status: 200, body: [], url: ""), "what came is no PNG, JPEG, WebP or GIF, or gives no size that can be shown"),
        ] as [(HTTPResponse, String)])
    func aPictureThatFailsLeavesItsSilhouetteAndALineInTheReportTheRunGoesOn(answer: HTTPResponse, why: String) async throws {
        let folder = try site()
        let host = PictureHost(Self.records) { $0.hasSuffix("/11.jpg") ? answer : nil }
        let terminal = Terminal(transport: host.transport, folder: folder)
        let outcome = await terminal.fetch(folder("site"))
        #expect(
            outcome
                == Outcome(
                    output: "~/site/data/snapshot.json: 4 spacecraft, 1 configuration; 6 added; 3 pictures copied, 1 failed\n",
                    diagnostics: [
                        "hangar: warning: picture 7011 (original), https://pictures.example/11.jpg: \(why). "
                            + "It is shown as a silhouette until a later fetch brings it."
                    ]))
        #expect(await terminal.build(folder("site"), to: folder("public")).status == .done)
        #expect(try !folder.text("public/spacecraft/11-aurora-1/index.html").contains("<img"))
        #expect(try folder.text("public/spacecraft/12-aurora-2/index.html").contains("<img"))
    }

    @Test func aPictureOfMoreThan25MiBIsOneThatFails() async throws {
        let folder = try site()
        let body = PictureHost.png + [UInt8](repeating: 0, count: 25 << 20)
        let host = PictureHost(Self.records) { $0.hasSuffix("/11.jpg") ? .init(status: 200, body: body, url: $0) : nil }
        let outcome = await Terminal(transport: host.transport, folder: folder).fetch(folder("site"))
        #expect(
            outcome.diagnostics == [
                "hangar: warning: picture 7011 (original), https://pictures.example/11.jpg: the picture is larger than 25 MiB. "
                    + "It is shown as a silhouette until a later fetch brings it."
            ])
        #expect(outcome.output.hasSuffix("; 3 pictures copied, 1 failed\n"))
    }

    @Test func aLargePictureComesWhenTheOthersAreThereWithin25MiBNoRequestMayBringMore() async throws {
        let folder = try site()
        let limits = Mutex<[Int?]>([])
        let body = PictureHost.png + [UInt8](repeating: 0, count: 4 << 20)
        let host = PictureHost(Self.records) { $0.hasSuffix("/11.jpg") ? .init(status: 200, body: body, url: $0) : nil }
        let noting = HTTPTransport { (request) async throws(TransportError) in
            if request.url.hasSuffix("/11.jpg") { limits.withLock { $0.append(request.bodyLimit) } }
            return try await host.transport.send(request)
        }
        let outcome = await Terminal(transport: noting, folder: folder).fetch(folder("site"))
        #expect(outcome.diagnostics == [])
        #expect(limits.withLock { $0 } == [3 << 20, 25 << 20])
        #expect(try folder.files(in: "site/data/pictures")["7011-original-11.png"]?.count == body.count)
    }

    @Test func whatTheDeadlineLeavesNoTimeForIsLeftToTheNextFetch() async throws {
        let folder = try site()
        let host = PictureHost(Self.records)
        let now = Mutex(0)
        // The families are the last list to be requested. Then nine minutes are over.
        let slow = HTTPTransport { (request) async throws(TransportError) in
            if request.url.contains("families") { now.withLock { $0 = 600 } }
            return try await host.transport.send(request)
        }
        let terminal = Terminal(transport: slow, later: { now.withLock { $0 } }, folder: folder)
        let outcome = await terminal.fetch(folder("site"))
        #expect(
            outcome
                == Outcome(
                    output: "~/site/data/snapshot.json: 4 spacecraft, 1 configuration; 6 added; 4 left\n",
                    diagnostics: ["hangar: warning: 4 pictures were not copied before the deadline. The next fetch goes on with them."]))
        now.withLock { $0 = 0 }
        #expect(await terminal.fetch(folder("site")).output.hasSuffix("; 4 left\n"))
        #expect(
            await Terminal(transport: host.transport, folder: folder).fetch(folder("site")).output.hasSuffix("; 4 pictures copied\n"))
    }

    /// A site with variants of its pictures, some of which no reader can use.
    @Test func variantsForAGroundAreCopiedBesideThePictureAndOddOnesCostThemselvesAlone() async throws {
        let folder = try site()
        let odd = [
            "null", "7", "{}", #"{"id": 1}"#, #"{"id": 2, "type": null, "image_url": "https://pictures.example/2.png"}"#,
            #"{"id": 3, "type": {"id": 2, "name": null}, "image_url": "https://pictures.example/3.png"}"#,
            #"{"id": 4, "type": {"id": 2, "name": "transparent for dark background"}, "image_url": null}"#,
            #"{"id": 5, "type": {"id": 2, "name": "transparent for dark background"}}"#,
            #"{"id": 6, "type": {"id": 9, "name": "hologram"}, "image_url": "https://pictures.example/6.png"}"#,
        ]
        let good = [
            #"{"id": 7, "type": {"id": 2, "name": "transparent for dark background"}, "image_url": "https://pictures.example/dark.png"}"#,
            #"{"id": 8, "type": {"id": 1, "name": "transparent for light background"}, "image_url": "https://pictures.example/light.png"}"#,
        ]
        let variants = "\"variants\": [\((odd + good).joined(separator: ", "))]"
        let records = Records.page(
            Records.craft(11, "Aurora 1", licence: "CC BY 4.0").replacing("\"variants\": []", with: variants),
            Records.craft(12, "Aurora 2", licence: "CC BY-SA 4.0").replacing("\"variants\": []", with: variants),
            Records.craft(13, "Aurora 3", licence: "CC BY 4.0").replacing("\"variants\": []", with: "\"variants\": null"))
        let host = PictureHost(records)
        let terminal = Terminal(transport: host.transport, folder: folder)
        let outcome = await terminal.update(folder("site"), to: folder("public"))
        #expect(outcome.status == .done, "\(outcome)")
        #expect(
            try folder.files(in: "public/pictures").keys.sorted() == [
                "7011-dark-dark.png", "7011-light-light.png", "7011-original-11.png", "7011-thumbnail-11-small.png", "7013-original-13.png",
                "7013-thumbnail-13-small.png",
            ])
        let copied = try folder.text("public/spacecraft/11-aurora-1/index.html")
        #expect(
            copied.contains(
                """
                <picture>
                <source media="(prefers-color-scheme: dark)" srcset="../../pictures/7011-dark-dark.png">
                <img src="../../pictures/7011-light-light.png" alt="Picture of 11" width="640" height="480"
                """))
        let linked = try folder.text("public/spacecraft/12-aurora-2/index.html")
        #expect(linked.contains(#"<source media="(prefers-color-scheme: dark)" srcset="https://pictures.example/dark.png">"#))
        #expect(linked.contains(#"<img src="https://pictures.example/light.png""#))
        #expect(try !folder.text("public/spacecraft/13-aurora-3/index.html").contains("<source"))
        #expect(await terminal.check(folder("public")).status == .done)
        let credits = await terminal.run(CheckCommand.self, [folder("public"), "--credits", "--site", folder("site")])
        #expect(credits.status == .done, "\(credits)")
    }

    @Test func atMostEightAtATimeAndTheLineOfProgressCountsThem() async throws {
        let folder = try site()
        let records = Records.page((1...20).map { Records.craft($0, "Aurora \($0)", licence: "CC BY 4.0") })
        let host = PictureHost(records)
        let running = Mutex((now: 0, most: 0))
        let counting = HTTPTransport { (request) async throws(TransportError) in
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            defer { running.withLock { $0.now -= 1 } }
            await Task.yield()
            return try await host.transport.send(request)
        }
        let outcome = await Terminal(isWatched: true, transport: counting, folder: folder).fetch(folder("site"))
        #expect(running.withLock { $0.most } <= 8)
        #expect(host.asked.count == 40)
        #expect(outcome.progress.contains("\rpictures 1 of 40\u{1B}[K\rpictures 2 of 40\u{1B}[K"))
        #expect(outcome.progress.hasSuffix("\rpictures 40 of 40\u{1B}[K\r\u{1B}[K"))
    }

    @Test func deliveryByLinkCopiesNothingAndShowsWhatMightBeCopiedFromTheSource() async throws {
        let folder = try site("images: {licences: {attribution: copy}}\n")
        let host = PictureHost(Self.records)
        let terminal = Terminal(transport: host.transport, folder: folder)
        #expect(await terminal.update(folder("site"), to: folder("public")).status == .done)
        #expect(host.asked == [])
        #expect(try folder.text("public/spacecraft/11-aurora-1/index.html").contains("<img src=\"https://pictures.example/11.jpg\""))
    }

    @Test func deliveryByCopyWithoutAClassThatMayBeCopiedIsReportedToBeHalfAWish() async throws {
        let folder = try site("images: {delivery: copy}\n")
        #expect(
            await Terminal(transport: .answering(Self.records), folder: folder).fetch(folder("site")).diagnostics == [
                "hangar: warning: ~/site/hangar.yml: images › delivery is \"copy\", and no class of licences is. "
                    + "Write \"copy\" for each class under images › licences that may be copied."
            ])
    }
}
