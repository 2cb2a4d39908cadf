import ArgumentParser
import TemplateEngine

/// Prints the configuration that is in force, and where each value comes from.
public struct ConfigCommand: HangarCommand {
    public static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Prints the configuration that is in force, and where each value comes from.",
        discussion: """
            A key of hangar.yml can be given for one machine by a variable of the environment, such as HANGAR_INDEX_PAGE_SIZE for index.page_size, and for one run by
            --set index.page_size=50, which counts before it.
            """)

    @OptionGroup var site: SiteOptions

    @Flag(help: "Reports as one JSON object, a failure too.")
    var json = false

    public init() {}

    public var reportsJSON: Bool { json }

    public func run(in environment: CommandEnvironment) throws(Failure) {
        let folder = try site.folder(in: environment)
        let settings = try SettingOrigins(folder).settings
        let key = folder.configuration.source.apiKeyVariable.map { (name: $0, isSet: !(environment.variable($0) ?? "").isEmpty) }
        guard json else {
            for setting in settings { try environment.console.print(setting.line) }
            if let key { try environment.console.print("# \(key.name) is \(key.isSet ? "" : "not ")set") }
            return
        }
        let members: TemplateObject = [
            "site": .text(folder.path), "settings": .list(settings.map(\.json)), "api_key_is_set": key.map { .bool($0.isSet) } ?? .null,
        ]
        try environment.console.writeOutput(JSONReport(command: Self.name, members: members).json)
    }
}

/// A key of `hangar.yml` with its value and the place that the value comes from.
struct Setting: Sendable, Equatable {
    enum Origin: String, Sendable {
        /// Nobody says it.
        case standard = "default"
        case file
        /// A variable of the environment.
        case variable
        case option
    }

    let key: String
    /// Nil when there is none.
    let value: String?
    let origin: Origin
    /// `hangar.yml:3:1`, `HANGAR_TITLE` or `--set title`. Empty when nobody says it.
    let place: String

    /// `index.page_size: 50   # HANGAR_INDEX_PAGE_SIZE`
    fileprivate var line: String {
        let text = "\(key): \(value ?? "none")"
        return text + String(repeating: " ", count: max(1, 48 - text.count)) + "# " + (place.isEmpty ? origin.rawValue : place)
    }

    fileprivate var json: TemplateValue {
        .object([
            "key": .text(key), "value": .optional(value), "origin": .text(origin.rawValue),
            "place": place.isEmpty ? .null : .text(place),
        ])
    }
}

/// Finds out where the values of a configuration come from.
struct SettingOrigins {
    let settings: [Setting]

    init(_ site: SiteFolder) throws(Failure) {
        let root = try SiteConfiguration.root(of: site.configurationBytes, file: site.configurationPath)
        let given = Dictionary(root?.places() ?? [], uniquingKeysWith: { _, later in later })
        var shown = site.configuration
        if shown.author.name.isEmpty { shown.author.name = shown.title.text(in: shown.language, of: shown.languages) }
        settings = ConfigurationSchema.root.settings(of: shown).map { key, value in
            // One language is in place of several, and the first of several is the language.
            let names = key == "language" || given[key] != nil && key == "languages" ? ["language", "languages"] : [key]
            // A part of a key that holds a mapping may be given too. Of several the last counts.
            if let override = site.overrides.last(where: { $0.counts(for: names) }) {
                return Setting(key: key, value: value, origin: override.place.hasPrefix("--") ? .option : .variable, place: override.place)
            }
            guard let place = (key == "language" ? given["languages"] : nil) ?? given[key] else {
                return Setting(key: key, value: value, origin: .standard, place: "")
            }
            return Setting(key: key, value: value, origin: .file, place: place)
        }
    }
}
