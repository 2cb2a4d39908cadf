import Foundation
import HangarKit
import LaunchLibrary
import TestSupport
import Testing

@Suite struct ExecutableTests {
    @Test func helpAndVersionGoToStandardOutput() async throws {
        let folder = try TemporaryFolder()
        let version = try await Executable.run(["--version"], in: folder)
        #expect(version.status == 0)
        #expect(version.diagnostics == "")
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        for command in [
            [], ["init"], ["config"], ["build"], ["fetch"], ["update"], ["check"], ["status"], ["data"], ["render"], ["sanitize"],
        ] {
            let help = try await Executable.run(command + ["--help"], in: folder)
            #expect(help.status == 0)
            #expect(help.diagnostics == "")
            #expect(help.output.contains("USAGE: " + (["hangar"] + command).joined(separator: " ")))
        }
    }

    /// The named command reads its own options, and what it does not take goes the whole way.
    @Test(
        arguments: [
            (["build", "--version"], 0), (["help", "build"], 0), (["build", "help"], 64), (["build", "--"], 66),
            (["theme", "list", "--site", "site"], 0),
            (["theme", "list", "--nonsense"], 64), (["theme"], 0), (["theme", "--help"], 0), (["--", "build"], 64),
            (["build", "--generate-completion-script", "bash"], 0),
        ] as [([String], Int32)])
    func eachCommandLineMeansWhatItMeansToTheWholeProgram(arguments: [String], status: Int32) async throws {
        let folder = try await fetchedSite()
        #expect(try await Executable.run(arguments, in: folder).status == status)
    }

