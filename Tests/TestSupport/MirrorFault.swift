import LaunchLibrary

/// A fault that the mirror produces when a test asks for it.
public struct MirrorFault: Sendable {
    /// The requests that are affected by the fault.
    public enum Place: Sendable {
        /// The request with this number, counting all requests to the mirror from 1.
        case request(Int)
        /// Requests whose address, without the API's root, begins with this text: `spacecraft/?format=json`. The given number of them is
        /// affected, starting at the given position.
        case path(String, from: Int = 1, times: Int = 1)
    }

    public enum Effect: Sendable {
        /// Another answer: any status, headers and body.
        case answer(status: Int, headers: [String: String] = [:], body: String = "")
        /// The right answer, after this delay.
        case delay(Duration)
        /// The right answer's headers and this number of bytes of its body. Then the connection is closed.
        case cutOff(afterBytes: Int)
        /// An endless body of white space, which JSON allows before a value. It continues until the client stops.
        case endlessBody
        /// The right page of a list, with a wrong count of records.
        case wrongCount(Int)
        /// From this request on, the lists are those of another snapshot.
        case moved(to: Snapshot)
        /// The first half of the right answer, as if it were complete.
        case brokenJSON
        /// A page of HTML with status 200, as proxies send it.
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
