import LaunchLibrary

/// Something that goes wrong at the mirror when a test wants it to.
public struct MirrorFault: Sendable {
    /// Which requests meet the fault.
    public enum Place: Sendable {
        /// The request with this number of all that the mirror gets, the first being 1.
        case request(Int)
        /// Requests whose address, without that of the API, begins so: `spacecraft/?format=json`. From the given number of them on, as many as said.
        case path(String, from: Int = 1, times: Int = 1)
    }

    public enum Effect: Sendable {
        /// Another answer: any status, headers and body.
        case answer(status: Int, headers: [String: String] = [:], body: String = "")
        /// The right answer, after this time.
        case delay(Duration)
        /// The right answer's headers and this many bytes of its body; then the connection is closed.
        case cutOff(afterBytes: Int)
        /// A body, white space as JSON allows it before a value, that goes on until the client has had enough.
        case endlessBody
        /// The right page of a list, but for the count of records.
        case wrongCount(Int)
        /// From this request on the lists are those of another snapshot.
        case moved(to: Snapshot)
        /// The first half of the right answer as if it were all.
        case brokenJSON
        /// A page of HTML with status 200, as proxies answer.
        case html
        /// Status 302, to an address.
        case redirect(to: String)
    }

    public var place: Place
    public var effect: Effect

    public init(_ place: Place, _ effect: Effect) {
        self.place = place
        self.effect = effect
    }
}