    @Test(arguments: [
        ["--nonsense"], ["build", "--nonsense"], ["nonsense"], ["init"], ["data"], ["render"], ["fetch", "--mode", "list"],
        ["fetch", "--deadline", "0"], ["update", "--deadline", "soon"], ["update", "--site", "site", "--base-url", "example.org"],
        ["build", "--quiet", "--verbose"], ["build", "--base-url", "example.org", "--site", "site"],
    ])
    func aCommandLineThatMeansNothingIsStatus64AndSaysWhyOnStandardError(arguments: [String]) async throws {
        let folder = try await fetchedSite()
        let result = try await Executable.run(arguments, in: folder)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.diagnostics != "")
    }

    @Test func withoutSiteTheSiteIsTheCurrentFolderIfThatHoldsHangarYmlElseSite() async throws {
        let folder = try await fetchedSite()
        let missing = try await Executable.run(["build"], in: folder)
        #expect(
            missing
                == .init(
                    status: 66,
                    diagnostics: "hangar: error: Site: there is no such site folder. Name the folder that holds hangar.yml with --site.\n"))
        try folder.link("Site", to: folder("site"))
        let named = try await Executable.run(["build"], in: folder)
        #expect(named.status == 0)
        #expect(named.output.hasPrefix("public: "))
        #expect(named.output.hasSuffix("\nLook at it: open public/index.html in a browser.\n"))
        #expect(named.diagnostics == "")
        let inside = try await Executable.run(
            ["-c", "cd site && exec \"$0\" build --output ../inside", Executable.path], program: "/bin/sh", in: folder)
        #expect(inside.status == 0)
        #expect(try folder.files(in: "inside") == folder.files(in: "public"))
    }

    @Test func everyKindOfFailureHasItsStatusItsWordsGoToStandardErrorAlone() async throws {
        let folder = try await fetchedSite(adding: [
            "bad/hangar.yml": "titel: A", "taken": "", "broken.json": "{", "other.json": "{\"a\": 1}", "t.html.mustache": "{{#a}}",
        ])
        let cases: [([String], Int32, String)] = [
            (["build", "--site", "nowhere"], 66, "hangar: error: nowhere: "),
            (["build", "--site", "bad"], 78, "hangar: error: bad/hangar.yml:1:1: unknown key \"titel\". Did you mean \"title\"?\n"),
            (["build", "--site", "site", "--output", "taken"], 73, "hangar: error: taken: "),
            (["build", "--site", "site", "--from", "broken.json"], 65, "hangar: error: broken.json:1:2: "),
            (["fetch", "--site", "site", "--from", "broken.json"], 65, "hangar: error: broken.json:1:2: "),
            (
                ["fetch", "--site", "site", "--from", "http://127.0.0.1:1/2.3.0/", "--quiet"], 69,
                "hangar: error: http://127.0.0.1:1/2.3.0/"
            ),
            (["check", "nowhere"], 66, "hangar: error: nowhere: "),
            (["data", "--site", "site", "nowhere/"], 66, "hangar: error: nowhere/: "),
            (["render", "t.html.mustache", "--data", "other.json"], 65, "hangar: error: t.html.mustache:1:1: "),
        ]
        for (arguments, status, start) in cases {
            let result = try await Executable.run(arguments, in: folder)
            #expect(result.status == status, "\(arguments)")
            #expect(result.output == "", "\(arguments)")
            #expect(result.diagnostics.hasPrefix(start), "\(arguments): \(result.diagnostics)")
        }
    }

    @Test(
        arguments: [
            (
                HTTPResponse.json("{}", status: 429, headers: ["Retry-After": "1000"]), 75,
                "the API allows no more requests for now. Try again after TIME, or use an API key.\n"
            ),
            (
                .json("<html>"), 65,
                "answered with an HTML page instead of JSON. Check the address; a proxy or a login may stand in between.\n"
            ),
            (
                .json("<html>blocked by the firewall</html>", status: 403), 69,
                "answered with status 403 and an HTML page. The API, or something before it such as a proxy or a firewall, refuses the access: "
                    + "try again later; if the API asks for a key, set source › api_key_variable.\n"
            ),
            (
                .json("[1,"), 65,
                "broken JSON at line 1, column 4: the text ends where a value is expected. "
                    + "Try again; if it stays so, the API has changed, and Hangar needs an update.\n"
            ),
            (
                .json("{}", status: 503, headers: ["Retry-After": "1000"]), 69,
                "answered with status 503. Try again later; if it stays so, see whether the API is in trouble.\n"
            ),
        ] as [(HTTPResponse, Int32, String)])
    func whatAnAPIAnswersDecidesTheStatusToo(answer: HTTPResponse, status: Int32, message: String) async throws {
        let folder = try await fetchedSite()
        #expect(try await Executable.run(["build", "--site", "site", "--quiet"], in: folder) == .init())
        let (before, published) = (try folder.identities(in: "site"), try folder.identities(in: "public"))
        try await StubAPI { _, _ in answer }.serve { root in
            // Each asks, although the answer before wanted a pause.
            let page = "\(root)spacecraft/?format=json&limit=100&mode=normal&ordering=id"
            for command in [["fetch"], ["update", "--output", "public"]] {
                var result = try await Executable.run(command + ["--site", "site", "--from", root, "--ask-anyway"], in: folder)
                result.diagnostics.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "TIME")
                #expect(result == .init(status: status, diagnostics: "hangar: error: \(page): \(message)"))
            }
        }
        #expect(try folder.identitiesBesidesFailures(in: "site") == before)
        #expect(try folder.identities(in: "public") == published)
    }

    @Test func resultsGoToStandardOutputWarningsToStandardError() async throws {
        let folder = try await fetchedSite(adding: ["site/template/x": ""])
        let result = try await Executable.run(["build", "--site", "site", "--json"], in: folder)
        #expect(result.status == 0)
        #expect(
            result.output.hasPrefix("{\n  \"format_version\": 1,\n  \"command\": \"build\",\n  \"output\": \"public\",\n"))
        #expect(result.diagnostics == "hangar: warning: site/template: nothing reads this. Did you mean \"Templates\"?\n")
        #expect(try await Executable.run(["build", "--site", "site", "--quiet"], in: folder) == .init())
    }

    @Test func theKeyFromTheEnvironmentReachesTheAPIAndNothingElse() async throws {
        let folder = try TemporaryFolder(["site/hangar.yml": smallestConfiguration + "source:\n  api_key_variable: POLAR_KEY\n"])
        let stub = StubAPI(answeringSpacecraft: Records.two)
        try await stub.serve { root in
            let result = try await Executable.run(
                ["fetch", "--site", "site", "--from", root, "--verbose"], in: folder, environment: ["POLAR_KEY": "s3cret"])
            #expect(result.status == 0)
            #expect(result.output == "site/data/snapshot.json: 2 spacecraft, 1 configuration; 4 added\n")
            #expect(!result.diagnostics.contains("s3cret"))
            #expect(stub.authorizations == ["Token s3cret"])
        }
        for (path, bytes) in try folder.files(in: "site") {
            #expect(bytes.range(of: Data("s3cret".utf8)) == nil, "the key is in \(path)")
        }
    }

    @Test func aReaderThatGoesAwayIsNoFailureAndNoNoise() async throws {
        let folder = try await fetchedSite()
        let pipe = "\"$0\" data --site site spacecraft/ --all | head -n 1"
        #expect(
            try await Executable.run(["-c", pipe, Executable.path], program: "/bin/sh", in: folder) == .init(output: "{\n"))
        // Under systemd and nohup the signal is ignored, and the write fails instead.
        let ignoring = "trap '' PIPE; (\"$0\" data --site site spacecraft/ --all; echo $? >status) | true"
        #expect(try await Executable.run(["-c", ignoring, Executable.path], program: "/bin/sh", in: folder) == .init())
        #expect(try folder.text("status") == "0\n")
    }

    #if os(Linux)
        @Test func aResultThatDoesNotFitOnTheDiskIsStatus73() async throws {
            let folder = try await fetchedSite()
            let result = try await Executable.run(
                ["-c", "exec \"$0\" data --site site about/ >/dev/full", Executable.path], program: "/bin/sh", in: folder)
            #expect(
                result
                    == .init(
                        status: 73,
                        diagnostics:
                            "hangar: error: standard output: cannot be written: No space left on device. What is there of it is not whole.\n"
                    ))
        }
    #endif

    @Test func standardInputMayHoldAnythingOneThatCannotBeReadIsStatus66() async throws {
        let folder = try TemporaryFolder()
        #expect(
            try await Executable.run(["sanitize"], in: folder, input: [0x61, 0xFF, 0x00, 0x0D, 0x0A, 0x62])
                == .init(output: "<p>a\u{FFFD}<br>b</p>\n"))
        #expect(
            try await Executable.run(["sanitize", "--lines"], in: folder, input: [0x22, 0xFF, 0x22, 0x0A, 0x22, 0x61, 0x22])
                == .init(
                    output: "null\n\"<p>a</p>\"\n",
                    diagnostics:
                        "hangar: error: standard input:1:2: a string is not valid UTF-8. Write each fragment as one JSON string on a line of its own.\n"
                ))
        let folderAsInput = try await Executable.run(["-c", "exec \"$0\" sanitize <.", Executable.path], program: "/bin/sh", in: folder)
        #expect(
            folderAsInput
                == .init(
                    status: 66, diagnostics: "hangar: error: standard input: cannot be read: Is a directory. Pipe a text into it.\n"))
    }

    /// Each of these once ended the program without a word, because the folders above the link were made again and again.
    @Test func aFolderBehindALinkToNothingIsNamed() async throws {
        let folder = try await fetchedSite()
        try folder.link("www", to: "nowhere")
        let link = "www: is a symbolic link to 'nowhere', which is no folder. Create that folder or remove the link.\n"
        for arguments in [["build", "--site", "site", "--output", "www/a/b"], ["init", "www/a"]] {
            #expect(try await Executable.run(arguments, in: folder) == .init(status: 73, diagnostics: "hangar: error: " + link))
        }
        try FileManager.default.moveItem(atPath: folder("site/data"), toPath: folder("site/old"))
        try folder.link("site/data", to: "/nowhere")
        #expect(
            try await Executable.run(["fetch", "--site", "site", "--from", "records.json"], in: folder)
                == .init(
                    status: 73,
                    diagnostics: "hangar: error: site/data: is a symbolic link to '/nowhere', which is no folder. "
                        + "Create that folder or remove the link.\n"))
        #expect(!folder.exists("nowhere"))
    }

    @Test(arguments: ["nowhere", "file", "loop", "/proc/x"])
    func aCacheFolderThatCannotBeUsedFailsNoBuild(target: String) async throws {
        let folder = try await fetchedSite(adding: ["file": ""])
        try folder.link("cache", to: target == "loop" ? "cache" : target)
        for cache in [folder("cache"), folder("cache/a/b")] {
            #expect(
                try await Executable.run(
                    ["build", "--site", "site", "--quiet", "--force"], in: folder, environment: ["XDG_CACHE_HOME": cache]) == .init())
        }
    }

    #if os(Linux)
        @Test func aFolderWhereNoneCanBeMadeIsNamed() async throws {
            let folder = try await fetchedSite()
            #expect(
                try await Executable.run(["build", "--site", "site", "--output", "/proc/x/y"], in: folder)
                    == .init(
                        status: 73,
                        diagnostics: "hangar: error: /proc/x: cannot be created: no such file or folder. Mend that and build again.\n"))
        }
    #endif

    @Test func aPageThatTheUserWhoBuildsCannotReadIsWrittenAgain() async throws {
        let folder = try await fetchedSite()
        try OtherUser.makeUnprivilegedFolder("srv", in: folder)
        let build = ["build", "--quiet", "--site", "site", "--output", "srv/www"]
        #expect(try await OtherUser.unprivileged(build, in: folder) == .init())
        let page = folder("srv/www/index.html")
        try #require(chmod(page, 0) == 0)
        #expect(try await OtherUser.unprivileged(build, in: folder) == .init())
        #expect(try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int == 0o644)
    }

    @Test func aSiteThatIsPublishedIsASuccessAlsoWhenNoOneHearsOfIt() async throws {
        let folder = try await fetchedSite()
        func run(_ command: String) async throws -> Executable.Result {
            try await Executable.run(["-c", "\"$0\" \(command)", Executable.path], program: "/bin/sh", in: folder)
        }
        let unheard = "hangar: warning: standard output: cannot be written: Bad file descriptor. "
        #expect(
            try await run("build --site site --output a >&-") == .init(diagnostics: unheard + "The site is published.\n"))
        #expect(try await run("build --site site --output b <&- >&- 2>&-") == .init())
        #expect(try await run("build --site site --output c --json >&-") == .init(diagnostics: unheard + "The site is published.\n"))
        #expect(
            try await run("fetch --site site --from records.json >&-") == .init(diagnostics: unheard + "The snapshot is stored.\n"))
        #expect(try await run("build --site site --output d --quiet") == .init())
        for output in ["a", "b", "c"] { #expect(try folder.files(in: output) == folder.files(in: "d")) }
    }

    @Test func whatIsWrittenOrReadThroughAClosedStreamFails() async throws {
        let folder = try await fetchedSite()
        #expect(
            try await Executable.run(["-c", "\"$0\" data --site site about/ >&-", Executable.path], program: "/bin/sh", in: folder)
                == .init(
                    status: 73,
                    diagnostics:
                        "hangar: error: standard output: cannot be written: Bad file descriptor. What is there of it is not whole.\n"))
        #expect(
            try await Executable.run(["-c", "\"$0\" sanitize <&-", Executable.path], program: "/bin/sh", in: folder)
                == .init(
                    status: 66, diagnostics: "hangar: error: standard input: cannot be read: Bad file descriptor. Pipe a text into it.\n"))
    }
}
