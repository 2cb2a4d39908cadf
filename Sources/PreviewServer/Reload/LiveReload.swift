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
