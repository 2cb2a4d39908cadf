import Support

/// Makes a page in the browser follow the site. A script is added to each HTML page as it is served, and the script listens to a stream
/// of events. The files themselves stay unchanged.
enum LiveReload {
    static let scriptPath = "/.hangar/reload.js"
    static let eventsPath = "/.hangar/events"

    /// The script is a separate file because the pages' Content-Security-Policy does not allow scripts inside a page. The number of the site
    /// that a page is of stands in the address of the script, so that no change between the page and the first event is missed. Pages of a
    /// folder have no number: there the first event after the page has loaded gives it. A browser allows six connections to a host, so hidden
    /// pages close theirs.
    static let script = """
        let seen = document.currentScript?.src.split("?")[1], events, board;
        const tell = (fault) => {
          board?.remove();
          board = undefined;
          if (fault === undefined) return;
          board = document.createElement("pre");
          board.setAttribute("role", "alert");
          board.textContent = fault;
          board.style.cssText = "position:fixed;inset:0;z-index:2147483647;margin:0;padding:2rem;overflow:auto;direction:ltr;text-align:left;"
            + "white-space:pre-wrap;font:1rem/1.5 ui-monospace,monospace;background:#1b1412;color:#ffe9dc;border-top:.5rem solid #e0552b";
          document.body.append(board);
        };
        const restyle = (styles) => {
          for (const [before, now] of Object.entries(styles)) {
            for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
              if (!link.href.endsWith("/" + before)) continue;
              const next = link.cloneNode();
              next.href = link.href.slice(0, -before.length) + now;
              next.onload = () => link.remove();
              link.after(next);
            }
          }
        };
        const follow = () => {
          events?.close();
          events = undefined;
          if (document.hidden) return;
          events = new EventSource("/.hangar/events");
          events.onmessage = (event) => {
            const news = event.data.startsWith("{") ? JSON.parse(event.data) : { build: event.data };
            tell(news.fault);
            if (news.fault !== undefined) return;
            if (seen !== undefined && news.build !== seen) {
              if (news.styles && news.since === seen) restyle(news.styles); else location.reload();
            }
            seen = news.build;
          };
        };
        document.addEventListener("visibilitychange", follow);
        follow();

        """

    /// The page with the script before the end of its body. The script goes to the end of the page when the end of the body is not marked.
    ///
    /// - Parameter build: the number of the site that the page is of. Nil for a page of a folder.
    static func injected(into page: [UInt8], build: String? = nil) -> [UInt8] {
        let tag = Array(#"<script src="\#(scriptPath)\#(build.map { "?" + $0 } ?? "")" defer></script>"#.utf8)
        let end = Array("</body".utf8)
        let place = page.indices.reversed().first { start in
            page[start] == end[0] && page.count - start >= end.count
                && page[start..<start + end.count].elementsEqual(end) { $0 == $1 || $0 | 0x20 == $1 }
        }
        return page[..<(place ?? page.count)] + tag + page[(place ?? page.count)...]
    }

    /// A page in the place of one that cannot be made.
    static func page(for fault: String) -> [UInt8] {
        let text = fault.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return Array(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A fault</title></head><body><pre>\(text)</pre></body></html>"
                .utf8)
    }
}
