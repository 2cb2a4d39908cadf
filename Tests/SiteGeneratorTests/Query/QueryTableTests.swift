import Catalogue
import Foundation
import Testing

/// The table of queries. The script of the index is tested with it too (`Tests/Browser/queries.mjs`).
@Suite struct QueryTableTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let query: String
        let ids: [Int]?
        /// The number of all matches. Nil when the page holds them all.
        let count: Int?
        let refused: [String]?

        var testDescription: String { query }

        var parameters: [(name: String, value: String)] {
            query.split(separator: "&").map { part in
                let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                    $0.replacing("+", with: " ").removingPercentEncoding ?? String($0)
                }
                return (sides[0], sides.count > 1 ? sides[1] : "")
            }
        }
    }

    private struct Table: Decodable {
        let cases: [Case]
    }

    static var cases: [Case] {
        get throws {
            try JSONDecoder().decode(Table.self, from: Data(contentsOf: ExpectedFiles.fixtures.appending(path: "queries.json"))).cases
        }
    }

    @Test(arguments: try cases)
    func aQueryFindsWhatTheTableSays(_ example: Case) throws {
        let (answer, refused) = Self.answer(example, in: try Catalogue(Sample.contents))
        #expect(answer?.results.map(\.id.number) == example.ids)
        #expect(answer?.count == example.count ?? example.ids?.count)
        #expect(refused == example.refused)
    }

    private static func answer(_ example: Case, in catalogue: Catalogue) -> (SpacecraftAnswer?, refused: [String]?) {
        do throws(SpacecraftQueryError) {
            let query = try SpacecraftQuery(parameters: example.parameters, in: catalogue)
            return (catalogue.spacecraft(matching: query), nil)
        } catch {
            return (nil, error.messages.map(\.parameter))
        }
    }
}
