import LaunchLibrary
import Support
import Synchronization

/// A site that is shown while it is worked on. Its files may be replaced at any time, and the pages that are open follow.
public final class LivePreview: Sendable {
    private struct State {
        /// Counts the times that the site became another one.
        var build = 0
        /// The published names of style sheets that only the last change replaced, by the names before it. Nil when more than that changed.
        var styles: [String: String]?
        var fault: String?
        var files: SiteFiles?
        var mirror: APIMirror?
    }

    private let state = Mutex(State())

    public init() {}

    /// Shows the files of a site that is another one than before.
    ///
    /// - Parameters:
    ///   - styles: the published names of style sheets by those that they had, if nothing else has changed. Then no page is loaded anew.
    ///   - snapshot: the data for the API's answers. Nil for the same as before.
    public func show(_ files: SiteFiles, styles: [String: String]? = nil, snapshot: Snapshot? = nil) {
        let mirror = snapshot.map { APIMirror(snapshot: $0) }
        state.withLock { state in
            state.build += 1
            state.styles = styles
            state.fault = nil
            state.files = files
            if let mirror { state.mirror = mirror }
        }
    }

    /// Shows why the site cannot be made as its folder is now. The pages stay as they were, below it.
    public func fail(_ reason: String) { state.withLock { $0.fault = reason } }

    /// The site is again what it was before the fault.
    public func mend() { state.withLock { $0.fault = nil } }

    var mirror: APIMirror? { state.withLock { $0.mirror } }

    /// The number of the site in the pages that are sent.
    var build: String { state.withLock { "\($0.build)" } }

    func find(_ parts: [String]) -> SiteFiles.Found {
        let (files, fault) = state.withLock { ($0.files, $0.fault) }
        return files?.find(parts) ?? .fault(fault ?? "The site is not made yet.")
    }

    /// The news for the pages that are open: one object of JSON on a line.
    var news: String {
        let state = state.withLock { $0 }
        var json = JSONWriter()
        json.object { json in
            json.member("build") { $0.string("\(state.build)") }
            if let styles = state.styles {
                json.member("since") { $0.string("\(state.build - 1)") }
                json.member("styles") { json in
                    json.object { json in
                        for (old, new) in styles.sorted(by: { $0.key < $1.key }) { json.member(named: old) { $0.string(new) } }
                    }
                }
            }
            if let fault = state.fault { json.member("fault") { $0.string(fault) } }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
