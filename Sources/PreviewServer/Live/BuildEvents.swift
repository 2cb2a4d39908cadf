/// The stream of events about the builds of a site (Server-Sent Events: HTML Standard, section 9.2). It sends one event at once and one
/// after each build.
struct BuildEvents: Sendable {
    /// A text that differs after each build.
    let stamp: @Sendable () -> String
    /// The time between two checks.
    var interval = Duration.seconds(1)

    /// The number of checks without news after which a comment is sent. The comment shows whether the connection is closed.
    var looksBetweenComments = 15

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
            if looks.isMultiple(of: looksBetweenComments) { try await send(Array(": no news\n\n".utf8)) }
            try await Task.sleep(for: interval)
        }
    }
}
