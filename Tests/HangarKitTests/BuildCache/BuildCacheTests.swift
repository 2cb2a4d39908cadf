import Foundation
import HangarKit
import TestSupport
import Testing

/// The memory of a build may be lost or damaged at any time.
@Suite struct BuildCacheTests {
    private func memories(_ folder: TemporaryFolder) throws -> [String] { try folder.files(in: "cache").keys.sorted() }

    @Test func isOneSmallFileForEachOutputInTheCacheFolder() async throws {
        let folder = try await fetchedSite()
        for output in ["a", "b", "a"] { _ = await Rebuild(folder: folder).build(to: output) }
        #expect(try memories(folder).count == 2)
        #expect(try folder.files(in: "cache").values.allSatisfy { $0.count < 3_000 })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a", "b", "cache", "records.json", "site"])
    }

    @Test func belongsToTheFolderHoweverItIsNamed() async throws {
        let folder = try await fetchedSite()
        _ = await Rebuild(folder: folder).build()
        try folder.link("link", to: folder("public"))
        for output in ["public/", "link", "site/../public"] {
            #expect(await Rebuild(folder: folder).build(to: output).diagnostics.last?.contains("nothing was rendered") == true)
        }
        #expect(try memories(folder).count == 1)
    }

    @Test func isNotNeededDamagedOfAnotherOutputOrAnotherTimeItMakesTheNextBuildLookAtEverything() async throws {
        let folder = try await fetchedSite()
        let rebuild = Rebuild(folder: folder)
        _ = await rebuild.build()
        let name = "cache/" + (try #require(try memories(folder).first))
        let memory = try folder.text(name)
        let damaged = [
            "", "{", "null", "[]", "{}", String(memory.dropLast()), memory.replacing("\"pages\":", with: "\"pages\":\""),
            memory.replacing("\"pages\":", with: "\"sites\":"), memory.replacing("\"skipped\":[", with: "\"skipped\":[1"),
            memory.replacing("\"diagnostics\":[", with: "\"diagnostics\":[[\"error\"]"),
            memory.replacing("\"diagnostics\":[", with: "\"diagnostics\":[[\"fatal\",\"\",\"\",\"\",\"\"]"),
            memory.replacing("\"diagnostics\":[]", with: "\"diagnostics\":[[\"warning\",\"a\",\"b\",\"c\",\"\"]]"),
            memory.replacing("\"all_inputs\":\"", with: "\"all_inputs\":\"0"),
            memory.replacing("\"fingerprint\":\"", with: "\"fingerprint\":\"0"),
            memory.replacing("\"fingerprint\":\"", with: "\"fingerprint\":\"AAAA"),
        ]
        for text in damaged {
            #expect(text != memory)
            try folder.write(text, to: name)
            try await rebuild.expectFull()
            #expect(try folder.text(name) == memory)
            try await rebuild.expectShort()
        }
        try FileManager.default.removeItem(atPath: folder("cache"))
        try await rebuild.expectFull()
        try await rebuild.expectShort()
    }

    @Test func cannotBeKeptWhereThereIsNoRoomForItTheSiteIsBuiltAllTheSame() async throws {
        let folder = try await fetchedSite(adding: ["cache": "a file"])
        for _ in 1...2 {
            let outcome = await Rebuild(folder: folder).build()
            #expect(outcome.status == .done)
            #expect(
                outcome.diagnostics.last
                    == "hangar: note: ~/cache: cannot be created: not a folder. The next build looks at everything.")
        }
    }

    @Test func isForgottenTheOldestFirstWhenThereIsTooMuchOfIt() async throws {
        let folder = try await fetchedSite()
        for number in 0..<120 { try folder.write("{}", to: "cache/builds/\(number).json") }
        try folder.write("", to: "cache/builds/other")
        let rebuild = Rebuild(folder: folder)
        _ = await rebuild.build()
        #expect(try memories(folder).count == 101)
        #expect(folder.exists("cache/builds/other"))
        try await rebuild.expectShort()
    }

    @Test func isOfOneProgramTheCommandBuiltOrInstalledAgainOrWithAnotherLibraryLooksAtEverything() async throws {
        let folder = try await fetchedSite()
        let program = folder("hangar")
        func install() throws {
            // An installation does the same, at the same place and with the same bytes.
            try FileManager.default.copyItem(atPath: Executable.path, toPath: program + ".new")
            #expect(rename(program + ".new", program) == 0)
        }
        func build() async throws -> Executable.Result {
            try await Executable.run(
                ["build", "--site", "site", "--verbose"], program: program, in: folder, environment: ["XDG_CACHE_HOME": folder("cache")])
        }
        let note = "hangar: note: public: nothing has changed since the last build, so nothing was rendered\n"
        try install()
        #expect(try await build().diagnostics == "")
        #expect(try await build().diagnostics == note)
        try install()
        #expect(try await build().diagnostics == "")
        #expect(try await build().diagnostics == note)
        #expect(folder.exists("cache/hangar/builds"))
    }

    /// A request loads libraries that have no part in the files of a site.
    @Test func aBuildAfterAnUpdateOverTheNetworkKnowsWhatTheUpdateMade() async throws {
        let folder = try await fetchedSite()
        func run(_ command: String, _ options: [String] = []) async throws -> Executable.Result {
            try await Executable.run(
                [command, "--site", "site", "--verbose"] + options, in: folder, environment: ["XDG_CACHE_HOME": folder("cache")])
        }
        try await StubAPI(answeringSpacecraft: Records.two).serve { root in
            let updated = try await run("update", ["--from", root, "--accept-shrink"])
            #expect(updated.status == 0, "\(updated)")
        }
        #expect(
            try await run("build").diagnostics
                == "hangar: note: public: nothing has changed since the last build, so nothing was rendered\n")
    }
}
