import Publishing
import SiteGenerator
import Synchronization
import TemplateEngine

/// Where the time of a build went, for `hangar build --profile`.
final class BuildProfile: Sendable {
    /// The parts of a build, one after the other.
    enum Phase: String, CaseIterable {
        case reading
        case graph
        case files
        case publishing
    }

    /// The files of one template, with the time of each step in seconds.
    struct TemplateTimes: Sendable {
        var files = 0
        var views = 0.0
        var rendering = 0.0
    }

    struct Slow: Sendable {
        let path: String
        let seconds: Double
    }

    private struct State {
        var last: Double
        var phases: [Phase: Double] = [:]
        var kept: [KeptFile: Int] = [:]
        var templates: [String: TemplateTimes] = [:]
        var slowest: [Slow] = []
        var publishing = PublishTimes()
    }

    /// The number of slowest files that are told.
    private static let limit = 10

    let clock: @Sendable () -> Double
    private let state: Mutex<State>

    /// - Parameters:
    ///   - start: the start of the build, by the clock.
    ///   - clock: seconds since any moment.
    init(start: Double, clock: @escaping @Sendable () -> Double) {
        self.clock = clock
        state = Mutex(State(last: start))
    }

    /// Ends a phase, which began at the end of the one before.
    func finish(_ phase: Phase) {
        let now = clock()
        state.withLock { state in
            state.phases[phase] = now - state.last
            state.last = now
        }
    }

    func count(_ kept: KeptFile) { state.withLock { $0.kept[kept, default: 0] += 1 } }

    /// Nothing was made, and no file was looked at by itself.
    func countAllKept(_ files: Int) { state.withLock { $0.kept[.kept, default: 0] += files } }

    func add(_ times: PublishTimes) { state.withLock { $0.publishing = times } }

    /// Measures the making of a file.
    ///
    /// - Parameter render: makes it, and calls the function that it gets when the view is there.
    func measure(_ file: SiteFile, _ render: (_ viewed: () -> Void) throws(RenderError) -> Void) throws(RenderError) {
        let start = clock()
        var viewed = start
        try render { viewed = clock() }
        let end = clock()
        let times = (views: viewed - start, rendering: end - viewed)
        state.withLock { state in
            var template = state.templates[file.template ?? Self.withoutTemplate] ?? TemplateTimes()
            template.files += 1
            template.views += times.views
            template.rendering += times.rendering
            state.templates[file.template ?? Self.withoutTemplate] = template
            let seconds = end - start
            guard state.slowest.count < Self.limit || seconds > (state.slowest.last?.seconds ?? 0) else { return }
            if state.slowest.count == Self.limit { state.slowest.removeLast() }
            state.slowest.insert(
                Slow(path: file.path, seconds: seconds), at: state.slowest.firstIndex { $0.seconds < seconds } ?? state.slowest.count)
        }
    }

    private static let withoutTemplate = "(without a template)"
}

extension BuildProfile {
    /// The profile as text: a table of phases, the reasons why files were made, the templates with the longest times, the slowest files.
    var lines: [String] {
        let state = state.withLock(\.self)
        let templates = state.templates.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
        let views = state.templates.values.reduce(0) { $0 + $1.views }
        let rendering = state.templates.values.reduce(0) { $0 + $1.rendering }
        let parts = [
            ("views", views), ("rendering", rendering), ("comparing", state.publishing.comparing),
            ("compressing", state.publishing.compressing), ("writing", state.publishing.writing),
        ]
        var lines = ["Seconds:"]
        for phase in Phase.allCases {
            guard let seconds = state.phases[phase] else { continue }
            lines.append(Self.line(seconds, phase.words))
            if phase == .files { lines += parts.map { Self.line($1, "  \($0), summed over the cores") } }
        }
        let made = state.kept.filter { $0.key != .kept }.values.reduce(0, +)
        lines.append("Files: \(state.kept[.kept] ?? 0) kept from the last build, \(made) made:")
        lines += KeptFile.allCases.compactMap { reason in
            reason == .kept ? nil : state.kept[reason].map { "  \(Self.padded("\($0)", 8))  \(reason.words)" }
        }
        if !templates.isEmpty { lines.append("Templates (files, views, rendering):") }
        lines += templates.prefix(Self.limit).map { name, times in
            "  \(Self.padded("\(times.files)", 8))  \(Self.seconds(times.views))  \(Self.seconds(times.rendering))  \(name)"
        }
        if !state.slowest.isEmpty { lines.append("Slowest files:") }
        return lines + state.slowest.map { Self.line($0.seconds, $0.path) }
    }

    var json: TemplateValue {
        let state = state.withLock(\.self)
        return .object([
            "seconds": .object(
                TemplateObject(Phase.allCases.map { (FieldName($0.rawValue), Self.number(state.phases[$0] ?? 0)) })),
            "summed_over_cores": .object([
                "views": Self.number(state.templates.values.reduce(0) { $0 + $1.views }),
                "rendering": Self.number(state.templates.values.reduce(0) { $0 + $1.rendering }),
                "comparing": Self.number(state.publishing.comparing), "compressing": Self.number(state.publishing.compressing),
                "writing": Self.number(state.publishing.writing),
            ]),
            "files": .object(TemplateObject(KeptFile.allCases.map { (FieldName($0.rawValue), .integer(state.kept[$0] ?? 0)) })),
            "templates": .list(
                state.templates.sorted { $0.key < $1.key }.map { name, times in
                    .object([
                        "template": .text(name), "files": .integer(times.files), "views": Self.number(times.views),
                        "rendering": Self.number(times.rendering),
                    ])
                }),
            "slowest": .list(
                state.slowest.map { .object(["path": .text($0.path), "seconds": Self.number($0.seconds)]) }),
        ])
    }

    private static func line(_ seconds: Double, _ words: String) -> String { "  \(self.seconds(seconds))  \(words)" }

    private static func seconds(_ seconds: Double) -> String { padded(BuildSummary.decimal(seconds, 4), 8) }

    private static func number(_ seconds: Double) -> TemplateValue { .number(BuildSummary.decimal(seconds, 6)) }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension BuildProfile.TemplateTimes {
    fileprivate var total: Double { views + rendering }
}

extension BuildProfile.Phase {
    fileprivate var words: String {
        switch self {
        case .reading: "reading the records; the theme and the words are loaded meanwhile"
        case .graph: "the history, the graph (orders, groups, dates), the list of files and what each is made from"
        case .files: "making files"
        case .publishing: "moving them into place, and taking the fingerprint"
        }
    }
}

extension KeptFile {
    /// The reason in words.
    fileprivate var words: String {
        switch self {
        case .kept: "kept"
        case .unknown: "nothing is known of the last build: another program, configuration, theme, system session, or none"
        case .new: "not in the last build"
        case .otherInputs: "other inputs than in the last build"
        case .touched: "no longer as the last build left them"
        case .always: "made by every build"
        }
    }
}
