import Foundation
import LaunchLibrary

/// A page of a list as a client sees it.
struct Page: Equatable {
    let count: Int
    /// The addresses of the other pages, without the API's root.
    let next: String?
    let previous: String?
    let ids: [Int]

    private struct Envelope: Decodable {
        struct Record: Decodable { let id: Int }
        let count: Int
        let next: String?
        let previous: String?
        let results: [Record]
    }

    init(of address: String, _ root: String) async throws {
        let response = try await HTTPTransport.curl(userAgent: "Hangar/test").send(.init(url: root + address))
        let envelope = try JSONDecoder().decode(Envelope.self, from: Data(response.body))
        count = envelope.count
        next = envelope.next?.replacing(root, with: "")
        previous = envelope.previous?.replacing(root, with: "")
        ids = envelope.results.map(\.id)
    }
}
