import ArgumentParser
import SiteGenerator
import Support

/// The files of a site that are in place of the built-in theme's.
public struct ThemeCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Lists and compares the site's own files of the theme, lists the fields of views, and copies built-in files to edit.",
        subcommands: [ThemeListCommand.self, ThemeFieldsCommand.self, ThemeDiffCommand.self, ThemeEjectCommand.self])

    public init() {}
}

/// Lists what a site has of its own.
public struct ThemeListCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the site's own templates, words and assets, and what each replaces.")

    @OptionGroup var site: SiteOptions

    @Flag(help: "Lists the built-in files too that the site does not replace.")
    var all = false

    public init() {}

    /// - Throws: a ``Failure`` when the site folder cannot be used.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let folder = try site.folder(in: environment)
        let own = ThemeFiles(try folder.ownTheme())
        let (ejected, pages) = (EjectedFiles(site: folder), folder.configuration.pages.map(\.page))
        let rest = all ? ThemeFiles.builtIn.files.filter { own[$0.path] == nil } : []
        let lines = own.files.map { ($0.path, Self.words($0, ejected, pages)) } + rest.map { ($0.path, "built-in") }
        for (path, words) in lines.sorted(by: { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }) {
            try environment.console.print("\(path): \(words)")
        }
        guard own.files.isEmpty, !all else { return }
        try environment.console.print("\(folder.path): the whole theme is the built-in one; 'hangar theme list --all' names its files")
    }

    /// - Parameters:
    ///   - own: the site's file.
    ///   - ejected: the built-in files as they were copied.
    ///   - pages: the pages that templates of the site make.
    private static func words(_ own: ThemeFiles.File, _ ejected: EjectedFiles, _ pages: [TemplatePage]) -> String {
        guard let builtIn = ThemeFiles.builtIn[own.path] else {
            let made = pages.filter { own.path == "Templates/" + $0.templatePath }.map { $0.name + "/" }
            let noun = made.count == 1 ? "page" : "pages"
            return "the site's own" + (made.isEmpty ? "" : ", for the \(noun) \(made.joined(separator: ", "))")
        }
        return FileComparison(own: own, builtIn: builtIn, base: ejected.file(own.path)).words
    }
}

/// Compares a site's own files with the built-in ones that they replace.
public struct ThemeDiffCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Shows in which lines the site's own files differ from the built-in ones.",
        discussion: """
            Of files that 'theme eject' or 'init --with-theme' copied, what a new version of Hangar has changed stands apart from what you have. Of others, \
            lines with - are what the built-in file has now and the site's own does not. Of words, the keys that the site has are compared.
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("The files. Without any, all that are in place of a built-in one.", valueName: "file"))
    var names: [String] = []

    @Flag(help: "Shows only what is new in the built-in files since they were copied, as a patch for the site's own.")
    var new = false

    @Flag(
        help: "Remembers the built-in files as they are now, once you have taken over what you want: what is new in them counts from here.")
    var seen = false

    public init() {}

    public func validate() throws {
        if new && seen { throw ValidationError("--new and --seen cannot be given together: look at what is new first.") }
    }

    /// - Throws: a ``Failure`` with status 66 for a name of which the site or the built-in theme has no file, or with status 73 when what was
    ///   seen cannot be remembered.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let folder = try site.folder(in: environment)
        let own = ThemeFiles(try folder.ownTheme())
        var wanted = own.files
        if !names.isEmpty {
            wanted = []
            for name in names { wanted.append(try file(name, own, folder)) }
        }
        let ejected = EjectedFiles(site: folder)
        if seen {
            for file in wanted where ThemeFiles.builtIn[file.path] != nil {
                try ejected.remember([file.path])
                try environment.console.reporting("The built-in file is remembered.") { () throws(Failure) in
                    try environment.console.print("\(file.path): what is new in the built-in file counts from now on")
                }
            }
            return
        }
        var output: [UInt8] = []
        for file in wanted {
            guard let builtIn = ThemeFiles.builtIn[file.path] else { continue }
            output += FileComparison(own: file, builtIn: builtIn, base: ejected.file(file.path)).difference(in: folder, onlyNew: new)
        }
        if !output.isEmpty { try environment.console.writeOutput(output) }
    }

    private func file(_ name: String, _ own: ThemeFiles, _ folder: SiteFolder) throws(Failure) -> ThemeFiles.File {
        guard let file = own.file(named: name, site: folder.path) else {
            let isBuiltIn = ThemeFiles.builtIn.file(named: name, site: folder.path) != nil
            throw Failure(
                .noInput, at: name, isBuiltIn ? "the site has no file in place of the built-in one" : "the site has no such file",
                remedy: own.nearest(to: name).map { "Did you mean \"\($0)\"?" } ?? "'hangar theme list' names those that it has.")
        }
        guard ThemeFiles.builtIn[file.path] != nil else {
            throw Failure(
                .noInput, at: SiteFolder.join(folder.path, file.path), "there is no built-in file of this name to compare it with",
                remedy: "It is the site's own alone.")
        }
        return file
    }
}

/// Copies files of the built-in theme into a site folder, to be edited there.
public struct ThemeEjectCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "eject",
        abstract: "Copies built-in files into the site folder, to be edited there.",
        discussion: """
            From then on the site's file is used, and no longer changes with the version of Hangar. A second copy in the folder .built-in stays as it is: \
            by it 'theme diff' tells what a new version has changed from what you have.
            """)

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp(
            "A file as 'hangar theme list --all' names it, such as Templates/partials/plate.html.mustache or assets/site.css.",
            valueName: "file"))
    var names: [String]

    @OptionGroup var verbosityOptions: VerbosityOptions

    public init() {}

    public var verbosity: Console.Verbosity { verbosityOptions.verbosity }

    /// All names are looked at before anything is copied.
    ///
    /// - Throws: a ``Failure`` with status 66 for a name of no built-in file, or with status 73 when the site has the file already or it
    ///   cannot be written.
    public func run(in environment: CommandEnvironment) throws(Failure) {
        let folder = try site.folder(in: environment)
        var files: [ThemeFiles.File] = []
        for name in names { files.append(try builtIn(name, folder)) }
        let ejected = EjectedFiles(site: folder)
        for file in files {
            let path = SiteFolder.join(folder.path, file.path)
            do throws(OutputError) {
                try AtomicFile.replace(path, with: file.bytes, elsewhere: "name another site folder with --site")
            } catch {
                throw Failure(error)
            }
            // Only now: a second copy of what the site has not is one of nothing.
            try ejected.remember([file.path])
            guard environment.console.verbosity != .quiet else { continue }
            try environment.console.reporting("The file is copied.") { () throws(Failure) in
                try environment.console.print("\(path): a copy of the built-in file, used in its place from now on")
            }
        }
    }

    private func builtIn(_ name: String, _ folder: SiteFolder) throws(Failure) -> ThemeFiles.File {
        guard let file = ThemeFiles.builtIn.file(named: name, site: folder.path) else {
            throw Failure(
                .noInput, at: name, "there is no such file in the built-in theme",
                remedy: ThemeFiles.builtIn.nearest(to: name).map { "Did you mean \"\($0)\"?" }
                    ?? "'hangar theme list --all' names its files.")
        }
        let path = SiteFolder.join(folder.path, file.path)
        guard try SiteFolder.isThere(path, folder.files) == false else {
            throw Failure(
                .cannotWrite, at: path, "the site has this file already",
                remedy: "'hangar theme diff \(file.path)' compares it with the built-in one; remove it first to begin anew.")
        }
        return file
    }
}
