import Foundation
import TemplateEngine
import Testing

@Suite struct TemplateFolderTests {
    private final class Folder {
        let path = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"

        init(_ files: [String: String]) throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (name, text) in files { try write(name, Array(text.utf8)) }
        }

        deinit {
            _ = try? FileManager.default.removeItem(atPath: path)
        }

        func write(_ name: String, _ bytes: [UInt8]) throws {
            let file = URL(filePath: path).appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }

        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
        }

        /// The messages of loading it, without the path to it.
        var mistakes: String {
            do throws(TemplateErrors) {
                _ = try TemplateLibrary(directory: path)
                return ""
            } catch {
                return error.description.replacing(path, with: "T")
            }
        }
    }

    @Test func templatesAreFoundByTheirPathsWithOrWithoutTheirSuffix() throws {
        let folder = try Folder([
            "page.html.mustache": "{{>partials/head}}<p>{{name}}", "partials/head.html.mustache": "<h1>{{name}}</h1>",
            "partials/head.txt": "not a template", ".page.html.mustache.swp": "hidden",
        ])
        let library = try TemplateLibrary(directory: folder.path)
        #expect(try library.render("page.html", ["name": "A&B"]) == "<h1>A&amp;B</h1><p>A&amp;B")
        #expect(try library.render("partials/head.html.mustache", ["name": "A"]) == "<h1>A</h1>")
        #expect(library.usage.includes.map(\.template) == ["page.html.mustache", "partials/head.html.mustache"])
    }

    @Test func aNameThatIsNotThereIsAnErrorWithASuggestion() throws {
        let folder = try Folder(["page.html.mustache": "a"])
        let library = try TemplateLibrary(directory: folder.path)
        let error = #expect(throws: RenderError.self) { try library.render("pages.html.mustache", [:]) }
        #expect(error?.cause.what == "there is no template 'pages.html.mustache'")
        #expect(error?.cause.remedy == "Did you mean 'page.html.mustache'?")
    }

    @Test func mistakesNameTheFile() throws {
        let folder = try Folder(["a/page.html.mustache": "<p>\n{{#x}}"])
        #expect(
            folder.mistakes.hasPrefix("T/a/page.html.mustache:2:1: "), "\(folder.mistakes)")
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        let error = #expect(throws: TemplateErrors.self) { try TemplateLibrary(directory: "/no/such/folder") }
        #expect(
            error?.description == "/no/such/folder: cannot be read: no such file or folder. Check the path and its permissions")
    }

    @Test func aFileInPlaceOfTheFolderIsAnError() throws {
        let folder = try Folder(["page.html.mustache": "a"])
        let error = #expect(throws: TemplateErrors.self) { try TemplateLibrary(directory: folder.path + "/page.html.mustache") }
        #expect(error?.errors.first?.what == "cannot be read: not a folder")
    }

    @Test func textThatIsNotUTF8IsAnErrorAtItsPlace() throws {
        let folder = try Folder([:])
        try folder.write("page.html.mustache", Array("<p>\né".utf8) + [0xE9])
        #expect(folder.mistakes == "T/page.html.mustache:2:2: this is not UTF-8. Save the file as UTF-8\né\u{FFFD}\n ^")
    }

    @Test func linksAreFollowedAndLoopsOfThemAreErrors() throws {
        let shared = try Folder(["foot.html.mustache": "foot"])
        let folder = try Folder(["page.html.mustache": "{{>shared/foot}}{{>copy}}"])
        try folder.link("shared", to: shared.path)
        try folder.link("copy.html.mustache", to: shared.path + "/foot.html.mustache")
        #expect(try TemplateLibrary(directory: folder.path).render("page.html", [:]) == "footfoot")

        try folder.link("loop", to: ".")
        try folder.link("self.mustache", to: "self.mustache")
        try folder.link("lost.mustache", to: "nowhere")
        #expect(
            folder.mistakes == """
                T/loop: this link leads back to a folder that it is in. Take it away, or link another folder
                T/lost.mustache: cannot be read: no such file or folder. Check the path and its permissions
                T/self.mustache: cannot be read: a symbolic link is in its place. Check the path and its permissions
                """)
    }
}
