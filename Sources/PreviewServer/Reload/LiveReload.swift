/// What makes a page in the browser follow the builds: a script, added to each HTML page as it is served, and a stream of events that it listens to.
/// The files on the disk know nothing of it.
enum LiveReload {
    static let scriptPath = "/.hangar/reload.js"
    static let eventsPath = "/.hangar/events"

    /// A file of its own and not a script in the page, for the pages' Content-Security-Policy allows only those. The first event after the page has come
    /// says which build it is of; after a lost connection too, so that no build is missed. A browser allows six connections to a
    /// host, so hidden pages give theirs back.
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

    /// The page with the script before the end of its body, or at its end where it does not say where that is.
    static func injected(into page: [UInt8]) -> [UInt8] {
        let end = Array("</body".utf8)
        let place = page.indices.reversed().first { start in
            page[start] == end[0] && page.count - start >= end.count
                && page[start..<start + end.count].elementsEqual(end) { $0 == $1 || $0 | 0x20 == $1 }
        }
        return page[..<(place ?? page.count)] + tag + page[(place ?? page.count)...]
    }
}
