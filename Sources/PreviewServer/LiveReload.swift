/// Makes a page in the browser follow the builds. A script is added to each HTML page as it is served, and the script listens to a stream
/// of events. The files on the disk stay unchanged.
enum LiveReload {
    static let scriptPath = "/.hangar/reload.js"
    static let eventsPath = "/.hangar/events"

    /// The script is a separate file because the pages' Content-Security-Policy does not allow scripts inside a page. The first event after
    /// the page has loaded gives its build. So does the first event after a lost connection, so that no build is missed. A browser allows
    /// six connections to a host, so hidden pages close theirs.
    static let script = """
        let seen, events;
        const follow = () => {
          events?.close();
          events = undefined;
          if (document.hidden) return;
          events = new EventSource("/.hangar/events");
          events.onmessage = (event) => {
            if (seen !== undefined && event.data !== seen) location.reload();
            seen = event.data;
          };
        };
        document.addEventListener("visibilitychange", follow);
        follow();

        """

    private static let tag = Array(#"<script src="\#(scriptPath)" defer></script>"#.utf8)

    /// The page with the script before the end of its body. The script goes to the end of the page when the end of the body is not marked.
    static func injected(into page: [UInt8]) -> [UInt8] {
        let end = Array("</body".utf8)
        let place = page.indices.reversed().first { start in
            page[start] == end[0] && page.count - start >= end.count
                && page[start..<start + end.count].elementsEqual(end) { $0 == $1 || $0 | 0x20 == $1 }
        }
        return page[..<(place ?? page.count)] + tag + page[(place ?? page.count)...]
    }
}

/// The stream of events about the builds of a site (Server-Sent Events: HTML Standard, section 9.2). It sends one event at once and one
/// after each build.
struct BuildEvents: Sendable {
    /// A text that differs after each build.
    let stamp: @Sendable () -> String
    /// The time between two checks.
    var interval = Duration.seconds(1)

    /// The number of checks without news after which a comment is sent. The comment shows whether the connection is closed.
    private static let looksBetweenComments = 15

    func response() -> ServerResponse {
        ServerResponse(
            status: 200, headers: ["Content-Type": "text/event-stream", "Cache-Control": "no-store"],
            body: .stream { [self] send in try await follow(send) })
    }

    /// Sends until the client has gone or the server ends.
    private func follow(_ send: ServerResponse.Send) async throws {
        var sent: String?
        var looks = 0
        while true {
            let now = stamp()
            if now != sent {
                (sent, looks) = (now, 0)
                try await send(Array("data: \(now)\n\n".utf8))
                continue
            }
            looks += 1
            if looks.isMultiple(of: Self.looksBetweenComments) { try await send(Array(": no news\n\n".utf8)) }
            try await Task.sleep(for: interval)
        }
    }
}
